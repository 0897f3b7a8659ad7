import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { hashOf, type EventContent } from '#db/queries/event-chain.ts'
import { clocksToRecount, issuesInReach, lockIssues, type IssueToRecount, type Reach } from '#db/queries/running-clocks.ts'
import { saveRecount, type Recounted } from '#db/queries/save-recount.ts'
import { recount, type MovedClock, type RuleChange } from '#workflows/deadlines/recount.ts'
import { system } from '#workflows/resolution/actor.ts'
import { advance } from '#workflows/resolution/advance.ts'
import { newFacts, type Move } from '#workflows/resolution/facts.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import type { IssueState } from '#workflows/resolution/states.ts'

type Recompute = Extract<MoveInput, { type: 'recomputeDeadline' }>
/** The administrator's change that is the cause, by its number in their log. */
export type Cause = { reason: Recompute['reason']; adminEventId: number; by: Pick<Actor, 'name'>; at: Date }
export type Reached = { reach: Reach; change: RuleChange }
/** How many issues each lead unit has that move; issues not routed yet count under null. */
export type Recomputed = { issues: number; clocks: number; byLead: Map<string | null, number> }

const atOnce = 500

/**
 * Gives every open issue the dates that the changed rules give: the one door of `moveIssue` for many issues at once. Each
 * affected issue gets one event, sealed into its chain like any other, and one new version, so that a person who looked
 * at the old date is told. Runs within the transaction of the change: either both stand or neither.
 */
export async function recomputeDeadlines(tx: Db, { reach, change }: Reached, cause: Cause): Promise<Recomputed> {
  const done: Recomputed = { issues: 0, clocks: 0, byLead: new Map() }
  const ids = await issuesInReach(tx, reach)
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce)
    await lockIssues(tx, some)
    const all = (await clocksToRecount(tx, some)).flatMap((issue) => recounted(issue, change, cause))
    if (all.length === 0) continue
    await saveRecount(tx, all, cause)
    for (const { issue, moved } of all) {
      done.issues += 1
      done.clocks += moved.length
      done.byLead.set(issue.leadUnit, (done.byLead.get(issue.leadUnit) ?? 0) + 1)
    }
  }
  return done
}

function recounted(issue: IssueToRecount, change: RuleChange, cause: Cause): Recounted[] {
  const moved = recount(issue, change)
  if (moved.length === 0) return []
  const reopenUntil = windowAfter(issue, moved)
  const move = moveOf(issue, moved, { ...cause, reopenUntil })
  if (!admits(issue.state, move)) throw new Error(`recomputeDeadline is refused in ${issue.state}`)
  const content = contentOf(issue, moved, move, cause)
  return [{ issue, moved, reopenUntil, event: { content, hash: hashOf(content) } }]
}

/** The window to dispute ends with the verdict clock, where it is that clock that gave it. */
function windowAfter({ reopenUntil }: IssueToRecount, moved: MovedClock[]): Date | null {
  const verdict = moved.find(({ clock }) => clock.clock === 'verdict')
  return verdict && reopenUntil?.getTime() === verdict.clock.dueAt.getTime() ? verdict.dueAt : null
}

function moveOf(issue: IssueToRecount, moved: MovedClock[], { reason, adminEventId, at, reopenUntil }: Cause & { reopenUntil: Date | null }): Move {
  return {
    type: 'recomputeDeadline',
    reason,
    change: adminEventId,
    clocks: moved.map(({ clock, dueAt }) => ({
      clock: clock.clock, unit: clock.unit, from: clock.dueAt.toISOString(), to: dueAt.toISOString(),
    })),
    reopenUntilThen: reopenUntil?.toISOString(),
    by: system,
    at: at.toISOString(),
    reopenUntil: (reopenUntil ?? issue.reopenUntil ?? at).toISOString(),
  }
}

/** Only the state decides whether the register may do this, so one question a state is enough. */
const known = new Map<IssueState, boolean>()
function admits(state: IssueState, move: Move): boolean {
  const facts = newFacts({ enterpriseId: null, associationId: null })
  const admitted = known.get(state) ?? advance({ state, facts }, move).ok
  known.set(state, admitted)
  return admitted
}

function contentOf(issue: IssueToRecount, moved: MovedClock[], move: Move, { by }: Cause): EventContent {
  const { type, at, by: _system, ...payload } = move
  const answer = moved.find(({ clock }) => clock.clock === 'answer')
  return {
    issueId: issue.id, seq: issue.version + 1, move: type, from: issue.state, to: issue.state, at,
    personId: null, personName: null, role: 'system', onBehalfOf: by.name, unit: null, unitName: null, note: null,
    payload: { ...payload, enterpriseId: null, associationId: null },
    previousHash: issue.lastHash, leadUnit: issue.leadUnit, group: issue.group, topic: issue.topic,
    dueAt: iso(answer?.dueAt ?? issue.dueAt), answeredAt: iso(issue.answeredAt), resolvedAt: iso(issue.resolvedAt), confirmedAt: iso(issue.confirmedAt),
  }
}

const iso = (instant: Date | null) => instant?.toISOString() ?? null
