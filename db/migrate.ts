import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { Db } from './client.ts'
import { projectRoot } from './project-root.ts'
import { addEventYears } from './queries/event-years.ts'

const lock = 8_040_524

const codeOf = (error: unknown) => (error as { code?: string }).code
const one = { max: 1, max_lifetime: null, connect_timeout: 5, onnotice: () => {} }

async function createDatabase(url: string): Promise<void> {
  const maintenance = new URL(url)
  const name = decodeURIComponent(maintenance.pathname.slice(1))
  maintenance.pathname = '/postgres'
  const sql = postgres(maintenance.href, one)
  try {
    await sql`create database ${sql(name)}`
  } catch (error) {
    // 42P04, 23505: another process has just made it
    if (!['42P04', '23505'].includes(codeOf(error) ?? '')) throw error
  } finally {
    await sql.end()
  }
}

/** Brings the database to today's tables; makes it when it does not exist. Several processes may call it at once. */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, one)
  try {
    // the migrator itself takes no lock; this one ends with the connection
    await sql`select pg_advisory_lock(${lock})`
    await runMigrations(drizzle(sql), { migrationsFolder: join(projectRoot, 'db/migrations') })
    await addEventYears(drizzle(sql) as Db, new Date())
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error
    await createDatabase(url)
    await migrate(url)
  } finally {
    await sql.end()
  }
}
