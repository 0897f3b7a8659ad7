import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { moveByClock } from '#app/issues/move-by-clock.server.ts'
import { readRules } from '#app/issues/rules.server.ts'
import { countIssues, listIssues, type IssueFilter } from '#db/queries/issue-list.ts'
import { opinionTimes } from '#db/queries/opinion-times.ts'
import { unitParts } from '#db/queries/unit-parts-report.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { heardInTimeOf, parts, type PartCounts } from '#workflows/reports/parts.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

const asked = new Date('2025-02-10T03:00:00Z')
const inTime = new Date('2025-02-14T03:00:00Z')
const overdue = new Date('2025-02-18T03:00:00Z')
const later = new Date('2025-02-20T03:00:00Z')
const accept: MoveInput = { type: 'accept', note: undefined }
const ask = (...units: string[]): MoveInput => ({ type: 'requestOpinion', units, question: 'Ý kiến về giá đất?', dueOn: undefined })
const give: MoveInput = { type: 'giveOpinion', text: 'Thống nhất.' }
const handBack = (competentUnit: string): MoveInput => ({ type: 'handBack', competentUnit, note: 'Không thuộc thẩm quyền.' })

async function aRegister() {
  const house = await aHouse(db)
  const [stc, sxd] = await Promise.all([aPerson(db, 'officer', { unit: 'STC' }), aPerson(db, 'officer', { unit: 'SXD' })])
  const conference = await aConference(db, house.secretary)
  const issue = async () => {
    const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, conferenceId: conference, at: asked })
    await walk(db, id, [[house.coordinator, routeTo('STNMT')]], asked)
    return id
  }
  const inProgress = async (...asks: MoveInput[]) => {
    const id = await issue()
    await walk(db, id, [[house.officer, accept], ...asks.map((one): [Actor, MoveInput] => [house.officer, one])], asked)
    return id
  }
  return { ...house, stc, sxd, conference, issue, inProgress }
}
type Register = Awaited<ReturnType<typeof aRegister>>

const partsOf = (by: Actor, of: Register, asOf?: Date, more: IssueFilter = {}) =>
  unitParts(db, by, { groupBy: 'unit', conference: of.conference, asOf, ...more }, asOf ?? new Date())
const countsOf = (rows: Awaited<ReturnType<typeof partsOf>>, unit: string) => rows.find((row) => row.unit === unit)
const notNothing = ({ unit: _, urgings: __, ...counts }: { unit: string; urgings: number } & PartCounts) =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0))

/** One in time, one late after its silence, one silent, one still with time, one taken back, one asked twice. */
async function everyOutcome() {
  const of = await aRegister()
  const first = await of.inProgress(ask('STC'))
  await walk(db, first, [[of.stc, give]], inTime)
  const second = await of.inProgress(ask('STC'))
  await of.inProgress(ask('STC', 'SXD'))
  const taken = await of.inProgress(ask('STC'))
  await walk(db, taken, [[of.officer, { type: 'cancelOpinion', unit: 'STC', note: 'Không cần nữa.' }]], inTime)
  const twice = await of.inProgress(ask('STC'))
  await walk(db, twice, [[of.stc, give], [of.officer, ask('STC')]], inTime)
  const open = await of.inProgress()
  await walk(db, open, [[of.officer, ask('STC')]], overdue)
  await moveByClock(db, overdue)
  await walk(db, second, [[of.stc, give]], later)
  return { ...of, twice, taken }
}

test('each issue that a unit was asked about stands at one outcome: in time, late, silent or with time left', async () => {
  const of = await everyOutcome()
  const rows = await partsOf(of.leader, of, later)
  expect(notNothing(countsOf(rows, 'STC')!)).toEqual({ asked: 5, inTime: 1, late: 1, silent: 1, awaiting: 2 })
  expect(notNothing(countsOf(rows, 'SXD')!)).toEqual({ asked: 1, silent: 1 })
  expect(heardInTimeOf(countsOf(rows, 'STC')!)).toEqual({ n: 1, of: 3 })
})

test('a past day is counted as it stood: silence not yet begun, an opinion not yet late, a request not yet taken back', async () => {
  const of = await everyOutcome()
  const on = async (at: Date) => notNothing(countsOf(await partsOf(of.leader, of, at), 'STC')!)
  expect(await on(asked)).toEqual({ asked: 5, awaiting: 5 })
  expect(await on(inTime)).toEqual({ asked: 4, awaiting: 3, inTime: 1 })
  expect(await on(overdue)).toEqual({ asked: 5, inTime: 1, silent: 2, awaiting: 2 })
  // its second term, from 14 to 21 February, is over today
  expect(await on(new Date('2025-03-20T03:00:00Z'))).toEqual({ asked: 5, inTime: 1, late: 1, silent: 3 })
})

