import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { answers, issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let house: Awaited<ReturnType<typeof aHouse>>
const cookies = new Map<Actor, string>()

beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app?.close())

async function headersOf(by: Actor) {
  if (!cookies.has(by)) cookies.set(by, await cookieOf(db, by))
  return { Cookie: cookies.get(by)!, 'Sec-Fetch-Site': 'same-origin' }
}

async function post(by: Actor, code: string, fields: string | Record<string, string> | [string, string][]) {
  const body = new URLSearchParams(fields)
  const response = await fetch(`${app.origin}/issues/${code}?move=${body.get('move')}`, { method: 'POST', body, headers: await headersOf(by), redirect: 'manual' })
  return { status: response.status, to: response.headers.get('Location'), page: await response.text() }
}

async function get(by: Actor, path: string) {
  const response = await fetch(app.origin + path, { headers: await headersOf(by), redirect: 'manual' })
  return { status: response.status, to: response.headers.get('Location'), page: await response.text() }
}

async function routed() {
  const { id, code } = await anIssue(db, { enterpriseId: house.enterpriseId })
  const { version } = await walk(db, id, [[house.coordinator, routeTo('STNMT')]])
  return { id, code, version: String(version) }
}
const accept = { type: 'accept', note: undefined } as const
const eventsOf = async (id: number) => (await db.select().from(issueEvents).where(eq(issueEvents.issueId, id))).length

test('a move answers with the page of the issue and says what was done', async () => {
  const { code, version, id } = await routed()
  const { status, to } = await post(house.officer, code, { move: 'accept', version, note: '' })
  expect([status, to]).toEqual([303, `/issues/${code}?done=accept`])
  expect((await get(house.officer, to!)).page).toContain('Đã tiếp nhận giải quyết')
  expect(await eventsOf(id)).toBe(3)
})

test('the same form sent twenty times at once acts once', async () => {
  const { code, version, id } = await routed()
  const form = { move: 'accept', version, note: '', idempotencyKey: `key-${code}` }
  const all = await Promise.all(Array.from({ length: 20 }, () => post(house.officer, code, form)))
  expect(new Set(all.map(({ status, to }) => `${status} ${to}`))).toEqual(new Set([`303 /issues/${code}?done=accept`]))
  expect(await eventsOf(id)).toBe(3)
})

describe('bad input is answered in words and changes nothing:', () => {
  test.each([
    ['an empty reason', { move: 'handBack', competentUnit: 'SXD', note: '  ' }, 422],
    ['a unit nobody knows', { move: 'handBack', competentUnit: 'KHONG-CO', note: 'Không thuộc.' }, 422],
    ['a move nobody knows', { move: 'explode' }, 422],
    ['no move', {}, 422],
    ['a version that is no number', { move: 'accept', version: 'x' }, 422],
    ['a version ahead of time', { move: 'accept', version: '99' }, 409],
    ['an old version', { move: 'accept', version: '1' }, 409],
    ['a skipped step', { move: 'approve', letterNumber: '1/STNMT', letterDate: '2024-04-12' }, 409],
    ['a text with NUL', { move: 'handBack', competentUnit: 'SXD', note: 'a\0b' }, 422],
    ['a text too long', { move: 'handBack', competentUnit: 'SXD', note: 'x'.repeat(5000) }, 422],
    ['a field named __proto__', { move: 'accept', ['__proto__']: 'x' }, 422],
  ])('%s', async (_, fields, expected) => {
    const { code, version, id } = await routed()
    const { status, page } = await post(house.officer, code, Object.entries({ version, ...fields }) as [string, string][])
    expect(status).toBe(expected)
    expect(page).not.toMatch(/Error:|at .*\.ts:/)
    expect(await eventsOf(id)).toBe(2)
  })

  test('a field sent twice', async () => {
    const { code, version, id } = await routed()
    const { status } = await post(house.officer, code, [['move', 'handBack'], ['version', version], ['competentUnit', 'SXD'], ['note', 'một'], ['note', 'hai']])
    expect(status).toBe(422)
    expect(await eventsOf(id)).toBe(2)
  })
})

