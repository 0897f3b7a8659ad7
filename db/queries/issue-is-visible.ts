import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { issues } from '#db/schema/index.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { visibleTo } from './visible-to.ts'

export async function issueIsVisible(db: Db, id: number, by: By): Promise<boolean> {
  const [row] = await db.select({ id: issues.id }).from(issues).where(and(eq(issues.id, id), visibleTo(by)))
  return row !== undefined
}
