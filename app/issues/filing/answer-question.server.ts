import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { filingDrafts } from '#db/schema/index.ts'
import type { Answers, FilingPage } from './pages.ts'

/** Stores the answers of one page and where the person goes from there; the other pages' answers stand. */
export async function answerQuestion(db: Db, of: { personId: number; answers: Answers; page: FilingPage | 'check' }): Promise<void> {
  const { personId, answers, page } = of
  await db
    .insert(filingDrafts)
    .values({ personId, answers, page, revision: 1 })
    .onConflictDoUpdate({
      target: filingDrafts.personId,
      set: {
        answers: sql`${filingDrafts.answers} || ${JSON.stringify(answers)}::jsonb`,
        page,
        revision: sql`${filingDrafts.revision} + 1`,
        updatedAt: new Date(),
      },
    })
}