test.each(['0', '999999', 'KN00-00000', 'abc', '-1', '%00', '1e9', "1'--"])('the address /issues/%s leads nowhere, not to an error', async (code) => {
  expect((await get(house.coordinator, `/issues/${code}`)).status).toBeLessThan(500)
  expect((await get(house.coordinator, `/issues/${code}`)).status).toBeGreaterThanOrEqual(400)
})

test('another unit’s issue is not there, to read or to move', async () => {
  const { code, version } = await routed()
  const stranger = await aPerson(db, 'officer', { unit: 'SYT' })
  expect((await get(stranger, `/issues/${code}`)).status).toBe(404)
  expect((await post(stranger, code, { move: 'accept', version })).status).toBe(404)
})

test('who drafted last sees no way to approve and is refused when she tries', async () => {
  const { id, code } = await routed()
  const { version } = await walk(db, id, [[house.officer, accept], [house.head, { type: 'submitAnswer', text: 'Đã cấp.', note: undefined }]])
  expect((await get(house.head, `/issues/${code}`)).page).not.toContain('move=approve')
  const { status, page } = await post(house.head, code, { move: 'approve', version: String(version), letterNumber: '1/X', letterDate: '2024-04-12' })
  expect(status).toBe(409)
  expect(page).toContain('Tài khoản này không được thực hiện thao tác này vào lúc này.')
})

test('of two drafts saved from the same beginning the second is held back and shows both', async () => {
  const { id, code } = await routed()
  const { version } = await walk(db, id, [[house.officer, accept]])
  const draft = (by: Actor, text: string, seen = '') => post(by, code, { move: 'submitAnswer', intent: 'draft', version: String(version), seen, text })
  expect((await draft(house.officer, 'Dự thảo của chuyên viên.')).status).toBe(303)
  const second = await draft(house.head, 'Dự thảo của lãnh đạo.')
  expect(second.status).toBe(409)
  expect(second.page).toContain('Dự thảo của chuyên viên.')
  expect(second.page).toContain('Dự thảo của lãnh đạo.')
  const [seen] = /name="seen"[^>]*value="(\w*)"/.exec(second.page)?.slice(1) ?? []
  expect((await draft(house.head, 'Dự thảo của lãnh đạo.', seen)).status).toBe(303)
  const rows = await db.select({ text: answers.text }).from(answers).where(eq(answers.issueId, id))
  expect(rows).toEqual([{ text: 'Dự thảo của lãnh đạo.' }])
  const [row] = await db.select({ state: issues.state, version: issues.version }).from(issues).where(eq(issues.id, id))
  expect(row).toEqual({ state: 'inProgress', version })
})

test('every move open to a person has a form on the page', async () => {
  const { id, code } = await routed()
  const { version } = await walk(db, id, [[house.officer, accept]])
  const { page } = await get(house.officer, `/issues/${code}`)
  const moves = [...new Set([...page.matchAll(/\?move=(\w+)/g)].map(([, move]) => move!))]
  expect(moves.sort()).toEqual(['askEnterprise', 'escalateUpward', 'handBack', 'refuse', 'requestExtension', 'requestOpinion', 'submitAnswer'])
  for (const move of moves) {
    const form = await get(house.officer, `/issues/${code}?move=${move}`)
    expect(form.page, move).toMatch(new RegExp(`name="version"[^>]*value="${version}"`))
  }
})

test('the auditor reads the record of every step and that the chain holds; after a change behind its back, that it does not', async () => {
  const { id, code } = await routed()
  const auditor = await aPerson(db, 'auditor')
  expect((await get(auditor, `/issues/${code}`)).page).toContain('Chuỗi nhật ký nguyên vẹn')
  await db.transaction(async (tx) => {
    await tx.execute(sql`alter table issue_events disable trigger refuse_change`)
    await tx.execute(sql`update issue_events set note = 'sửa' where issue_id = ${id} and seq = 2`)
    await tx.execute(sql`alter table issue_events enable always trigger refuse_change`)
  })
  expect((await get(auditor, `/issues/${code}`)).page).toContain('Chuỗi nhật ký bị sai ở bước 2')
})
