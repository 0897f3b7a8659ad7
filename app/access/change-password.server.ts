import { and, eq } from 'drizzle-orm'
import { recordChange } from '#app/admin/record-change.server.ts'
import { conflict } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { credentials } from '#db/schema/index.ts'
import type { Actor } from './actor.ts'
import { forgiveAttempts, mayAttempt } from './attempts.server.ts'
import { endOtherSessions } from './lucia.server.ts'
import { hashPassword, passwordMatches } from './password.server.ts'
import { requireOwnAccount } from './require-own-account.server.ts'
import { revokeAllTokens } from './revoke-tokens.server.ts'

type Passwords = { currentPassword: string; newPassword: string }
type Changed = { ok: true } | { ok: false; because: 'wrong' | 'tooMany' }

/**
 * Changes the person's own password. Every other session and every API token of theirs ends with it: whoever may have
 * known the old one is out at once. Guesses at the current one count with those at signing in.
 */
export async function changePassword(
  db: Db,
  by: Actor,
  { currentPassword, newPassword }: Passwords,
  from: { address: string; sessionId: string },
): Promise<Changed> {
  await requireOwnAccount(db, by)
  const { personId, email } = by
  if (!(await mayAttempt(db, { address: from.address, email }))) return { ok: false, because: 'tooMany' }
  const [known] = await db.select({ hash: credentials.passwordHash }).from(credentials).where(eq(credentials.personId, personId))
  if (!known || !(await passwordMatches(known.hash, currentPassword))) return { ok: false, because: 'wrong' }
  const passwordHash = await hashPassword(newPassword)
  await db.transaction(async (tx) => {
    const unchanged = and(eq(credentials.personId, personId), eq(credentials.passwordHash, known.hash))
    const saved = await tx.update(credentials).set({ passwordHash, changedAt: new Date() }).where(unchanged).returning({ id: credentials.personId })
    if (saved.length === 0) conflict('password')
    await endOtherSessions(tx, personId, from.sessionId)
    await revokeAllTokens(tx, personId)
    await recordChange(tx, by, { subject: 'person', subjectId: personId, change: 'changePassword' })
  })
  await forgiveAttempts(db, email)
  return { ok: true }
}
