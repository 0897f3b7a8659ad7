import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { endSession } from '#app/access/lucia.server.ts'
import { captureComment } from '#app/conferences/desk.server.ts'
import { conferenceById } from '#db/queries/conferences.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference, importAnnex } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { followStream } from '#tests/support/event-stream.ts'
import { routeTo, walk } from '#tests/support/issues.ts'
import { anEnterprise, aPerson } from '#tests/support/people.ts'
import { serveProcess } from '#tests/support/serve-process.ts'
import { startApp } from '#tests/support/server.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const { db, sql, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let secretary: Actor, coordinator: Actor
beforeAll(async () => {
  await seedReference(db)
  secretary = await aPerson(db, 'secretary', { unit: 'VPUB' })
  coordinator = await aPerson(db, 'coordinator', { unit: 'VPUB' })
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

const meeting = async () => (await conferenceById(db, await aConference(db, secretary)))!
const say = async (conference: { id: number; heldOn: string }) =>
  captureComment(db, conference, { enterprise: 'Công ty TNHH Mẫu Trực Tiếp', group: null, text: 'Đề nghị cấp điện ổn định.' }, secretary)
const listening = async () => (await sql<{ pid: number }[]>`select pid from pg_stat_activity where datname = current_database() and query ilike 'listen "live"%'`).map(({ pid }) => pid)

const following = async (conference: { id: number }, by: Actor, origin = app.origin) =>
  followStream(`${origin}/conferences/${conference.id}/live`, await cookieOf(db, by))

test('a page is told of each change of its conference, and of no other; what it is told holds nothing to read', async () => {
  const [conference, another] = [await meeting(), await meeting()]
  const [stream, other] = [await following(conference, secretary), await following(another, coordinator)]
  const header = (name: string) => stream.response.headers.get(name)
  expect(['content-type', 'cache-control', 'x-accel-buffering', 'content-encoding'].map(header)).toEqual(['text/event-stream; charset=utf-8', 'no-store', 'no', null])
  const [before, beforeThere] = [stream.changes(), other.changes()]
  const { id } = await say(conference)
  await stream.next(before)
  await walk(db, id, [[coordinator, routeTo('STNMT')]])
  await stream.next(before + 1)
  expect(other.changes()).toBe(beforeThere)
  await importAnnex(db, another.id, secretary)
  await other.next(beforeThere)
  await app.close()
  expect(await stream.ended).toMatch(/^retry: 2000\n\n(event: change\ndata:\n\n)+$/)
  app = await startApp({ databaseUrl: url })
})

test('a change that is rolled back is told to nobody', async () => {
  const [conference, another] = [await meeting(), await meeting()]
  const [stream, other] = [await following(conference, secretary), await following(another, secretary)]
  const undone = db.transaction(async (tx) => {
    await captureComment(tx, conference, { enterprise: 'Công ty TNHH Mẫu', group: null, text: 'Không vào sổ.' }, secretary)
    throw new Error('rolled back')
  })
  await expect(undone).rejects.toThrow('rolled back')
  await say(another)
  await other.next(0)
  await say(conference)
  await stream.next(0)
  expect(stream.changes()).toBe(1)
})

test('a session that was ended is told nothing more: its stream ends with the next change, another goes on', async () => {
  const conference = await meeting()
  const cookie = await cookieOf(db, secretary)
  const ending = await followStream(`${app.origin}/conferences/${conference.id}/live`, cookie)
  const staying = await following(conference, coordinator)
  const [before, beforeThere] = [ending.changes(), staying.changes()]
  await endSession(db, cookie)
  await say(conference)
  await staying.next(beforeThere)
  await ending.ended
  expect(ending.changes()).toBe(before)
})

test('who has no part in the hall gets no stream', async () => {
  const conference = await meeting()
  const statusFor = async (by: Actor | undefined) => {
    const answer = await fetch(`${app.origin}/conferences/${conference.id}/live`, { headers: by ? { Cookie: await cookieOf(db, by) } : {}, redirect: 'manual' })
    await answer.body?.cancel()
    return answer.status
  }
  const enterprise = await aPerson(db, 'enterprise', { enterpriseId: await anEnterprise(db) })
  const officer = await aPerson(db, 'officer', { unit: 'STNMT' })
  expect(await Promise.all([enterprise, officer, undefined].map(statusFor))).toEqual([403, 403, 302])
  const missing = await fetch(`${app.origin}/conferences/999999/live`, { headers: { Cookie: await cookieOf(db, secretary) } })
  expect(missing.status).toBe(404)
})

test('all streams of a process share one connection; lost, it is made again, and every page asks anew', async () => {
  const conference = await meeting()
  const streams = await Promise.all([secretary, coordinator, secretary, coordinator, secretary].map((by) => following(conference, by)))
  const [pid, ...more] = await listening()
  expect(more).toEqual([])
  const before = streams.map(({ changes }) => changes())
  await sql`select pg_terminate_backend(${pid!})`
  await Promise.all(streams.map((stream, at) => stream.next(before[at]!)))
  await expect.poll(listening).toHaveLength(1)
  const since = streams.map(({ changes }) => changes())
  await say(conference)
  await Promise.all(streams.map((stream, at) => stream.next(since[at]!)))
})

test('two processes on one database: what is written through one is told by the other, and a stop ends its streams', { timeout: 120_000 }, async () => {
  const conference = await meeting()
  const served = await serveProcess({ DATABASE_URL: url, WORKER: 'apart' })
  const stream = await following(conference, coordinator, served.origin)
  await expect.poll(listening).toHaveLength(2)
  const before = stream.changes()
  await say(conference)
  await stream.next(before)
  const start = performance.now()
  served.child.kill('SIGTERM')
  await stream.ended
  expect(await served.ended).toBe(0)
  expect(performance.now() - start).toBeLessThan(10_000)
})
