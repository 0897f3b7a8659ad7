import { eq, sql, type SQL } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { issues } from '#db/schema/index.ts'

/** Up to so many hits are named one by one; a word in more issues than that is common, and found by looking. */
const few = 2000

/**
 * The WHERE of what a person typed. Read first and without order, because the planner cannot tell a rare word from an
 * unknown one and would walk the whole register backwards for it: 460 ms in 100,000 issues, so 1 ms.
 */
export async function searchFor(db: Db, typed: string): Promise<SQL> {
  const match = matching(typed.trim())
  const hits = await db.select({ id: issues.id }).from(issues).where(match).limit(few + 1)
  return hits.length > few ? match : sql`${issues.id} = any(${`{${hits.map(({ id }) => id).join(',')}}`}::bigint[])`
}

/** A code, a tax code, or words of the text or of an enterprise's name; each arm has an index of its own. */
function matching(q: string): SQL {
  if (/^kn\d{2}-\d{1,9}$/i.test(q)) return eq(issues.code, q.toUpperCase())
  if (/^\d{9,12}(-\d{3})?$/.test(q)) {
    return sql`${issues.enterpriseId} = any(array(select e.id from enterprises e where e.tax_code = ${q}))`
  }
  const words = sql`${issues.search} @@ public.search_query_vi(${q})`
  if (q.length < 3) return words
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(${words} or ${issues.enterpriseId} = any(array(
    select e.id from enterprises e where e.name_folded like public.fold_vi(${like}) limit 500)))`
}