async function sentToAndFro() {
  const of = await aRegister()
  const [once, both] = [await of.issue(), await of.issue()]
  await walk(db, once, [[of.officer, handBack('SXD')]], inTime)
  await walk(db, both, [
    [of.officer, handBack('SXD')], [of.coordinator, routeTo('SXD')], [of.sxd, handBack('STNMT')], [of.coordinator, routeTo('STNMT')],
  ], inTime)
  const urge: MoveInput = { type: 'urge', unit: 'STNMT' }
  await walk(db, both, [[of.coordinator, urge]], overdue)
  await walk(db, both, [[of.coordinator, urge]], later)
  return { ...of, once, both }
}

test('urgings, hand-backs, ping-pong and what the office decided are counted for the unit they concern', async () => {
  const of = await sentToAndFro()
  const rows = await partsOf(of.leader, of, later)
  expect(notNothing(countsOf(rows, 'STNMT')!)).toEqual({ urged: 1, handedBack: 2, pingPong: 1, decided: 1 })
  expect(countsOf(rows, 'STNMT')!.urgings).toBe(2)
  expect(notNothing(countsOf(rows, 'SXD')!)).toEqual({ handedBack: 1, pingPong: 1 })
  expect(countsOf(await partsOf(of.leader, of, overdue), 'STNMT')!.urgings).toBe(1)
})

test('each number is as long as the list behind it, now and then, whoever asks', { timeout: 60_000 }, async () => {
  for (const of of [await everyOutcome(), await sentToAndFro()]) {
    for (const by of [of.leader, of.officer, of.stc, of.sxd]) {
      for (const asOf of [overdue, undefined]) await expectListsOf(by, of, asOf)
    }
  }
})

async function expectListsOf(by: Actor, of: Register, asOf: Date | undefined) {
  for (const row of await partsOf(by, of, asOf)) {
    for (const part of parts) {
      const filter = { conference: of.conference, asOf, part, partUnit: row.unit }
      const { items } = await listIssues(db, by, filter, { limit: 100 })
      expect([row.unit, part, items.length]).toEqual([row.unit, part, row[part]])
      expect(await countIssues(db, by, filter)).toBe(row[part])
    }
  }
}

test('a unit reads its own part and, where it leads, that of the others; who filed reads none', async () => {
  const of = await everyOutcome()
  const unitsFor = async (by: Actor) => (await partsOf(by, of, later)).map(({ unit }) => unit).sort()
  expect(await unitsFor(of.officer)).toEqual(['STC', 'SXD'])
  expect(await unitsFor(of.stc)).toEqual(['STC'])
  expect(await unitsFor(of.sxd)).toEqual(['SXD'])
  expect(await unitsFor(of.enterprise)).toEqual([])
  expect(await unitsFor(await aPerson(db, 'admin'))).toEqual([])
  const silent = { conference: of.conference, part: 'silent', partUnit: 'STC' } as const
  expect(await countIssues(db, of.leader, silent)).toBeGreaterThan(0)
  expect(await countIssues(db, of.sxd, silent)).toBe(0)
  expect(await countIssues(db, of.enterprise, silent)).toBe(0)
})

test('counted as units are now, a merged unit’s part is its successor’s, and an issue still stands at one outcome', async () => {
  const of = await aRegister()
  const id = await of.inProgress(ask('SXD', 'SGTVT'))
  await walk(db, id, [[of.sxd, give]], inTime)
  const rows = await partsOf(of.leader, of, later, { units: 'now' })
  expect(rows.map((row) => [row.unit, notNothing(row)])).toEqual([['SXD25', { asked: 1, silent: 1 }]])
  const listed = await listIssues(db, of.leader, { conference: of.conference, units: 'now', asOf: later, part: 'silent', partUnit: 'SXD25' }, { limit: 5 })
  expect(listed.items.map((item) => item.id)).toEqual([id])
})

test('how long a unit took to give its opinion is told in working time, of as many issues as its list is long', async () => {
  const of = await everyOutcome()
  const { calendar } = await readRules(db)
  for (const by of [of.leader, of.officer, of.stc, of.sxd]) {
    for (const asOf of [inTime, later]) {
      const rows = await opinionTimes(db, by, { groupBy: 'coordinating', conference: of.conference, asOf }, asOf, calendar)
      for (const { unit, n } of rows) expect(await countIssues(db, by, { conference: of.conference, asOf, heardUnit: unit })).toBe(n)
      // two issues heard in four working days and one, after its silence, in eight
      const fast = 4 * calendar.dayLength
      const told = asOf === inTime ? { unit: 'STC', n: 2, median: fast, p90: fast } : { unit: 'STC', n: 3, median: fast, p90: 2 * fast }
      expect(rows).toEqual(by === of.sxd ? [] : [told])
    }
  }
})
