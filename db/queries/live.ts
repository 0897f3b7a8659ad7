import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'

/** What pages may follow, by its id alone: whoever hears of a change asks for what they may see of it. */
export type LiveTopic = `conference:${number}`
export const liveChannel = 'live'

/** Part of a statement that tells, at commit, every process that something changed; equal ones of a transaction are one. */
export const telling = (topic: LiveTopic) => sql`pg_notify(${liveChannel}, ${topic}::text)`

/**
 * Tells of a change in its own transaction; commits that tell wait for one another, so nothing tells that no page follows.
 * What belongs to no conference is followed by nobody.
 */
export async function tellConference(db: Db, conferenceId: number | null): Promise<void> {
  if (conferenceId !== null) await db.execute(sql`select ${telling(`conference:${conferenceId}`)}`)
}
