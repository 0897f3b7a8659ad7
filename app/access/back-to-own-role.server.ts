import { aliasedTable, and, eq, ne } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { memberships, people, sessions } from '#db/schema/index.ts'
import { mayAct } from './standing.server.ts'

const acted = aliasedTable(memberships, 'acted')

/** The last day of standing in for somebody is over: the session goes on in the person's own first role, if they have one. */
export async function backToOwnRole(db: Db, sessionId: string): Promise<boolean> {
  const [own] = await db
    .select({ id: memberships.id })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.userId))
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .innerJoin(acted, and(eq(acted.id, sessions.membershipId), ne(acted.personId, sessions.userId)))
    .where(and(eq(sessions.id, sessionId), mayAct()))
    .orderBy(memberships.id)
    .limit(1)
  if (own) await db.update(sessions).set({ membershipId: own.id }).where(eq(sessions.id, sessionId))
  return own !== undefined
}
