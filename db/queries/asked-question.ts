import { desc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { pauses } from '#db/schema/index.ts'

/** What the lead unit asked last, and the last instant it waits for the answer. */
export async function askedQuestion(db: Db, issueId: number) {
  const { question, startedAt, until, endedAt } = pauses
  const [row] = await db.select({ question, startedAt, until, endedAt }).from(pauses).where(eq(pauses.issueId, issueId)).orderBy(desc(pauses.id)).limit(1)
  return row
}
