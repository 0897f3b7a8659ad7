import { and, eq, inArray } from 'drizzle-orm'
import { newSecret } from '#app/access/secret.server.ts'
import { inStanding } from '#app/access/standing.server.ts'
import type { Db } from '#db/client.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { memberships, people, verdictLinks } from '#db/schema/index.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'

/** Notices with which an enterprise is asked for its verdict. */
const asking = ['filer.approve', 'filer.answerOnTheSpot', 'filer.fulfil']

type Letter = { personId: number; issueId: number | null; kind: string }

/**
 * The secret of an address at which the receiver of this letter may give their verdict once; `undefined` where the letter
 * asks for none, or none can be given any more. Each attempt to send makes another: the one before may have arrived.
 */
export async function createVerdictLink(db: Db, { personId, issueId, kind }: Letter, now: Date): Promise<string | undefined> {
  if (issueId === null || !asking.includes(kind)) return undefined
  for (const by of await filersOf(db, personId)) {
    const position = await issuePosition(db, issueId, by)
    if (!position?.facts.reopenUntil) continue
    const open = movesOpenTo(position, { by, at: now.toISOString() })
    const expiresAt = new Date(position.facts.reopenUntil)
    if (expiresAt <= now || !(open.includes('confirmSolved') || open.includes('dispute'))) continue
    const { token, hash } = newSecret()
    await db.insert(verdictLinks).values({ hash, issueId, personId, membershipId: by.membershipId, createdAt: now, expiresAt })
    return token
  }
  return undefined
}

const filersOf = (db: Db, personId: number): Promise<(By & { membershipId: number })[]> =>
  db
    .select({
      membershipId: memberships.id, personId: memberships.personId, role: memberships.role, unit: memberships.unit,
      enterpriseId: memberships.enterpriseId, associationId: memberships.associationId,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.personId, personId), inArray(memberships.role, ['enterprise', 'association']), inStanding))
