import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { endCalendarAddresses, holderOfCalendar, newCalendarAddress, ownCalendarAddress } from '#app/access/calendar-address.server.ts'
import type { Actor } from '#app/access/actor.ts'
import { endAccess } from '#app/admin/end-access.server.ts'
import { calendarFeed } from '#app/commitments/calendar-feed.server.ts'
import { firstNotLate } from '#app/commitments/calendar-question.ts'
import { calendarView } from '#app/commitments/calendar-view.server.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { calendarAddresses, conferences, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

registerFromDisk()
const { db } = await testDatabase()
let house: Awaited<ReturnType<typeof aHouse>>
let conference: number
let codes: Record<'mixed' | 'other', string>
const people: Record<string, Actor> = {}
const start = new Date('2026-05-05T09:00:00+07:00')
/** A Friday: what was due on Thursday is overdue, what is due today is not. */
const now = new Date('2026-06-12T16:00:00+07:00')

const commit = (ownerUnit: string, dueOn: string): MoveInput =>
  ({ type: 'commit', text: `Việc của ${ownerUnit}, hạn ${dueOn};\nhai dòng`, ownerUnit, responsible: undefined, dueOn, replaces: undefined })

async function answered(unit: string, conferenceId?: number) {
  const [officer, head] = [await aPerson(db, 'officer', { unit }), await aPerson(db, 'head', { unit })]
  const issue = await anIssue(db, { enterpriseId: house.enterpriseId, at: start, conferenceId })
  await walk(db, issue.id, [[house.coordinator, routeTo(unit)], [officer, samples.accept], [officer, samples.submitAnswer], [head, samples.approve]], start)
  return { ...issue, officer }
}

beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  const [row] = await db.insert(conferences).values({ title: 'Hội nghị mẫu', heldOn: '2026-05-04', scheme: 'four-groups' }).returning()
  conference = row!.id
  const mixed = await answered('STNMT', conference)
  const other = await answered('SXD')
  codes = { mixed: mixed.code, other: other.code }
  for (const one of [commit('STNMT', '2026-06-11'), commit('STC', '2026-06-12'), commit('STNMT', '2026-06-30'), commit('STNMT', '2026-07-01')]) {
    await walk(db, mixed.id, [[mixed.officer, one]], start)
  }
  await walk(db, mixed.id, [[house.coordinator, { ...samples.break, commitment: 3 } as MoveInput]], start)
  await walk(db, other.id, [[other.officer, commit('SXD', '2026-05-20')], [other.officer, { type: 'slip', commitment: 1, dueOn: '2026-06-15', note: 'Mưa.' }],
    [house.coordinator, { type: 'grantSlip', commitment: 1, dueOn: '2026-06-15', note: undefined }]], start)
  people.owner = await aPerson(db, 'officer', { unit: 'STC' })
  people.stranger = await aPerson(db, 'officer', { unit: 'SCT' })
  people.auditor = await aPerson(db, 'auditor')
})

const see = async (by: Actor, query = '') => {
  const { overdue, days, ...rest } = await calendarView(db, by, new URLSearchParams(query), 'vi', now)
  return { overdue: overdue.items.map(({ dueOn }) => dueOn), days: days.map(({ date, items }) => [date, items.length]), ...rest }
}

test('the month is listed by day, what is overdue first and only there', async () => {
  expect(await see(house.coordinator)).toMatchObject({
    month: '2026-06', previous: '2026-05', next: '2026-07', overdue: ['2026-06-11'], days: [['2026-06-12', 1], ['2026-06-15', 1], ['2026-06-30', 1]],
  })
  expect(await see(house.coordinator, 'month=2026-07')).toMatchObject({ overdue: ['2026-06-11'], days: [['2026-07-01', 1]] })
  expect((await see(house.coordinator, 'month=2026-12')).next).toBe('2027-01')
  for (const month of ['2026-13', 'x', '9999-01', "2026-06'--"]) expect((await see(house.coordinator, `month=${month}`)).month).toBe('2026-06')
})

test('it can be narrowed to a unit, a conference and what became of it', async () => {
  const { coordinator } = house
  expect(await see(coordinator, 'unit=STC')).toMatchObject({ overdue: [], days: [['2026-06-12', 1]] })
  expect(await see(coordinator, `conference=${conference}`)).toMatchObject({ overdue: ['2026-06-11'], days: [['2026-06-12', 1], ['2026-06-30', 1]] })
  expect(await see(coordinator, 'state=broken')).toMatchObject({ overdue: [], days: [['2026-06-30', 1]] })
  expect(await see(coordinator, 'state=overdue')).toMatchObject({ overdue: ['2026-06-11'], days: [] })
  expect(await see(coordinator, 'state=open')).toMatchObject({ overdue: ['2026-06-11'], days: [['2026-06-12', 1], ['2026-06-15', 1]] })
  expect(await see(coordinator, 'state=done')).toMatchObject({ overdue: [], days: [] })
})

