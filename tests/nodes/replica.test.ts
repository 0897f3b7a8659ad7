import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { closeDatabase, db, reportDb, reportStanding } from '#app/http/database.server.ts'
import { connect } from '#db/client.ts'
import { startCluster } from '#db/cluster.ts'
import { migrate } from '#db/migrate.ts'
import { seedReference } from '#db/seed/reference.ts'
import { anIssue } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { replicaOf } from '#tests/support/replica.ts'
import { startApp } from '#tests/support/server.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-copied-'))
const cluster = await startCluster({ dataDir: folder, durable: false })
const url = cluster.url('register')
let copy: Awaited<ReturnType<typeof replicaOf>> | undefined
let onCopy: ReturnType<typeof connect> | undefined
let app: Awaited<ReturnType<typeof startApp>> | undefined
let leader: Actor

beforeAll(async () => {
  await migrate(url)
  copy = await replicaOf(cluster)
  process.env.DATABASE_REPLICA_URL = copy.url('register')
  process.env.DATABASE_REPLICA_SECONDS = '2'
  app = await startApp({ databaseUrl: url })
  await seedReference(db())
  leader = await aPerson(db(), 'leader', { unit: 'VPUB' })
  onCopy = connect(copy.url('register'), { max: 1 })
})
afterAll(async () => {
  await app?.close()
  await onCopy?.close()
  await copy?.stop()
  await cluster.stop()
  for (const one of [cluster.folder, folder]) await rm(one, { recursive: true, force: true })
})

const readsTheCopy = async () => ((await (await reportDb()).execute(sql`select pg_is_in_recovery() as copy`)) as unknown as { copy: boolean }[])[0]!.copy
const page = async () => (await fetch(`${app!.origin}/reports/resolution`, { headers: { Cookie: await cookieOf(db(), leader), Accept: 'text/html' } })).text()
const note = (html: string) => /bản sao chậm \d+ giây/.exec(html)?.[0]

test('reports are read from the copy, which takes no change and soon has what was written', async () => {
  await expect.poll(readsTheCopy).toBe(true)
  await expect((await reportDb()).execute(sql`delete from notices`)).rejects.toThrow()
  const { code } = await anIssue(db())
  await expect.poll(async () => (await (await reportDb()).execute(sql`select 1 from issues where code = ${code}`)).length).toBe(1)
  await expect.poll(async () => note(await page())).toBe('bản sao chậm 0 giây')
})

const readers = ['/reports', '/reports/resolution', '/reports/resolution.csv', '/reports/resolution.xlsx', '/reports/compare', '/reports/open', '/reports/time', '/reports/promises',
  '/issues.csv', '/issues.xlsx', '/published']
test.each(readers)('%s writes nothing through the copy', async (path) => {
  await expect.poll(readsTheCopy).toBe(true)
  const response = await fetch(app!.origin + path, { headers: { Cookie: await cookieOf(db(), leader) } })
  expect([response.status, (await response.arrayBuffer()).byteLength > 0]).toEqual([200, true])
})

test('a copy that falls behind says so on the page, and beyond the bound is not read', async () => {
  await onCopy!.sql`select pg_wal_replay_pause()`
  await anIssue(db())
  const told: (number | undefined)[] = []
  await expect.poll(async () => {
    told.push((await reportStanding())?.behindSeconds)
    return told.at(-1)
  }).toBeUndefined()
  expect(Math.max(...told.filter((one) => one !== undefined))).toBeLessThanOrEqual(2)
  expect(await readsTheCopy()).toBe(false)
  expect(note(await page())).toBeUndefined()
  await onCopy!.sql`select pg_wal_replay_resume()`
  await expect.poll(readsTheCopy).toBe(true)
})

test('a copy that is down is not missed', async () => {
  await copy!.stop()
  await expect.poll(readsTheCopy).toBe(false)
  expect(await page()).toContain('<h1')
})

test('an address that is no copy is not read for reports', async () => {
  await closeDatabase()
  process.env.DATABASE_REPLICA_URL = cluster.url('postgres')
  expect(await reportStanding()).toBeUndefined()
})
