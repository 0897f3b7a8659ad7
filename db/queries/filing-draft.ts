import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { filingDrafts } from '#db/schema/index.ts'

/** What a person has written and not yet sent. With `update` it is held until the transaction ends. */
export async function draftOf(db: Db, personId: number, hold?: 'update') {
  const { answers, page, revision, updatedAt } = filingDrafts
  const query = db.select({ answers, page, revision, updatedAt }).from(filingDrafts).where(eq(filingDrafts.personId, personId))
  const [row] = await (hold ? query.for(hold) : query)
  return row
}
