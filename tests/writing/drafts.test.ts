import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { autosave } from '#app/issues/autosave.server.ts'
import { issueView } from '#app/issues/issue-view.server.ts'
import { renewPresence } from '#db/queries/presences.ts'
import { answers, issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { wholeHouse, type House } from '#tests/support/every-state.ts'
import { anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'

const { db } = await testDatabase()
let house: House
let colleague: Actor
beforeAll(async () => {
  await seedReference(db)
  house = await wholeHouse(db)
  colleague = await aPerson(db, 'officer', { unit: 'STNMT', name: 'Trần Thị Lan' })
})

async function atWork() {
  const issue = await anIssue(db, { enterpriseId: house.enterpriseId })
  await walk(db, issue.id, [[house.coordinator, routeTo('STNMT', { coordinatingUnits: ['STC'] })], [house.officer, { type: 'accept', note: undefined }]])
  return issue
}
const versionOf = async (id: number) => (await db.select().from(issues).where(eq(issues.id, id)))[0]!.version
const textsOf = async (id: number) => (await db.select().from(answers).where(eq(answers.issueId, id)).orderBy(answers.number)).map(({ text }) => text)
const keep = (id: number, by: Actor, text: string, ...seen: string[]) => autosave(db, { id, by, draft: { text, seen } })

describe('a draft that saves itself', () => {
  test('grows in one row, without an event and without making other forms stale', async () => {
    const { id } = await atWork()
    const before = [await versionOf(id), await db.$count(issueEvents, eq(issueEvents.issueId, id))]
    const first = await keep(id, house.officer, 'Sở sẽ', '')
    const second = await keep(id, house.officer, 'Sở sẽ cấp giấy.', first.saved!.sha256)
    expect(await textsOf(id)).toEqual(['Sở sẽ cấp giấy.'])
    expect(second.saved?.sha256).not.toBe(first.saved?.sha256)
    expect([await versionOf(id), await db.$count(issueEvents, eq(issueEvents.issueId, id))]).toEqual(before)
  })

  test('never overwrites what a colleague saved meanwhile: both texts are there to see', async () => {
    const { id } = await atWork()
    await keep(id, colleague, 'Bản của chị Lan.', '')
    const refused = await keep(id, house.officer, 'Bản của tôi.', '')
    expect(refused).toMatchObject({ theirs: { text: 'Bản của chị Lan.', by: 'Trần Thị Lan' } })
    expect(refused.saved).toBeUndefined()
    expect(await textsOf(id)).toEqual(['Bản của chị Lan.'])
    await keep(id, house.officer, 'Bản chung.', refused.theirs!.sha256)
    expect(await textsOf(id)).toEqual(['Bản chung.'])
  })

  test('of twenty people who begin from nothing at once keeps one text and shows it to the others', async () => {
    const { id } = await atWork()
    const people = await Promise.all(Array.from({ length: 20 }, () => aPerson(db, 'officer', { unit: 'STNMT' })))
    const outcomes = await Promise.all(people.map((by, at) => keep(id, by, `Bản số ${at}.`, '')))
    expect(outcomes.filter(({ saved }) => saved)).toHaveLength(1)
    const [text] = await textsOf(id)
    expect(outcomes.flatMap(({ theirs }) => (theirs ? [theirs.text] : []))).toEqual(Array.from({ length: 19 }, () => text))
  })

  test('the same text sent twice, as after a lost answer, is nobody’s overwriting', async () => {
    const { id } = await atWork()
    await keep(id, house.officer, 'Một.', '')
    expect((await keep(id, house.officer, 'Một.', '')).saved).toBeDefined()
  })

  test.each([
    ['the coordinating office', () => house.coordinator, 409],
    ['the auditor', () => house.auditor, 409],
    ['a unit that was asked', async () => aPerson(db, 'officer', { unit: 'STC' }), 409],
    ['an unrelated unit', async () => aPerson(db, 'officer', { unit: 'SXD' }), 404],
    ['the enterprise', () => house.enterprise, 409],
  ])('is not for %s', async (_, who, status) => {
    const { id } = await atWork()
    await expect(keep(id, await who(), 'x', '')).rejects.toMatchObject({ status })
    expect(await textsOf(id)).toEqual([])
  })

  test('stops with the handing in: what comes late changes nothing', async () => {
    const { id } = await atWork()
    const { saved } = await keep(id, house.officer, 'Dự thảo.', '')
    await walk(db, id, [[house.officer, { type: 'submitAnswer', text: 'Bản trình.', note: undefined }]])
    await expect(keep(id, house.officer, 'Đến muộn.', saved!.sha256)).rejects.toMatchObject({ status: 409 })
    expect(await textsOf(id)).toEqual(['Bản trình.'])
  })
})

describe('who is writing', () => {
  const seenBy = async (id: number, actor: Actor) => (await issueView(db, String(id), { actor, language: 'vi' }))?.writing

  test('is told to colleagues of the unit and to nobody else', async () => {
    const { id } = await atWork()
    await renewPresence(db, id, colleague, new Date())
    expect(await seenBy(id, house.officer)).toEqual(['Trần Thị Lan'])
    expect(await seenBy(id, house.head)).toEqual(['Trần Thị Lan'])
    const asked = await aPerson(db, 'officer', { unit: 'STC' })
    for (const other of [colleague, asked, house.coordinator, house.leader, house.auditor, house.enterprise]) expect(await seenBy(id, other)).toEqual([])
  })

  test('is over a minute after the last sign', async () => {
    const { id } = await atWork()
    await renewPresence(db, id, colleague, new Date(Date.now() - 61_000))
    expect(await seenBy(id, house.officer)).toEqual([])
    expect(await autosave(db, { id, by: colleague })).toEqual({ writing: [] })
    expect(await seenBy(id, house.officer)).toEqual(['Trần Thị Lan'])
  })
})
