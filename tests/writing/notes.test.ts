import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { addNote } from '#app/notes/add-note.server.ts'
import { notesRead } from '#db/queries/internal-notes.ts'
import { internalNotes, issueEvents, issues, notices } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { apiAs } from '#tests/support/api.ts'
import { crawl } from '#tests/support/crawl.ts'
import { testDatabase } from '#tests/support/database.ts'
import { wholeHouse, type House } from '#tests/support/every-state.ts'
import { anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const { db, sql, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let house: House
let asked: Actor
let stranger: Actor
let issue: { id: number; code: string }
const [own, shared, theirs, office] = ['bimatchutri', 'bimatchung', 'bimatphoihop', 'bimatdaumoi']

beforeAll(async () => {
  await seedReference(db)
  house = await wholeHouse(db)
  ;[asked, stranger] = await Promise.all([aPerson(db, 'officer', { unit: 'STC' }), aPerson(db, 'head', { unit: 'SXD' })])
  issue = await anIssue(db, { enterpriseId: house.enterpriseId, text: 'Chimxanh xin cấp giấy.' })
  await db.update(issues).set({ associationId: house.associationId }).where(eq(issues.id, issue.id))
  await walk(db, issue.id, [[house.coordinator, routeTo('STNMT', { coordinatingUnits: ['STC'] })], [house.officer, { type: 'accept', note: undefined }]])
  const note = (by: Actor, text: string, toAll = false) => addNote(db, { id: issue.id, by, text, shared: toAll })
  await note(house.officer, own!)
  await note(house.head, shared!, true)
  await note(asked, theirs!)
  await note(house.coordinator, office!)
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

const readBy = async (actor: Actor) => (await notesRead(db, issue.id, actor)).map(({ text }) => text)

test('each reads what is meant for them: the lead and the offices all, an asked unit its own and what is shared', async () => {
  for (const all of [house.officer, house.head, house.coordinator, house.secretary, house.leader, house.auditor]) expect(await readBy(all)).toEqual([own, shared, theirs, office])
  expect(await readBy(asked)).toEqual([shared, theirs])
  for (const nobody of [house.enterprise, house.association, house.admin]) expect(await readBy(nobody)).toEqual([])
})

describe('a note', () => {
  test.each([
    ['the secretary', () => house.secretary, 409],
    ['the leader', () => house.leader, 409],
    ['the auditor', () => house.auditor, 409],
    ['an unrelated unit', () => stranger, 404],
    ['the administrator', () => house.admin, 404],
    ['the enterprise', () => house.enterprise, 409],
  ])('is refused from %s', async (_, who, status) => {
    await expect(addNote(db, { id: issue.id, by: who(), text: 'x', shared: false })).rejects.toMatchObject({ status })
  })

  test('keeps its words and its author: the database refuses to change or remove it', async () => {
    await expect(sql`update internal_notes set text = 'khác'`).rejects.toThrow(/append-only/)
    await expect(sql`delete from internal_notes`).rejects.toThrow(/append-only/)
    const [row] = await db.select().from(internalNotes)
    expect(row).toMatchObject({ text: own, authorName: house.officer.name, role: 'officer', unit: 'STNMT', unitName: house.officer.unitName })
  })

  test('leaves no event, no notice and no stale form behind', async () => {
    const count = async () => [await db.$count(issueEvents), await db.$count(notices)]
    const before = await count()
    await addNote(db, { id: issue.id, by: house.coordinator, text: 'Thêm một ghi chú.', shared: false })
    expect(await count()).toEqual(before)
  })
})

test.each([['enterprise'], ['association']] as const)('nothing that an %s can open holds a word of a note', async (role) => {
  const cookie = await cookieOf(db, house[role])
  const guesses = ['', '/notes', '/notes.data', '?compare=1..2', '.data'].map((rest) => `/issues/${issue.code}${rest}`)
  const pages = await crawl(app.origin, cookie, ['/', '/work', '/notices', '/issues?q=chimxanh', '/commitments.ics', ...guesses])
  const api = await apiAs(db, app.origin, house[role])
  const answered = await Promise.all([`/issues/${issue.code}`, '/issues'].map((path) => api.get(path)))
  expect(pages.some(({ path, status }) => path === `/issues/${issue.code}` && status === 200)).toBe(true)
  const all = [...pages.map(({ path, html }) => ({ path, text: html })), ...answered.map(({ body }) => ({ path: 'api', text: JSON.stringify(body) }))]
  const leaks = all.flatMap(({ path, text }) => [own, shared, theirs, office].filter((word) => text.includes(word!)).map((word) => `${word} at ${path}`))
  expect(leaks).toEqual([])
  expect(pages.find(({ path }) => path === `/issues/${issue.code}/notes`)?.status).toBe(403)
})

test('a word that stands only in a note finds nothing, whoever searches', async () => {
  for (const actor of [house.enterprise, house.officer, house.coordinator]) {
    expect((await (await apiAs(db, app.origin, actor)).get(`/issues?q=${own}`)).body.items).toEqual([])
  }
})

test('an asked unit finds on the page just its own notes and those shared with it', async () => {
  const page = await fetch(`${app.origin}/issues/${issue.code}`, { headers: { Cookie: await cookieOf(db, asked) } })
  const html = await page.text()
  for (const word of [shared, theirs]) expect(html).toContain(word)
  for (const word of [own, office]) expect(html).not.toContain(word)
})

test('a note without words comes back with the error at its field; a good one lands on the issue', async () => {
  const send = async (fields: Record<string, string>) =>
    fetch(`${app.origin}/issues/${issue.code}/notes`, {
      method: 'POST', body: new URLSearchParams({ intent: 'note', ...fields }), redirect: 'manual',
      headers: { Cookie: await cookieOf(db, house.head), 'Sec-Fetch-Site': 'same-origin' },
    })
  const wrong = await send({ text: '  ', shared: 'yes' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('id="note-text-error"')
  const good = await send({ text: 'Đã gọi doanh nghiệp.' })
  expect([good.status, good.headers.get('Location')]).toEqual([303, `/issues/${issue.code}?done=note#notes`])
  expect(await readBy(house.officer)).toContain('Đã gọi doanh nghiệp.')
})
