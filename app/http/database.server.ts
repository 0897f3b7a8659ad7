import { connect, type Db } from '#db/client.ts'
import { standingOf } from '#db/queries/standing.ts'

type Connection = ReturnType<typeof connect>
const key = Symbol.for('doi-thoai.database')
type Shelf = { whole?: Connection; copy?: Connection; standing?: { until: number; found: Promise<Standing | undefined> } }
const shelf = ((globalThis as { [key]?: Shelf })[key] ??= {})

/** No page waits longer than this; what takes longer (migration, import of years) opens its own connection. */
const limits = { statement_timeout: 15_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 20_000 }
const most = () => Number(process.env.DATABASE_POOL ?? 10)

/**
 * The pool of this process. The server and the Remix bundle each hold a copy of this module, so it hangs on `globalThis`.
 * Through a pooler that lends a connection for one transaction nothing may be kept in a session: neither plans nor
 * settings, which its operator gives to the role, and LISTEN has a way of its own.
 */
export function connection(): Connection {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set')
  const pooled = process.env.DATABASE_POOLER === 'transaction'
  return (shelf.whole ??= connect(pooled ? url : withLimits(url), { max: most(), prepare: !pooled, direct: withLimits(process.env.DATABASE_DIRECT_URL || url) }))
}

/** The client hands unknown parameters of the address to the server as settings of each session. */
function withLimits(url: string) {
  const settings = Object.entries(limits).filter(([name]) => !url.includes(`${name}=`))
  const query = settings.map(([name, ms]) => `${name}=${ms}`).join('&')
  return `${url}${url.includes('?') ? '&' : '?'}${query}`
}

export function db() {
  return connection().db
}

export async function databaseAnswers() {
  await connection().sql`select 1`
}

export async function closeDatabase() {
  const { whole, copy } = shelf
  Object.assign(shelf, { whole: undefined, copy: undefined, standing: undefined })
  await Promise.all([whole?.close(), copy?.close()])
}

/** How far the copy of the database has come that reports are read from. */
export type Standing = { at: Date; behindSeconds: number }

/**
 * What reports, exports and published pages read: the copy that DATABASE_REPLICA_URL names, while it answers and is no
 * further behind than DATABASE_REPLICA_SECONDS; else the database itself. Nothing can be written through it.
 */
export const reportDb = async (): Promise<Db> => ((await reportStanding()) && shelf.copy ? shelf.copy.db : db())

/** Where the copy stands, when reports are read from it. */
export function reportStanding(): Promise<Standing | undefined> {
  const url = process.env.DATABASE_REPLICA_URL
  if (!url) return Promise.resolve(undefined)
  if (shelf.standing && shelf.standing.until > Date.now()) return shelf.standing.found
  shelf.copy ??= connect(withLimits(url), { max: most() })
  const found = standingOf(connection().sql, shelf.copy.sql, Number(process.env.DATABASE_REPLICA_SECONDS || 30)).catch(() => undefined)
  const asked = { until: Infinity, found }
  shelf.standing = asked
  // a copy that does not answer is not asked again at each page
  void found.then((standing) => (asked.until = Date.now() + (standing ? 1_000 : 5_000)))
  return found
}
