import type { Actor } from '#app/access/actor.ts'
import { isExpected } from '#app/http/errors.ts'
import type { Message } from '#app/i18n/message.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import type { Db } from '#db/client.ts'

export type Row = { id: number; version: number; to: string }
type HandedOver = { moved: number; problems: { id: number; reason: Message }[] }

/**
 * Moves the reviewed rows of a unit's open work to their successors, each through the one door, with dates and drafts as
 * they stand. A row that somebody moved on meanwhile stays and is named; the others do not wait for it.
 */
export function handOverWork(db: Db, by: Actor, from: string, rows: readonly Row[], note: string, at = new Date()): Promise<HandedOver> {
  return db.transaction(async (tx) => {
    const problems: HandedOver['problems'] = []
    for (const { id, version, to } of [...rows].sort((a, b) => a.id - b.id)) {
      try {
        await moveIssue(tx, { id, version, by, at, move: { type: 'transferUnit', from, to, note } })
      } catch (error) {
        if (!isExpected(error)) throw error
        problems.push({ id, reason: error.reason })
      }
    }
    return { moved: rows.length - problems.length, problems }
  })
}
