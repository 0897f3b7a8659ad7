import { setImmediate as nextTurn } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Refused } from '#app/http/errors.ts'
import { openIssues } from '#app/issues/raise-issues.server.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { routingKnowledge, suggestWith } from '#app/routing/suggest.server.ts'
import type { Db } from '#db/client.ts'
import { inChunks } from '#db/queries/in-chunks.ts'
import { comments, conferences, imports } from '#db/schema/index.ts'
import { findEnterprises } from './find-enterprises.server.ts'
import { lockImport } from './import-access.server.ts'
import { rowsToEnter, type RowToEnter } from './rows-to-enter.server.ts'
import { rowsNotThere, storedKey } from './rows-not-there.server.ts'

type Committed = { comments: number; issues: number; alreadyThere: number }

/**
 * Puts the rows of a preview on the register, all or none: comments with their provenance, one issue each with a
 * suggestion. A row whose comment the conference already has creates nothing and is counted as already there.
 */
export async function commitImport(db: Db, id: number, by: Actor, at = new Date()): Promise<Committed> {
  const knowledge = await routingKnowledge(db)
  return db.transaction(async (tx) => {
    const row = await lockImport(tx, id, by, 'preview')
    // one import of a conference at a time: two that look for known rows at once would both find none
    const [conference] = await tx.select().from(conferences).where(eq(conferences.id, row.conferenceId)).for('update')
    const rows = await rowsToEnter(tx, row)
    const fresh = await rowsNotThere(tx, row.conferenceId, rows)
    const undecided = fresh.filter((one) => one.undecided).length
    if (undecided > 0) throw new Refused({ key: 'prose:refused.undecided', params: { count: undecided } })

    const saved = await saveComments(tx, row, fresh, at)
    const suggested = (comment: RowToEnter) => suggestWith(knowledge, { ...comment, proposedUnit: comment.unit, on: conference?.heldOn })
    const list = await inChunks(saved, 50, async (chunk) => {
      // a thousand suggestions take a second: other people's requests go on between them
      await nextTurn()
      return chunk.map(({ row: comment, ...ids }) => ({ ...issueOf(comment, row.kind), ...ids, suggestion: suggested(comment) ?? null }))
    })
    await openIssues(tx, list, by, at, await rulesOf(tx))
    await tx.update(imports).set({ state: 'committed', committedAt: at }).where(eq(imports.id, id))
    return { comments: saved.length, issues: list.length, alreadyThere: rows.length - fresh.length }
  })
}

type Kind = 'annex' | 'minutes'

const issueOf = ({ text, group }: RowToEnter, channel: Kind) => ({ text, group, topic: null, associationId: null, filedBy: null, channel })

type Source = { id: number; conferenceId: number; fileName: string; kind: Kind }

async function saveComments(db: Db, { id, conferenceId, fileName, kind }: Source, rows: RowToEnter[], at: Date) {
  const enterpriseOf = await findEnterprises(db, rows.filter(({ enterpriseId }) => enterpriseId === undefined))
  const values = rows.map((row) => ({
    conferenceId, enterpriseId: row.enterpriseId === undefined ? enterpriseOf(row) : row.enterpriseId, text: row.text, channel: kind, importId: id,
    file: fileName, sheet: row.sheet, row: row.row, passage: row.passage, rowKey: storedKey(row), proposedUnit: row.unit || null, note: row.note || null,
    receivedAt: at,
  }))
  const saved = await inChunks(values, 1_000, (chunk) =>
    db.insert(comments).values(chunk).returning({ id: comments.id, rowKey: comments.rowKey, enterpriseId: comments.enterpriseId }),
  )
  const idOf = new Map(saved.map((comment) => [comment.rowKey, comment]))
  return rows.map((row) => {
    const comment = idOf.get(storedKey(row))!
    return { row, commentId: comment.id, conferenceId, enterpriseId: comment.enterpriseId }
  })
}
