import { createHash, randomBytes } from 'node:crypto'
import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { prepared } from '#db/prepared.ts'
import { apiTokens, memberships, people, units } from '#db/schema/index.ts'
import type { Actor } from './actor.ts'
import { inDemoMode } from './demo-accounts.ts'
import { actorFrom, membershipColumns, personColumns } from './lucia.server.ts'
import { inStanding, mayAct } from './standing.server.ts'

const hashed = (token: string) => createHash('sha256').update(token).digest('hex')

/** The person a bearer token acts as, in one role; nobody when it is unknown, revoked, expired, or they may not act. */
export async function actorOfToken(db: Db, header: string | null): Promise<Actor | undefined> {
  const token = /^Bearer ([\w-]{20,200})$/.exec(header ?? '')?.[1]
  if (!token) return undefined
  const [row] = await holderOfToken(db).execute({ hash: hashed(token) })
  if (!row) return undefined
  await noteUse(db, row)
  return actorFrom(row)
}

/** A use is written down no more often than this. */
const stepMs = 15 * 60_000

async function noteUse(db: Db, { tokenId, lastUsedAt }: { tokenId: number; lastUsedAt: Date | null }) {
  const now = new Date()
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < stepMs) return
  await db.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, tokenId))
}

const holderOfToken = (db: Db) =>
  prepared(db, `holder_of_token_${inDemoMode()}`, () =>
    db
      .select({
        tokenId: apiTokens.id, lastUsedAt: apiTokens.lastUsedAt, person: personColumns, membership: membershipColumns, unitName: units.nameVi,
      })
      .from(apiTokens)
      .innerJoin(people, eq(people.id, apiTokens.personId))
      .innerJoin(memberships, eq(memberships.id, apiTokens.membershipId))
      .leftJoin(units, eq(units.code, memberships.unit))
      .where(
        and(
          eq(apiTokens.hash, sql.placeholder('hash')),
          isNull(apiTokens.revokedAt),
          or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, sql`now()`)),
          mayAct(),
        ),
      ),
  )

/** Makes a token for a person's first role and returns it; only its hash is kept. `undefined` when nobody has that e-mail. */
export async function createToken(db: Db, email: string, name: string): Promise<string | undefined> {
  const [row] = await db
    .select({ personId: people.id, membershipId: memberships.id })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(and(eq(people.email, email.trim().toLowerCase()), inStanding))
    .orderBy(asc(memberships.id))
    .limit(1)
  if (!row) return undefined
  const token = `dt_${randomBytes(32).toString('base64url')}`
  await db.insert(apiTokens).values({ ...row, name, hash: hashed(token) })
  return token
}
