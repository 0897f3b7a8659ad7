import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { filingDrafts } from '#db/schema/index.ts'
import type { Answers, FilingPage } from './pages.ts'

type Kept = { personId: number; answers: Answers; page: FilingPage | 'check'; revision: number }

/**
 * Keeps what stands on a page somebody is still writing. `revision` is the one the page was shown with: what arrives
 * after its answer was given, over a slow network, is older than the answer and dropped. Says whether it was kept.
 */
export async function keepDraft(db: Db, { personId, answers, page, revision }: Kept): Promise<boolean> {
  const values = { answers: sql`${filingDrafts.answers} || ${JSON.stringify(answers)}::jsonb`, updatedAt: new Date() }
  const same = eq(filingDrafts.revision, revision)
  const kept =
    revision === 0
      ? await db
          .insert(filingDrafts)
          .values({ personId, answers, page })
          .onConflictDoUpdate({ target: filingDrafts.personId, set: values, setWhere: same })
          .returning({ id: filingDrafts.id })
      : await db
          .update(filingDrafts)
          .set(values)
          .where(and(eq(filingDrafts.personId, personId), same))
          .returning({ id: filingDrafts.id })
  return kept.length > 0
}
