import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { credentials, memberships, people } from '#db/schema/index.ts'
import { forgiveAttempts, mayAttempt } from './attempts.server.ts'
import { startSession } from './lucia.server.ts'
import { hashPassword, passwordMatches } from './password.server.ts'
import { mayAct } from './standing.server.ts'

type SignedIn = { ok: true; cookie: string } | { ok: false; because: 'wrong' | 'tooMany' }

let decoy: Promise<string> | undefined

/**
 * Checks e-mail and password and starts a session in the person's first role that is in force. Attempts are
 * limited. An unknown address, or one that may not act, costs the same time as a wrong password.
 */
export async function signIn(
  db: Db,
  { email, password }: { email: string; password: string },
  from: { address: string; userAgent: string | null },
): Promise<SignedIn> {
  if (!(await mayAttempt(db, { address: from.address, email }))) return { ok: false, because: 'tooMany' }
  const [person] = await db
    .select({ id: people.id, hash: credentials.passwordHash, membershipId: memberships.id })
    .from(people)
    .innerJoin(credentials, eq(credentials.personId, people.id))
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(and(eq(people.email, email), mayAct()))
    .orderBy(asc(memberships.id))
    .limit(1)
  decoy ??= hashPassword('nobody has this one')
  const matches = await passwordMatches(person?.hash ?? (await decoy), password)
  if (!person || !matches) return { ok: false, because: 'wrong' }
  await forgiveAttempts(db, email)
  const cookie = await startSession(db, {
    personId: person.id, membershipId: person.membershipId, address: from.address || null, userAgent: from.userAgent,
  })
  return { ok: true, cookie }
}
