import { asc, desc } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { forgetOldKeys } from '#app/http/once.server.ts'
import { comments, commitments, enterprises, idempotencyKeys, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let secretary: Actor, another: Actor
beforeAll(async () => {
  await seedReference(db)
  secretary = await aPerson(db, 'secretary', { unit: 'VPUB' })
  another = await aPerson(db, 'secretary', { unit: 'VPUB' })
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

/** A row of the outbox, as the desk sends it. */
async function send(conference: number, fields: Record<string, string>, by = secretary) {
  const body = new URLSearchParams({ form: 'capture', person: String(by.personId), ...fields })
  const headers = { Cookie: await cookieOf(db, by), Origin: app.origin }
  const answer = await fetch(`${app.origin}/conferences/${conference}/captures`, { method: 'POST', body, headers, redirect: 'manual' })
  return { status: answer.status, said: answer.headers.get('Content-Type')?.includes('json') ? ((await answer.json()) as Record<string, unknown>) : {} }
}

const comment = (text: string, key: string, more: Record<string, string> = {}) => ({ enterprise: 'Công ty TNHH Mẫu Bàn', text, idempotencyKey: key, ...more })
const promise = (of: Record<string, string>, key: string, more: Record<string, string> = {}) =>
  ({ form: 'promise', text: 'Trong quý này phải xong.', ownerUnit: 'SGTVT', dueOn: '2099-06-30', answeredBy: 'Phó Chủ tịch Mẫu', idempotencyKey: key, ...of, ...more })
const count = () => db.$count(issues)

test('a promise finds its comment by the key under which the desk sent it, and each is entered once however often it comes', async () => {
  const id = await aConference(db, secretary)
  const before = await count()
  const [first, then] = [comment('Mở rộng đường vào cụm.', 'desk.promise-1'), promise({ capture: 'desk.promise-1' }, 'desk.promise-2')]
  expect((await send(id, then)).said).toEqual({ refused: expect.stringContaining('chưa có trong sổ') })
  const { said } = await send(id, first)
  expect(said).toEqual({ code: expect.stringMatching(/^KN/) })
  for (const again of [then, first, then]) expect((await send(id, again)).said).toEqual(said)
  expect(await count()).toBe(before + 1)
  const [issue] = await db.select({ state: issues.state, code: issues.code }).from(issues).orderBy(desc(issues.id)).limit(1)
  expect(issue).toEqual({ state: 'committed', code: said.code })
  expect(await db.select({ text: commitments.text }).from(commitments)).toEqual([{ text: 'Trong quý này phải xong.' }])
})

test('what comes again after a long holiday is still known; a page’s own keys are forgotten after a day', async () => {
  const id = await aConference(db, secretary)
  const before = await count()
  const [ofDesk, ofPage] = [comment('Cấp điện ba pha.', 'desk.holiday-1'), comment('Cấp nước sạch.', 'page-key-0001')]
  for (const one of [ofDesk, ofPage]) await send(id, one)
  await db.update(idempotencyKeys).set({ createdAt: new Date(Date.now() - 30 * 86_400_000) })
  await forgetOldKeys(db)
  for (const one of [ofDesk, ofPage]) await send(id, one)
  expect(await count()).toBe(before + 3)
  await db.update(idempotencyKeys).set({ createdAt: new Date(Date.now() - 91 * 86_400_000) })
  await forgetOldKeys(db)
  expect(await db.$count(idempotencyKeys)).toBe(0)
})

test('the minute is that of the desk’s clock; one that cannot be gives way to the moment of arrival', async () => {
  const id = await aConference(db, secretary)
  const start = Date.now()
  const anHourAgo = new Date(start - 3_600_000).toISOString()
  await send(id, comment('Một giờ trước, khi mất mạng.', 'desk.minute-1', { saidAt: anHourAgo }))
  await send(id, comment('Đồng hồ chạy sai.', 'desk.minute-2', { saidAt: '2031-01-01T00:00:00.000Z' }))
  await send(id, promise({ capture: 'desk.minute-1' }, 'desk.minute-3', { saidAt: anHourAgo }))
  const [wrong, right] = await db.select({ saidAt: comments.saidAt }).from(comments).orderBy(desc(comments.id)).limit(2)
  expect(right!.saidAt!.toISOString()).toBe(anHourAgo)
  expect(wrong!.saidAt!.getTime()).toBeGreaterThanOrEqual(start)
  const [promised] = await db.select({ saidAt: commitments.saidAt }).from(commitments).orderBy(desc(commitments.id)).limit(1)
  expect(promised!.saidAt!.toISOString()).toBe(anHourAgo)
})

test('one’s words are taken from nobody else, and another’s key leads nowhere', async () => {
  const id = await aConference(db, secretary)
  await send(id, comment('Lời của thư ký thứ nhất.', 'desk.whose-1'))
  const before = await count()
  const taken = await send(id, { ...comment('Lời của người khác.', 'desk.whose-2'), person: String(secretary.personId) }, another)
  expect(taken).toEqual({ status: 409, said: { reason: { key: 'desk:waiting.another' } } })
  expect((await send(id, promise({ capture: 'desk.whose-1' }, 'desk.whose-3'), another)).said).toEqual({ refused: expect.any(String) })
  expect(await count()).toBe(before)
})

test('a promise about an issue of another conference, or one already in a unit’s hands, is refused in words', async () => {
  const [here, there] = [await aConference(db, secretary), await aConference(db, secretary)]
  const { said } = await send(there, comment('Ý kiến ở nơi khác.', 'desk.where-1'))
  expect((await send(here, promise({ code: String(said.code) }, 'desk.where-2'))).said).toEqual({ refused: expect.any(String) })
  expect((await send(here, promise({ code: 'KN00-0' }, 'desk.where-3'))).said).toEqual({ refused: expect.any(String) })
  expect((await send(there, promise({ code: String(said.code) }, 'desk.where-4'))).said).toEqual({ code: said.code })
})

test('a name typed in haste, without marks or capitals, is the enterprise on record; two that bear it are not guessed at', async () => {
  const id = await aConference(db, secretary)
  const [known] = await db.insert(enterprises).values([{ name: 'Công ty cổ phần Mẫu Thép Đông Á' }, { name: 'Công ty Mẫu Trùng' }, { name: 'CÔNG TY MẪU TRÙNG' }]).returning({ id: enterprises.id })
  const before = await db.$count(enterprises)
  await send(id, comment('Giá điện.', 'desk.name-1', { enterprise: 'cong ty co phan mau thep dong a' }))
  const [last] = await db.select({ enterprise: comments.enterpriseId }).from(comments).orderBy(desc(comments.id)).limit(1)
  expect(last!.enterprise).toBe(known!.id)
  expect(await db.$count(enterprises)).toBe(before)
  await send(id, comment('Giá nước.', 'desk.name-2', { enterprise: 'cong ty mau trung' }))
  expect(await db.$count(enterprises)).toBe(before + 1)
  expect((await db.select({ name: enterprises.name }).from(enterprises).orderBy(asc(enterprises.id))).at(-1)).toEqual({ name: 'cong ty mau trung' })
})
