import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { groupsOfScheme } from '#db/queries/conferences.ts'
import { conferences } from '#db/schema/index.ts'
import { usualGroups, type GroupNames } from './annex/groups.ts'

/** The groups a conference sorts into, under all names that files use for them; `undefined` without such a conference. */
export async function schemeOf(db: Db, conferenceId: number): Promise<GroupNames[] | undefined> {
  const [conference] = await db.select({ scheme: conferences.scheme }).from(conferences).where(eq(conferences.id, conferenceId))
  if (!conference) return undefined
  const rows = await groupsOfScheme(db, conference.scheme)
  const usual = (code: string) => usualGroups.find((group) => group.code === code)?.names ?? []
  return rows.map(({ code, nameVi, nameEn }) => ({ code, names: [nameVi, nameEn, ...usual(code)] }))
}
