import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { startSession } from '#app/access/lucia.server.ts'
import { moveByClock } from '#app/issues/move-by-clock.server.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { sweep } from '#app/notices/sweep.server.ts'
import { startWorker } from '#app/notices/worker.server.ts'
import { issueEvents, issues, notices, rateLimits, sessions } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { mailServer } from '#tests/support/mail-server.ts'

const { db, sql } = await testDatabase()
registerFromDisk()
beforeAll(() => seedReference(db))

const monday = new Date('2024-05-06T02:00:00Z')
const movesOf = async (id: number) =>
  (await db.select({ move: issueEvents.move, role: issueEvents.role }).from(issueEvents).where(eq(issueEvents.issueId, id)).orderBy(asc(issueEvents.seq))).slice(1)

async function awaitingEnterprise() {
  const house = await aHouse(db)
  const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, at: monday })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }], [house.officer, { type: 'askEnterprise', question: 'Hồ sơ số mấy?' }]], monday)
  return { ...house, id }
}

test('when the enterprise’s time is over the clock lets work go on, once, although two workers ask', async () => {
  const { id } = await awaitingEnterprise()
  expect(await moveByClock(db, new Date('2024-05-20T09:59:00Z'))).toBe(0)
  const moved = await Promise.all([1, 2, 3].map(() => moveByClock(db, new Date('2024-05-20T10:00:00Z'))))
  expect(moved.reduce((sum, n) => sum + n, 0)).toBe(1)
  expect((await movesOf(id)).at(-1)).toEqual({ move: 'resume', role: 'system' })
  const [row] = await db.select().from(issues).where(eq(issues.id, id))
  expect(row?.state).toBe('inProgress')
})

test('when nobody disputes in time a resolved issue is closed by the clock, and not before', async () => {
  const { enterpriseId, coordinator, officer, head } = await aHouse(db)
  const { id } = await anIssue(db, { enterpriseId, at: monday })
  await walk(db, id, [
    [coordinator, routeTo('STNMT')],
    [officer, { type: 'accept', note: undefined }],
    [officer, { type: 'submitAnswer', text: 'Đã cấp.', note: undefined }],
    [head, { type: 'approve', letterNumber: '1/STNMT', letterDate: '2024-05-06', note: undefined }],
    [officer, { type: 'fulfil', evidence: 'Biên bản bàn giao.', commitment: undefined }],
  ], monday)
  const [{ reopenUntil } = { reopenUntil: null }] = await db.select({ reopenUntil: issues.reopenUntil }).from(issues).where(eq(issues.id, id))
  expect(await moveByClock(db, reopenUntil!)).toBe(0)
  expect(await moveByClock(db, new Date(reopenUntil!.getTime() + 1))).toBe(1)
  expect(await moveByClock(db, new Date(reopenUntil!.getTime() + 60_000))).toBe(0)
  expect((await movesOf(id)).at(-1)).toEqual({ move: 'close', role: 'system' })
})

test('sessions that ended and counters past their time are swept, the others stay', async () => {
  const { officer } = await aHouse(db)
  await startSession(db, { personId: officer.personId, membershipId: officer.membershipId, address: null, userAgent: null })
  await startSession(db, { personId: officer.personId, membershipId: officer.membershipId, address: null, userAgent: null })
  const [one] = await db.select().from(sessions)
  await db.update(sessions).set({ expiresAt: new Date(Date.now() - 1000) }).where(eq(sessions.id, one!.id))
  await db.insert(rateLimits).values([{ key: 'account:a', points: 1, expire: new Date(0) }, { key: 'account:c', points: 1, expire: new Date(Date.now() + 60_000) }])
  await sweep(db)
  expect(await db.select().from(sessions)).toHaveLength(1)
  expect((await db.select().from(rateLimits)).map((row) => row.key)).toEqual(['account:c'])
})

test('the worker sends a letter within moments of the move, makes the moves of the clock, and stops when told', async () => {
  const server = await mailServer()
  process.env.SMTP_URL = server.url
  const stopping = new AbortController()
  onTestFinished(() => {
    delete process.env.SMTP_URL
    stopping.abort()
  })
  const { id } = await awaitingEnterprise()
  await db.delete(notices)
  const worker = startWorker({ db, sql, env: { SMTP_URL: server.url, MAIL_FROM: 'a@example.vn', PUBLIC_ORIGIN: undefined, PORT: 3000 }, signal: stopping.signal })
  await vi.waitFor(async () => expect((await movesOf(id)).at(-1)?.move).toBe('resume'), 4_000)
  await vi.waitFor(async () => expect((await db.select().from(notices)).every((row) => row.mailedAt)).toBe(true), 8_000)
  const before = server.received.length
  const { coordinator, officer } = await aHouse(db, 'SXD')
  const next = await anIssue(db)
  const started = Date.now()
  await walk(db, next.id, [[coordinator, routeTo('SXD')]])
  await vi.waitFor(() => expect(server.received.slice(before).map(({ to }) => to)).toContain(officer.email), { timeout: 4_000, interval: 20 })
  expect(Date.now() - started).toBeLessThan(3_000)
  stopping.abort()
  await worker
})
