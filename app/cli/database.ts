import { resolve } from 'node:path'
import type { Env } from '#app/http/env.ts'
import { buildLackingHoldings } from '#app/issues/rebuild-holdings.server.ts'
import { connect } from '#db/client.ts'
import { startCluster } from '#db/cluster.ts'
import { migrate } from '#db/migrate.ts'
import { seedReference } from '#db/seed/reference.ts'

type OpenDatabase = { url: string; stop: () => Promise<void> }

/**
 * The database of this installation, migrated and with its reference data: the one DATABASE_URL names, past a pooler
 * before it (`url` is for what commands do; pages go through the pooler), else the packaged PostgreSQL under DATA_DIR,
 * which is started or, where it runs already, attached to.
 */
export async function openDatabase(env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'> & Partial<Pick<Env, 'DATABASE_DIRECT_URL'>>, say: (line: string) => void = () => {}): Promise<OpenDatabase> {
  const named = env.DATABASE_DIRECT_URL ?? env.DATABASE_URL
  const cluster = named ? undefined : await startCluster({ dataDir: resolve(env.DATA_DIR), log: say })
  const url = named ?? cluster!.url()
  await migrate(url)
  await withDatabase(url, seedReference)
  await withDatabase(url, (db) => buildLackingHoldings(db, say))
  return { url, stop: cluster?.stop ?? (async () => {}) }
}

/** A connection for one piece of work at start-up, apart from the pool that serves pages. */
export async function withDatabase<T>(url: string, work: (db: ReturnType<typeof connect>['db']) => Promise<T>): Promise<T> {
  const { db, close } = connect(url, { max: 2 })
  try {
    return await work(db)
  } finally {
    await close()
  }
}
