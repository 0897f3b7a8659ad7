import { and, lt, sql } from 'drizzle-orm'
import { owedStates } from '#workflows/commitment/machine.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { commitments, issues } from '#db/schema/index.ts'
import { visibleTo } from './visible-to.ts'

/** How many promises are owed since before a day, counted no further than one above `most`, which a page of them lists. */
export async function countOverduePromises(db: Db, by: By, since: string, most: number): Promise<number> {
  const found = db
    .select({ id: commitments.id })
    .from(commitments)
    .innerJoin(issues, sql`${issues.id} = ${commitments.issueId}`)
    .where(and(visibleTo(by), sql`${commitments.state} in (${quoted(owedStates)})`, lt(commitments.dueOn, since)))
    .limit(most + 1)
    .as('found')
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(found)
  return row?.n ?? 0
}
