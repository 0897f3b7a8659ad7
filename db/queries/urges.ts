import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { urges } from '#db/schema/index.ts'

/** The local day on which a unit was last urged about an issue. */
export async function lastUrge(db: Db, issueId: number, unit: string): Promise<string | undefined> {
  const [row] = await db
    .select({ on: urges.on })
    .from(urges)
    .where(and(eq(urges.issueId, issueId), eq(urges.unit, unit)))
    .orderBy(desc(urges.on))
    .limit(1)
  return row?.on
}
