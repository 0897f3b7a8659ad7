import { sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { appendEvents } from '#db/queries/event-chain.ts'
import { putHoldings } from '#db/queries/holdings.ts'
import { inChunks } from '#db/queries/in-chunks.ts'
import { tellConference } from '#db/queries/live.ts'
import { deadlines, issues } from '#db/schema/index.ts'
import { answerClock, clockValues, firstEvent, firstHolding, issueValues, type NewIssue } from './raise-issue.server.ts'
import type { Rules } from './rules.server.ts'

/**
 * Puts many issues of one annex on the register, codes in the order given, by the rules of one. Ids are drawn first, so
 * that each row is written once with the hash of its first event. Nobody is told of each: whoever imports sees them all.
 */
export async function openIssues(db: Db, list: NewIssue[], by: Actor, at: Date, rules: Rules): Promise<void> {
  const ids = await drawIds(db, list.length)
  const clock = answerClock(at, rules)
  const entries = list.map((issue, place) => {
    const id = ids[place]!
    return { id, issue, event: firstEvent(id, issue, by, at, clock) }
  })
  await inChunks(entries, 500, async (chunk) => {
    const rows = chunk.map(({ id, issue, event }) => ({ id, ...issueValues(issue, at, at, clock), lastHash: event.hash }))
    await db.insert(issues).overridingSystemValue().values(rows)
    await db.insert(deadlines).values(chunk.map(({ id }) => clockValues(id, at, clock)))
    return []
  })
  await putHoldings(db, ids.map((issueId) => ({ issueId, ...firstHolding(at) })))
  await appendEvents(db, entries.map(({ event }) => event))
  await tellConference(db, list[0]?.conferenceId ?? null)
}

async function drawIds(db: Db, count: number): Promise<number[]> {
  const rows = await db.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence('public.issues', 'id')) as id from generate_series(1, ${count}::int)`,
  )
  return rows.map(({ id }) => Number(id))
}
