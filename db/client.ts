import type { PgDatabase } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from '#db/schema/index.ts'

/** The pool or a transaction on it: what takes this runs in both. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>

/**
 * Connections are made when first used. `db` is for queries; `sql` is a client of its own for LISTEN and raw SQL,
 * because Drizzle changes how the client it is given reads and writes dates. It goes by `direct` where `url` leads through
 * a pooler, for which `prepare` is off.
 */
export function connect(url: string, { max = 10, prepare = true, direct = url }: { max?: number; prepare?: boolean; direct?: string } = {}) {
  // the library's growing pauses turned a stop of ten seconds into twenty; this finds a returning server at once
  const options = { connect_timeout: 2, backoff: () => 0.2, prepare: true, onnotice: () => {} }
  const pool = postgres(url, { ...options, prepare, max })
  const sql = postgres(direct, { ...options, max: Math.min(max, 4) })
  return {
    db: drizzle(prepare ? preparing(pool) : pool, { schema }) as Db,
    sql,
    close: async () => {
      // with the server gone the library waits the whole time
      await Promise.all([pool.end({ timeout: 2 }), sql.end({ timeout: 2 })])
    },
  }
}

type Client = Pick<postgres.Sql, 'unsafe'> & Partial<Pick<postgres.Sql, 'begin'>> & Partial<Pick<postgres.TransactionSql, 'savepoint'>>

/** A text this long was written for one occasion (a batch of rows): kept, it would only fill the server's memory. */
const longestKept = 12_000

/**
 * Drizzle sends its texts by a way the client does not prepare: two round trips, a parse and a plan for every query.
 * Prepared, the same text costs one trip, and the plan is kept by the connection.
 */
function preparing<C extends Client>(client: C): C {
  const { unsafe, begin, savepoint } = client
  client.unsafe = ((text: string, values: never[] = [], options: object = {}) =>
    unsafe(text, values, { ...options, prepare: values.length > 0 && text.length < longestKept })) as C['unsafe']
  if (begin) client.begin = ((...args: unknown[]) => Reflect.apply(begin, client, withPreparing(args))) as C['begin']
  if (savepoint) client.savepoint = ((...args: unknown[]) => Reflect.apply(savepoint, client, withPreparing(args))) as C['savepoint']
  return client
}

/** The callback of a transaction is the last argument; the client it is given must prepare too. */
const withPreparing = (args: unknown[]) =>
  args.map((arg) => (typeof arg === 'function' ? (client: Client) => (arg as (client: Client) => unknown)(preparing(client)) : arg))
