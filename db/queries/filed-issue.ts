import { and, eq } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { issues } from '#db/schema/index.ts'
import { visibleTo } from './visible-to.ts'

/** What a filer is told of an issue on receipt. */
export async function filedIssue(db: Db, code: string, by: By) {
  const { dueOn, firstDueOn } = issues
  const [row] = await db.select({ code: issues.code, dueOn, firstDueOn }).from(issues).where(and(eq(issues.code, code), visibleTo(by)))
  return row
}
