import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Refused } from '#app/http/errors.ts'
import { whoOf } from '#app/issues/record-event.server.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { appendEvents, hashOf, type EventContent, type SealedEvent } from '#db/queries/event-chain.ts'
import { changeHands } from '#db/queries/holdings.ts'
import { tellConference } from '#db/queries/live.ts'
import { comments, deadlines, imports, issues } from '#db/schema/index.ts'
import { lockImport } from './import-access.server.ts'

/**
 * Takes a committed import off the register as if it had not been entered; its events stay and say so. Refused with the
 * codes of the issues somebody has worked on. A later import may bring the same rows again.
 */
export function undoImport(db: Db, id: number, by: Actor, at = new Date()): Promise<{ issues: number }> {
  return db.transaction(async (tx) => {
    await lockImport(tx, id, by, 'committed')
    const entered = await lockIssues(tx, id)
    const touched = entered.filter(({ state, version }) => state !== 'received' || version !== 1).map(({ code }) => code)
    if (touched.length) {
      const params = { count: touched.length, codes: touched.slice(0, 20).join(', ') }
      throw new Refused({ key: 'conferences:import.refused.workedOn', params }, { codes: touched })
    }
    const events = entered.map((issue) => annulment(issue, by, at))
    await annulIssues(tx, events, at)
    await appendEvents(tx, events)
    const ids = entered.map((issue) => issue.id)
    await changeHands(tx, ids, { party: 'nobody', unit: null, beforeAnswer: true }, at, (await rulesOf(tx)).calendar)
    await tx.update(comments).set({ annulledAt: at }).where(eq(comments.importId, id))
    const [undone] = await tx.update(imports).set({ state: 'undone', undoneAt: at }).where(eq(imports.id, id)).returning({ conferenceId: imports.conferenceId })
    await tellConference(tx, undone?.conferenceId ?? null)
    return { issues: entered.length }
  })
}

type Entered = Awaited<ReturnType<typeof lockIssues>>[number]

const lockIssues = (db: Db, importId: number) =>
  db
    .select({
      id: issues.id, code: issues.code, state: issues.state, version: issues.version, lastHash: issues.lastHash,
      group: issues.group, topic: issues.topic, leadUnit: issues.leadUnit, dueAt: issues.dueAt,
    })
    .from(issues)
    .where(and(isNull(issues.annulledAt), inArray(issues.commentId, db.select({ id: comments.id }).from(comments).where(eq(comments.importId, importId)))))
    .orderBy(issues.id)
    .for('update')

function annulment(issue: Entered, by: Actor, at: Date): SealedEvent {
  const content: EventContent = {
    issueId: issue.id, seq: issue.version + 1, move: 'annul', from: issue.state, to: issue.state, at: at.toISOString(),
    ...whoOf(by), note: null, payload: {}, previousHash: issue.lastHash, leadUnit: issue.leadUnit, group: issue.group,
    topic: issue.topic, dueAt: issue.dueAt?.toISOString() ?? null, answeredAt: null, resolvedAt: null, confirmedAt: null,
  }
  return { content, hash: hashOf(content) }
}

async function annulIssues(db: Db, events: SealedEvent[], at: Date) {
  const hashes = JSON.stringify(events.map(({ content, hash }) => ({ id: content.issueId, hash })))
  await db.execute(sql`
    update issues set annulled_at = ${at.toISOString()}::timestamptz, updated_at = ${at.toISOString()}::timestamptz,
      version = version + 1, last_hash = given.hash
    from jsonb_to_recordset(${hashes}::jsonb) as given(id bigint, hash text)
    where issues.id = given.id`)
  const ids = events.map(({ content }) => content.issueId)
  if (ids.length) await db.update(deadlines).set({ stoppedAt: at }).where(and(inArray(deadlines.issueId, ids), isNull(deadlines.stoppedAt)))
}
