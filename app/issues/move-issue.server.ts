import { bindFiles } from '#app/files/bind-files.server.ts'
import { recordFiles } from '#app/files/record-files.server.ts'
import type { Actor } from '#app/access/actor.ts'
import { byOf } from '#app/access/actor.ts'
import { Conflict, Refused, notFound } from '#app/http/errors.ts'
import { queueNotices } from '#app/notices/queue-notices.server.ts'
import type { Db } from '#db/client.ts'
import { issuePosition, type PositionRow } from '#db/queries/issue-position.ts'
import { tellConference } from '#db/queries/live.ts'
import { columnsAfter, saveMove } from '#db/queries/save-move.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { advance } from '#workflows/resolution/advance.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { bindApproval } from './bind-approval.server.ts'
import { requireFitting } from './check-move.server.ts'
import { requireUsableUnits } from './check-units.server.ts'
import { planClocks } from './clocks.server.ts'
import { recordEvent, sealEvent } from './record-event.server.ts'
import { recordHolding } from './record-holding.server.ts'
import { recordParts } from './record-parts.server.ts'
import { dueBy, policyAt, rulesOf } from './rules.server.ts'

type MoveRequest = {
  id: number
  /** The version the person was looking at: an older one means that someone was first. */
  version: number
  move: MoveInput
  by: Actor | By
  at?: Date
  /** Given by a secret address sent by mail, without signing in. */
  through?: 'link'
}

export type Moved = { id: number; code: string; state: PositionRow['state']; version: number }

/**
 * The one door through which an issue's state changes. One transaction: state and version, event, deadlines, notices.
 * Throws `NotFound` (also for another party's issue), `Refused` when the machine says no, `Conflict` when someone was
 * first, `Invalid` by field when what a field names does not exist or does not fit.
 */
export function moveIssue(db: Db, request: MoveRequest): Promise<Moved> {
  return db.transaction(async (tx) => {
    const by = byOf(request.by)
    const { row, state, facts } = (await issuePosition(tx, request.id, by)) ?? notFound('issue')
    if (row.version !== request.version) throw stale(row)
    await requireUsableUnits(tx, request.move)

    const rules = await rulesOf(tx)
    const at = request.at ?? new Date()
    const reopenUntil = dueBy(rules, policyAt(rules, 'reopen', null, at), at).due.toISOString()
    const bound = await bindFiles(tx, row.id, await bindApproval(tx, row.id, request.move), by)
    const step = advance({ state, facts }, { ...bound, by, at: at.toISOString(), reopenUntil, through: request.through })
    if (!step.ok) throw new Refused({ key: `moves:refused.${step.because}` }, step)
    await requireFitting(tx, { row, facts, move: request.move, step, rules })

    const clocks = await planClocks(tx, row, step, rules)
    const columns = columnsAfter(row, step, clocks.due)
    const event = sealEvent(row, step, columns, request.by)
    const after = await saveMove(tx, row, step, columns, clocks.due, event.hash)
    if (!after) throw stale(row)
    await clocks.write(tx)
    await recordParts(tx, row, step, rules)
    await recordFiles(tx, row.id, step, event.content.seq)
    await recordEvent(tx, event)
    await recordHolding(tx, row, step, rules.calendar)
    await queueNotices(tx, row, step)
    await tellConference(tx, row.conferenceId)
    return after
  })
}

const stale = (row: PositionRow) =>
  new Conflict({ key: 'moves:refused.stale' }, { id: row.id, code: row.code, version: row.version, state: row.state })
