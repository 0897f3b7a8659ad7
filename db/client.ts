import type { PgDatabase } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from '#db/schema/index.ts'

/** The pool or a transaction on it: what takes this runs in both. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>

export type Connection = ReturnType<typeof connect>

/**
 * Connections are made when first used. `db` is for queries; `sql` is a client of its own for LISTEN and raw SQL,
 * because Drizzle changes how the client it is given reads and writes dates.
 */
export function connect(url: string, { max = 10 }: { max?: number } = {}) {
  // the library's growing pauses turned a stop of ten seconds into twenty; this finds a returning server at once
  const options = { connect_timeout: 2, backoff: () => 0.2, prepare: true, onnotice: () => {} }
  const pool = postgres(url, { ...options, max })
  const sql = postgres(url, { ...options, max: Math.min(max, 4) })
  return {
    db: drizzle(pool, { schema }) as Db,
    sql,
    close: async () => {
      // with the server gone the library waits the whole time
      await Promise.all([pool.end({ timeout: 2 }), sql.end({ timeout: 2 })])
    },
  }
}
