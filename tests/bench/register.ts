import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedDemoPeople } from '#app/cli/seed-demo.ts'
import { fillRegister } from '#app/seed-load/fill.server.ts'
import { connect } from '#db/client.ts'
import { startCluster } from '#db/cluster.ts'
import { migrate } from '#db/migrate.ts'
import { seedReference } from '#db/seed/reference.ts'
import { administer } from '#tests/support/administer.ts'

/** Words that stand in one issue of a thousand and in one of twenty, and nowhere else. */
export const words = { rare: 'bauxite', common: 'hydrogen' }
const plant = [{ word: words.rare, every: 1000 }, { word: words.common, every: 20 }]

/** Up to so many issues a run works on a copy, so that what it files makes the next one no larger; above, that is a fraction of a percent. */
const mostCopied = 200_000

export type Register = Awaited<ReturnType<typeof benchRegister>>

/** A register of so many issues in a cluster of its own, filled once and again when the tables have changed. */
export async function benchRegister(size: number) {
  const dataDir = `.cache/bench-${size}`
  mkdirSync(dataDir, { recursive: true })
  const cluster = await startCluster({ dataDir })
  const filled = cluster.url('bench_filled')
  const note = join(dataDir, 'filled-with')
  const tables = fingerprint()
  if (!existsSync(note) || readFileSync(note, 'utf8') !== tables) {
    await administer(cluster.url('postgres'), (sql) => sql`drop database if exists bench_filled with (force)`)
    await fill(filled, size)
    writeFileSync(note, tables)
  }
  const url = size > mostCopied ? filled : await copyOf(cluster.url)
  const [postmaster] = readFileSync(join(cluster.folder, 'data/postmaster.pid'), 'utf8').split('\n')
  return { url, postmaster: Number(postmaster), ...connect(url, { max: 4 }), stop: cluster.stop }
}

function fingerprint() {
  const hash = createHash('sha256').update(JSON.stringify(plant))
  for (const name of readdirSync('db/migrations').filter((one) => one.endsWith('.sql')).sort()) hash.update(readFileSync(join('db/migrations', name)))
  return hash.digest('hex')
}

async function fill(url: string, size: number) {
  console.log(`Filling ${size.toLocaleString('en')} issues …`)
  const began = performance.now()
  await migrate(url)
  const { db, sql, close } = connect(url, { max: 4 })
  await seedReference(db)
  await db.transaction(seedDemoPeople)
  // as in production, where demo people are nobody
  await sql`update people set demo = false where demo`
  await fillRegister(db, sql, size, { plant })
  await close()
  console.log(`… in ${((performance.now() - began) / 1000).toFixed(0)} s`)
}

async function copyOf(urlOf: (database: string) => string) {
  await administer(urlOf('postgres'), async (sql) => {
    await sql`drop database if exists bench with (force)`
    await sql`create database bench template bench_filled`
  })
  return urlOf('bench')
}