const entries = (ics: string) => [...ics.replace(/\r\n[ \t]/g, '').matchAll(/DTSTART;VALUE=DATE:(\d+)[^]*?SUMMARY:([^\r]*)/g)].map(([, on, summary]) => `${on} ${summary!.split(' ')[0]}`)
const feed = (actor: Actor, query = '') => calendarFeed(db, { actor, params: new URLSearchParams(query), language: 'vi', origin: 'https://doithoai.example.vn', now })

test('page and file show everybody exactly the commitments on issues they may see', async () => {
  const { coordinator, officer } = house
  const mixed = ['20260611', '20260612', '20260630', '20260701'].map((on) => `${on} ${codes.mixed}`)
  const all = [...mixed.slice(0, 2), `20260615 ${codes.other}`, ...mixed.slice(2)]
  for (const [by, sees] of [[coordinator, all], [people.auditor!, all], [officer, mixed], [people.owner!, mixed], [people.stranger!, []]] as const) {
    expect([by.role, by.unit, entries(await feed(by))]).toEqual([by.role, by.unit, [...sees]])
    const months = await Promise.all(['2026-06', '2026-07'].map((month) => calendarView(db, by, new URLSearchParams({ month }), 'vi', now)))
    const shown = [...months[0]!.overdue.items, ...months.flatMap(({ days }) => days.flatMap(({ items }) => items))]
    expect(shown.map(({ dueOn, code }) => `${dueOn.replaceAll('-', '')} ${code}`).sort()).toEqual([...sees].sort())
  }
  await db.update(issues).set({ track: 'denunciation' }).where(eq(issues.code, codes.other))
  expect(entries(await feed(coordinator))).toEqual(mixed)
  await db.update(issues).set({ track: 'petition' }).where(eq(issues.code, codes.other))
})

test('a date that moved says so to other calendars, and the filter of the page holds for the file', async () => {
  const ics = await feed(house.coordinator, 'unit=SXD')
  expect(entries(ics)).toEqual([`20260615 ${codes.other}`])
  const plain = ics.replace(/\r\n /g, '')
  expect(plain).toContain('SEQUENCE:1\r\n')
  expect(plain).toContain('hạn ban đầu 20/05/2026')
  expect(plain).toContain(`URL:https://doithoai.example.vn/issues/${codes.other}#commitments`)
})

test('the address of a calendar is kept as a hash, works for its holder in that role, and ends when renewed, revoked or access ends', async () => {
  const by = people.owner!
  const token = await newCalendarAddress(db, by)
  const [row] = await db.select().from(calendarAddresses).where(eq(calendarAddresses.personId, by.personId))
  expect(JSON.stringify(row)).not.toContain(token)
  expect(await holderOfCalendar(db, token, now)).toMatchObject({ personId: by.personId, unit: 'STC', role: 'officer' })
  expect((await ownCalendarAddress(db, by.personId))?.lastUsedAt).toEqual(now)
  const second = await newCalendarAddress(db, by)
  expect([await holderOfCalendar(db, token), (await holderOfCalendar(db, second))?.personId]).toEqual([undefined, by.personId])
  await endCalendarAddresses(db, by.personId)
  expect([await holderOfCalendar(db, second), await ownCalendarAddress(db, by.personId)]).toEqual([undefined, null])
  const third = await newCalendarAddress(db, by)
  await endAccess(db, by.personId)
  expect(await holderOfCalendar(db, third)).toBeUndefined()
  for (const wrong of [null, '', 'x', 'a'.repeat(43)]) expect(await holderOfCalendar(db, wrong)).toBeUndefined()
})

test('after a month without commitments stands the next one that has some, within what the person may see', async () => {
  const laterThan = async (by: Actor, month: string) => (await see(by, `month=${month}`)).later
  expect([await laterThan(house.coordinator, '2026-01'), await laterThan(people.owner!, '2026-01')]).toEqual(['2026-06', '2026-06'])
  expect([await laterThan(house.coordinator, '2026-06'), await laterThan(house.coordinator, '2026-09'), await laterThan(people.stranger!, '2026-01')]).toEqual([null, null, null])
})

test('what is due on a weekend is late after the next working day, and what is due today at closing time', async () => {
  const { calendar } = await rulesOf(db)
  const at = (time: string) => firstNotLate(new Date(`${time}+07:00`), calendar)
  expect([at('2026-06-12T17:00:00'), at('2026-06-12T17:00:01'), at('2026-06-15T09:00:00'), at('2026-06-15T18:00:00'), at('2026-06-14T10:00:00')])
    .toEqual(['2026-06-12', '2026-06-13', '2026-06-13', '2026-06-16', '2026-06-13'])
})
