import { createHash, randomBytes } from 'node:crypto'
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle'
import { aliasedTable, and, eq, ne, or, sql } from 'drizzle-orm'
import { Lucia, TimeSpan, type DatabaseSession, type DatabaseUser } from 'lucia'
import type { Db } from '#db/client.ts'
import { standsIn } from '#db/queries/capacities.ts'
import { unreadOf } from '#db/queries/my-notices.ts'
import { memberships, people, sessions, units } from '#db/schema/index.ts'
import { prepared } from '#db/prepared.ts'
import type { Actor } from './actor.ts'
import { backToOwnRole } from './back-to-own-role.server.ts'
import { inDemoMode } from './demo-accounts.ts'
import { mayAct } from './standing.server.ts'

/**
 * All that knows Lucia. Upstream is a reference now, so it stays replaceable: sessions are rows of ours, the cookie
 * carries a token, the row its SHA-256. Idle two hours, twelve at the most, whatever happens.
 */
const idle = new TimeSpan(2, 'h')
export const absoluteMs = 12 * 3_600_000
/** A session in use is written down no more often than this. */
const stepMs = 5 * 60_000

type SessionAttributes = { membershipId: number; createdAt: Date; address: string | null; userAgent: string | null }

declare module 'lucia' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- merged into Lucia's own
  interface Register {
    Lucia: ReturnType<typeof luciaOn>
    UserId: number
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: { actor: Actor }
  }
}

/** One query a request: session, person, the membership acted in, and what waits in the inbox; who may no longer act has none. */
class Adapter extends DrizzlePostgreSQLAdapter {
  constructor(private readonly database: Db) {
    super(database, sessions as never, people as never)
  }

  override async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const read = sessionOf(this.database)
    const [row] = await read.execute({ id }).then(async (rows) => (rows[0] || !(await backToOwnRole(this.database, id)) ? rows : read.execute({ id })))
    if (!row) return [null, null]
    const { userId, expiresAt, ...attributes } = row.session
    return [{ id, userId, expiresAt, attributes }, { id: userId, attributes: { actor: { ...actorFrom(row), unread: row.unread } } }]
  }
}

/** The person whose role is acted in: usually who is signed in, else somebody they stand in for. */
const holder = aliasedTable(people, 'holder')
const standIn = standsIn(sql`${memberships.id}`, sql`${sessions.userId}`)

const sessionOf = (db: Db) =>
  prepared(db, `session_${inDemoMode()}`, () =>
    db
      .select({ session: sessionColumns, person: personColumns, membership: membershipColumns, unitName: units.nameVi, holder: { personId: holder.id, name: holder.name }, unread: unreadOf(people.id) })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.userId))
      .innerJoin(memberships, eq(memberships.id, sessions.membershipId))
      .innerJoin(holder, eq(holder.id, memberships.personId))
      .leftJoin(units, eq(units.code, memberships.unit))
      .where(and(eq(sessions.id, sql.placeholder('id')), mayAct(), or(eq(holder.id, people.id), standIn))),
  )

const sessionColumns = {
  userId: sessions.userId, expiresAt: sessions.expiresAt, membershipId: sessions.membershipId, createdAt: sessions.createdAt,
  address: sessions.address, userAgent: sessions.userAgent,
}
export const personColumns = { id: people.id, name: people.name, email: people.email, locale: people.locale }
export const membershipColumns = {
  id: memberships.id, role: memberships.role, unit: memberships.unit, enterpriseId: memberships.enterpriseId, associationId: memberships.associationId,
}

type Row = {
  person: Pick<typeof people.$inferSelect, keyof typeof personColumns>
  membership: Pick<typeof memberships.$inferSelect, keyof typeof membershipColumns>
  unitName: string | null
  holder?: { personId: number; name: string }
}

export const actorFrom = ({ person, membership, unitName, holder }: Row): Actor => ({
  personId: person.id,
  name: person.name,
  email: person.email,
  locale: person.locale === 'en' ? 'en' : 'vi',
  membershipId: membership.id,
  role: membership.role,
  unit: membership.unit,
  unitName,
  enterpriseId: membership.enterpriseId,
  associationId: membership.associationId,
  ...(holder && holder.personId !== person.id && { onBehalfOf: holder, standsIn: true }),
})

const luciaOn = (db: Db, secure: boolean) =>
  new Lucia(new Adapter(db), {
    sessionExpiresIn: idle,
    sessionCookie: { name: 'session', expires: false, attributes: { secure, sameSite: 'lax', path: '/' } },
    getSessionAttributes: ({ createdAt, membershipId }) => ({ createdAt, membershipId }),
    getUserAttributes: ({ actor }) => ({ actor }),
  })

const made = new WeakMap<Db, ReturnType<typeof luciaOn>>()
function lucia(db: Db) {
  const secure = process.env.PUBLIC_ORIGIN?.startsWith('https:') ?? false
  const one = made.get(db) ?? luciaOn(db, secure)
  made.set(db, one)
  return one
}

const idOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Starts a session for one role of one person; returns the Set-Cookie value. */
export async function startSession(db: Db, of: { personId: number; membershipId: number; address: string | null; userAgent: string | null }) {
  const token = randomBytes(32).toString('base64url')
  const { personId, ...attributes } = of
  await lucia(db).createSession(personId, { ...attributes, createdAt: new Date() }, { sessionId: idOf(token) })
  return lucia(db).createSessionCookie(token).serialize()
}

/** The person behind a cookie, or nobody. A session past its absolute limit ends here. */
export async function actorOfCookie(db: Db, cookie: string | null): Promise<Actor | undefined> {
  const token = lucia(db).readSessionCookie(cookie ?? '')
  if (!token) return undefined
  const { session, user } = await lucia(db).validateSession(idOf(token))
  if (!session) return undefined
  if (session.createdAt.getTime() + absoluteMs <= Date.now()) {
    await lucia(db).invalidateSession(session.id)
    return undefined
  }
  await goOn(db, session)
  return user.actor
}

/** Left to itself, Lucia writes a use down only in the second hour: who last did something at 0:59 would be out at 2:00. */
async function goOn(db: Db, { id, expiresAt }: { id: string; expiresAt: Date }) {
  const until = new Date(Date.now() + idle.milliseconds())
  if (until.getTime() - expiresAt.getTime() < stepMs) return
  await db.update(sessions).set({ expiresAt: until }).where(eq(sessions.id, id))
}

/** Ends the session of a cookie; returns the Set-Cookie value that empties it. */
export async function endSession(db: Db, cookie: string | null) {
  const token = lucia(db).readSessionCookie(cookie ?? '')
  if (token) await lucia(db).invalidateSession(idOf(token))
  return lucia(db).createBlankSessionCookie().serialize()
}

/** At once, everywhere: when a person is disabled or a role of theirs changes. */
export const endAllSessions = (db: Db, personId: number) => db.delete(sessions).where(eq(sessions.userId, personId))

/** The row of a cookie's session; no row has the empty id of a cookie without one. */
export function sessionIdOf(db: Db, cookie: string | null): string {
  const token = lucia(db).readSessionCookie(cookie ?? '')
  return token ? idOf(token) : ''
}

/** All of a person's sessions but the one named. */
export const endOtherSessions = (db: Db, personId: number, kept: string) =>
  db.delete(sessions).where(and(eq(sessions.userId, personId), ne(sessions.id, kept)))
