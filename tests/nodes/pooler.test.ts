import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { closeDatabase, connection, db } from '#app/http/database.server.ts'
import { once } from '#app/http/once.server.ts'
import { conferenceById } from '#db/queries/conferences.ts'
import { captureComment } from '#app/conferences/desk.server.ts'
import { seedReference } from '#db/seed/reference.ts'
import { apiAs } from '#tests/support/api.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { followStream } from '#tests/support/event-stream.ts'
import { aHouse } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { pgbouncer, poolerBefore } from '#tests/support/pgbouncer.ts'
import { startApp } from '#tests/support/server.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const database = await testDatabase()
const program = pgbouncer()
let pooler: Awaited<ReturnType<typeof poolerBefore>> | undefined
let app: Awaited<ReturnType<typeof startApp>> | undefined
let house: Awaited<ReturnType<typeof aHouse>>
let secretary: Actor

beforeAll(async () => {
  if (!program) console.log('no PgBouncer on this machine: the pages run with the settings for one, straight to PostgreSQL')
  await seedReference(database.db)
  house = await aHouse(database.db)
  secretary = await aPerson(database.db, 'secretary', { unit: 'VPUB' })
  pooler = program ? await poolerBefore(program, database.url) : undefined
  Object.assign(process.env, { DATABASE_POOLER: 'transaction', DATABASE_DIRECT_URL: database.url, DATABASE_POOL: '12' })
  app = await startApp({ databaseUrl: pooler?.url ?? database.url })
})
afterAll(async () => {
  await app?.close()
  await closeDatabase()
  pooler?.stop()
})

test('pages, creates, moves and reports of many at once go through a few connections', async () => {
  const [filer, coordinator, officer] = await Promise.all([house.enterprise, house.coordinator, house.officer].map((one) => apiAs(database.db, app!.origin, one)))
  const filed = await Promise.all(Array.from({ length: 24 }, (_, n) => filer!.post('/issues', { text: `Đề nghị số ${n}.` }, { 'Idempotency-Key': `qua-cong-${n}` })))
  expect(new Set(filed.map(({ status }) => status))).toEqual(new Set([201]))
  const routed = await Promise.all(filed.map(({ body }) =>
    coordinator!.post(`/issues/${String(body.id)}/moves`, { move: 'route', version: 1, leadUnit: 'STNMT', coordinatingUnits: [], deadlineClass: 'simple', needsLeader: false })))
  expect(new Set(routed.map(({ status }) => status))).toEqual(new Set([200]))
  const accepted = await Promise.all(routed.map(({ body }) => officer!.post(`/issues/${String(body.id)}/moves`, { move: 'accept', version: 2 })))
  expect(new Set(accepted.map(({ body }) => body.state))).toEqual(new Set(['inProgress']))
  const cookie = await cookieOf(database.db, house.officer)
  const pages = await Promise.all(['/work', '/issues', `/issues/${String(filed[0]!.body.code)}`].map((path) => fetch(app!.origin + path, { headers: { Cookie: cookie, Accept: 'text/html' } })))
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200])
  const report = await coordinator!.get('/reports/resolution?by=unit')
  expect((report.body.total as { received: number }).received).toBe(24)
})

test('what a session would keep is not asked of it: no plan by name, no setting', async () => {
  const kept = await Promise.all(Array.from({ length: 12 }, () => db().execute('select count(*)::int as plans from pg_prepared_statements')))
  expect(new Set(kept.map(([row]) => (row as unknown as { plans: number }).plans))).toEqual(new Set([0]))
  const straight = postgres(database.url, { max: 1 })
  const [[ours], [theirs]] = [await db().execute('show statement_timeout'), await straight`show statement_timeout`]
  expect((ours as { statement_timeout: string }).statement_timeout).toBe(theirs!.statement_timeout)
  await straight.end()
})

test('a failed transaction leaves nothing, and one key does its work once', async () => {
  const work = (fail: boolean) => once(db(), { personId: house.coordinator.personId, key: 'qua-cong-mot-lan', body: {} }, async (tx) => {
    await tx.execute(`select pg_advisory_xact_lock(7)`)
    if (fail) throw new Error('rolled back')
    return { done: Math.random() }
  })
  await expect(work(true)).rejects.toThrow('rolled back')
  expect(await work(false)).toEqual(await work(false))
})

test('LISTEN goes past the pooler: a page is told of a change made through it', async () => {
  const conference = (await conferenceById(database.db, await aConference(database.db, secretary)))!
  const stream = await followStream(`${app!.origin}/conferences/${conference.id}/live`, await cookieOf(database.db, secretary))
  const told = stream.changes()
  await captureComment(db(), conference, { enterprise: 'Công ty TNHH Mẫu', group: null, text: 'Đề nghị cấp điện.' }, secretary)
  await stream.next(told)
  const [{ port }] = (await connection().sql`select inet_server_port() as port`) as unknown as [{ port: number }]
  expect(String(port)).toBe(new URL(database.url).port)
})
