import { and, eq } from 'drizzle-orm'
import { actorFrom, membershipColumns, personColumns } from '#app/access/lucia.server.ts'
import { hashOfSecret } from '#app/access/secret.server.ts'
import { mayAct } from '#app/access/standing.server.ts'
import type { Db } from '#db/client.ts'
import { issues, memberships, people, verdictLinks } from '#db/schema/index.ts'

/** Whose address it is and what it is for; `undefined` for one that nobody gave out, or whose holder may not act any more. */
export async function verdictLink(db: Db, token: string | undefined) {
  const hash = hashOfSecret(token)
  if (!hash) return undefined
  const [row] = await db
    .select({
      id: verdictLinks.id, issueId: verdictLinks.issueId, code: issues.code, expiresAt: verdictLinks.expiresAt,
      usedAt: verdictLinks.usedAt, usedFor: verdictLinks.usedFor, person: personColumns, membership: membershipColumns,
    })
    .from(verdictLinks)
    .innerJoin(issues, eq(issues.id, verdictLinks.issueId))
    .innerJoin(people, eq(people.id, verdictLinks.personId))
    .innerJoin(memberships, and(eq(memberships.id, verdictLinks.membershipId), eq(memberships.personId, people.id)))
    .where(and(eq(verdictLinks.hash, hash), mayAct()))
  if (!row) return undefined
  const { person, membership, ...link } = row
  return { ...link, actor: actorFrom({ person, membership, unitName: null }) }
}

export type VerdictLink = NonNullable<Awaited<ReturnType<typeof verdictLink>>>
