import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { readRules } from '#app/issues/rules.server.ts'
import { countIssues, listIssues } from '#db/queries/issue-list.ts'
import { timeReport } from '#db/queries/time-report.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { live, lives } from '#tests/support/histories.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import type { StoredEvent } from '#workflows/resolution/replay.ts'
import { elapsedByParty } from '#workflows/resolution/elapsed.ts'
import { workingTimeBetween } from '#workflows/deadlines/working-time.ts'

const { db, sql } = await testDatabase()
const period = { answeredFrom: '2024-05-01', answeredTo: '2024-12-31' }
let house: Awaited<ReturnType<typeof aHouse>>
let stc: Actor

beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  stc = await aPerson(db, 'officer', { unit: 'STC' })
  const conference = await aConference(db, house.secretary)
  const plan = lives.flatMap((_, life) => [13, 6].map((steps, more) => ({ life, steps, hours: [3 + life, 20 + 7 * more, 31, 55, 9 + 5 * life] })))
  await live(db, house, conference, plan)
  for (const day of [3, 4]) {
    const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, conferenceId: conference, at: new Date(Date.UTC(2024, 5, day, 2)) })
    const at = (days: number) => new Date(Date.UTC(2024, 5, day + days, 3))
    await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }]], at(1))
    await walk(db, id, [[house.officer, { type: 'requestOpinion', units: ['STC'], question: 'Ý kiến?', dueOn: undefined }]], at(2))
    await walk(db, id, [[stc, { type: 'giveOpinion', text: 'Thống nhất.' }]], at(7))
    await walk(db, id, [[house.officer, { type: 'submitAnswer', text: 'Đã giải quyết.', note: undefined }]], at(9))
    await walk(db, id, [[house.head, { type: 'approve', letterNumber: '1/STNMT', letterDate: '2024-06-20', note: undefined }]], at(10))
  }
}, 120_000)

/** Each issue's working time before its first answer, by holder, from its raw events. */
async function recounted(ids: number[]) {
  const { calendar } = await readRules(db)
  const events = await sql<(Omit<StoredEvent, 'at'> & { issue_id: string; at: Date })[]>`
    select issue_id, move, from_state as "from", to_state as "to", at, person_id::int as "personId", role, unit, payload from issue_events
    where issue_id = any(${ids}) order by issue_id, seq`
  return ids.map((id) => {
    const log = events.filter((event) => Number(event.issue_id) === id).map((event) => ({ ...event, at: event.at.toISOString() }))
    const { intervals } = elapsedByParty(log, calendar, new Date())!
    return intervals.filter((one) => one.beforeAnswer && one.party !== 'nobody').map((one) => ({ ...one, ms: workingTimeBetween(one.from, one.to, calendar) }))
  })
}

const total = (intervals: { ms: number }[]) => intervals.reduce((sum, { ms }) => sum + ms, 0)
function spread(values: number[]) {
  const inOrder = values.toSorted((a, b) => a - b)
  const at = (share: number) => inOrder[Math.ceil(share * inOrder.length) - 1] ?? null
  return { n: values.length, median: at(0.5), p90: at(0.9) }
}

test('time to the answer, in all and by party, is that of the events, and each number is as long as its list', async () => {
  const report = await timeReport(db, house.leader, period)
  const { items } = await listIssues(db, house.leader, period, { limit: 200 })
  expect(report.whole.n).toBe(items.length)
  expect(items.length).toBeGreaterThan(8)
  const issues = await recounted(items.map(({ id }) => id))
  expect(report.whole).toEqual(spread(issues.map(total)))
  for (const { party, total: all, ...of } of report.parties) {
    const had = issues.map((one) => one.filter((interval) => interval.party === party)).filter((one) => one.length > 0)
    expect([party, of]).toEqual([party, spread(had.map(total))])
    expect(all).toBe(had.reduce((sum, one) => sum + total(one), 0))
    expect(await countIssues(db, house.leader, { ...period, heldBy: party })).toBe(of.n)
  }
  expect(report.parties.find(({ party }) => party === 'coordinating')!.n).toBe(2)
})

test('a unit is told its own share apart from what others took of the same issues', async () => {
  const report = await timeReport(db, house.leader, period)
  const { items } = await listIssues(db, house.leader, period, { limit: 200 })
  const issues = await recounted(items.map(({ id }) => id))
  expect(report.units.map(({ unit }) => unit).sort()).toEqual(['STC', 'STNMT'])
  for (const { unit, own, others } of report.units) {
    const mine = issues.filter((one) => one.some((interval) => interval.unit === unit))
    const ownOf = (one: (typeof issues)[number]) => total(one.filter((interval) => interval.unit === unit))
    expect(own).toEqual(spread(mine.map(ownOf)))
    expect(others).toEqual(spread(mine.map((one) => total(one) - ownOf(one))))
    expect(await countIssues(db, house.leader, { ...period, heldUnit: unit })).toBe(own.n)
  }
})

test('a unit’s people read their own share and, where they lead, the others’; their lists are as long', async () => {
  const unitsFor = async (by: Actor) => (await timeReport(db, by, period)).units.map(({ unit }) => unit).sort()
  expect(await unitsFor(house.head)).toEqual(['STC', 'STNMT'])
  expect(await unitsFor(stc)).toEqual(['STC'])
  expect(await unitsFor(house.enterprise)).toEqual([])
  for (const by of [house.head, stc]) {
    const report = await timeReport(db, by, period)
    expect(await countIssues(db, by, period)).toBe(report.whole.n)
    for (const { unit, own } of report.units) expect(await countIssues(db, by, { ...period, heldUnit: unit })).toBe(own.n)
    for (const { party, n } of report.parties) expect(await countIssues(db, by, { ...period, heldBy: party })).toBe(n)
  }
  expect(await countIssues(db, stc, { ...period, heldUnit: 'STNMT' })).toBe(0)
  expect(await countIssues(db, house.enterprise, { ...period, heldBy: 'approver' })).toBe(0)
  expect(await countIssues(db, house.leader, { ...period, heldBy: 'approver' })).toBeGreaterThan(0)
})

test('the period is that of the first answer in days of Hanoi; a later one changes nothing', async () => {
  const [row] = await sql<{ at: Date; day: string }[]>`select first_answered_at as at, to_char(first_answered_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day
    from issues where first_answered_at is not null order by first_answered_at limit 1`
  const ofDay = await timeReport(db, house.leader, { answeredFrom: row!.day, answeredTo: row!.day })
  expect(ofDay.whole.n).toBeGreaterThan(0)
  expect(await countIssues(db, house.leader, { answeredFrom: row!.day, answeredTo: row!.day })).toBe(ofDay.whole.n)
  expect((await timeReport(db, house.leader, { answeredFrom: '2024-01-01', answeredTo: '2024-01-31' })).whole).toEqual({ n: 0, median: null, p90: null })
})
