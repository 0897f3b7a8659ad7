import { connect } from '#db/client.ts'

type Connection = ReturnType<typeof connect>
const key = Symbol.for('doi-thoai.database')
const shelf = globalThis as { [key]?: Connection }

/** No page waits longer than this; what takes longer (migration, import of years) opens its own connection. */
const limits = { statement_timeout: 15_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 20_000 }

/** The pool of this process. The server and the Remix bundle each hold a copy of this module, so it hangs on `globalThis`. */
export function connection(): Connection {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set')
  return (shelf[key] ??= connect(withLimits(url), { max: Number(process.env.DATABASE_POOL ?? 10) }))
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
  const open = shelf[key]
  delete shelf[key]
  await open?.close()
}
