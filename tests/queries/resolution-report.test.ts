import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#db/client.ts'
import { countIssues, listIssues } from '#db/queries/issue-list.ts'
import { resolutionReport, type ResolutionReport } from '#db/queries/resolution-report.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { histories, live, lives } from '#tests/support/histories.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { recount, type Recounted } from '#tests/support/recount.ts'
import { addCounts, boxNames, dispositions } from '#workflows/reports/boxes.ts'
import { groupings } from '#workflows/reports/groupings.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

const { db, sql } = await testDatabase()
beforeAll(() => seedReference(db))

type House = Awaited<ReturnType<typeof aHouse>>
const inOrder = <R extends { key: string | null }>(rows: R[]) =>
  [...rows].sort((a, b) => String(a.key).localeCompare(String(b.key)))
const figures = ({ rows, total }: ResolutionReport) => ({ rows: inOrder(rows), total })
const everyLife = lives.flatMap(({ length }, life) => [length, 2].map((steps) => ({ life, steps, hours: [30] })))
const midJune = new Date('2024-06-12T10:00:00+07:00')

async function aConferenceOf(house: House, plan = everyLife) {
  const conference = await aConference(db, house.secretary)
  await live(db, house, conference, plan)
  return conference
}

let shared: Promise<{ house: House; conference: number }> | undefined
/** For tests that only read: every life, half-way and whole. */
const sharedConference = () =>
  (shared ??= aHouse(db).then(async (house) => ({ house, conference: await aConferenceOf(house) })))

/** A comment counts as answered or resolved when all of its issues in the row do. */
function comments(issues: Recounted[]) {
  const heard = [...new Set(issues.map(({ comment }) => comment))]
  const together = heard.map((one) => issues.filter(({ comment }) => comment === one))
  const all = (box: 'answered' | 'resolved') =>
    together.filter((parts) => parts.every(({ counts }) => counts[box])).length
  return { received: together.length, answered: all('answered'), resolved: all('resolved') }
}

function expected(issues: Recounted[]) {
  const keys = [...new Set(issues.map(({ key }) => key))]
  const figuresOf = (some: Recounted[]) => ({
    ...addCounts(some.map(({ counts }) => counts)),
    perComment: comments(some),
  })
  return {
    rows: inOrder(keys.map((key) => ({ key, ...figuresOf(issues.filter((one) => one.key === key)) }))),
    total: figuresOf(issues),
  }
}

test('a report of any day says what the events say when they are counted one by one', { timeout: 120_000 }, async () => {
  const house = await aHouse(db)
  const days = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(histories, days, fc.constantFrom('group' as const, 'unit' as const), async (plan, some, groupBy) => {
      const conference = await aConferenceOf(house, plan)
      const past = some.map((day) => new Date(Date.parse('2024-05-28T09:00:00Z') + day * 86_400_000))
      for (const asOf of [...past, undefined]) {
        const report = await resolutionReport(db, house.leader, { groupBy, conference, asOf })
        expect(figures(report)).toEqual(expected(await recount(sql, conference, groupBy, report.asOf)))
      }
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

test.each(groupings)('by %s each figure is as long as the list behind it, now and then', { timeout: 90_000 }, async (groupBy) => {
  const { house, conference } = await sharedConference()
  for (const asOf of [midJune, undefined]) {
    const report = await resolutionReport(db, house.leader, { groupBy, conference, asOf })
    expect(report.total.received).toBeGreaterThan(10)
    for (const row of report.rows) {
      expect(row.received).toBe(dispositions.reduce((sum, box) => sum + row[box], 0))
      await expectListsOf(db, house, row, { conference, asOf, ...cellOf(groupBy, row.key) })
    }
  }
})

async function expectListsOf(tx: Db, { leader }: House, row: ResolutionReport['rows'][number], filter: object) {
  for (const box of boxNames) {
    const { items } = await listIssues(tx, leader, { ...filter, box }, { limit: 100 })
    expect([box, items.length], JSON.stringify(filter)).toEqual([box, row[box]])
  }
  expect(await countIssues(tx, leader, { ...filter, box: 'answered' })).toBe(row.answered)
}

const cellOf = (groupBy: string, key: string | null) => ({ [groupBy]: groupBy === 'conference' && key ? Number(key) : (key ?? 'none') })

test('yesterday’s report, asked for today, is the one that was read yesterday', async () => {
  const house = await aHouse(db)
  const conference = await aConferenceOf(house)
  const read = await resolutionReport(db, house.leader, { groupBy: 'unit', conference })
  await new Promise((passed) => setTimeout(passed, 5))
  const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, conferenceId: conference })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }]])
  const { items } = await listIssues(db, house.leader, { conference, box: 'open', unit: 'STNMT' }, { limit: 100 })
  const waiting = items.find(({ state, id: other }) => state === 'routed' && other !== id)!
  await walk(db, waiting.id, [[house.officer, { type: 'handBack', competentUnit: 'SXD', note: 'Không thuộc thẩm quyền.' }]])

  const again = await resolutionReport(db, house.leader, { groupBy: 'unit', conference, asOf: read.asOf })
  expect(figures(again)).toEqual(figures(read))
  const now = await resolutionReport(db, house.leader, { groupBy: 'unit', conference })
  expect(now.total.received).toBe(read.total.received + 1)
  expect(now.total.handedBack).toBe(read.total.handedBack + 1)
})

test('a past day’s report by coordinating unit is not changed by who coordinates since', async () => {
  const house = await aHouse(db)
  const conference = await aConference(db, house.secretary)
  const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, conferenceId: conference })
  const by = async (asOf?: Date) => {
    const { rows, total, asOf: at } = await resolutionReport(db, house.leader, { groupBy: 'coordinating', conference, asOf })
    return { units: rows.map(({ key, received }) => [key, received]).sort(), received: total.received, at }
  }
  const moveTo = async (move: MoveInput) => {
    await walk(db, id, [[house.coordinator, move]])
    const read = await by()
    await new Promise((passed) => setTimeout(passed, 5))
    return read
  }
  const route = { ...routeTo('STNMT'), coordinatingUnits: ['SXD', 'SCT'] } as Extract<MoveInput, { type: 'route' }>
  const first = await moveTo(route)
  expect(first.units).toEqual([['SCT', 1], ['SXD', 1]])
  const second = await moveTo({ ...route, type: 'reroute', coordinatingUnits: ['SCT', 'STC'], note: 'Đổi đơn vị phối hợp.' } as MoveInput)
  expect(second.units).toEqual([['SCT', 1], ['STC', 1]])
  await moveTo({ ...route, type: 'reroute', coordinatingUnits: [], note: 'Không cần phối hợp.' } as MoveInput)
  expect(await by(first.at)).toEqual(first)
  expect(await by(second.at)).toEqual(second)
  expect((await by()).units).toEqual([])
  const listed = async (coordinating: string, asOf?: Date) => (await listIssues(db, house.leader, { conference, coordinating, asOf }, { limit: 10 })).items.length
  expect([await listed('SXD', first.at), await listed('SXD', second.at), await listed('STC', second.at), await listed('STC')]).toEqual([1, 0, 1, 0])
})

test('what the columns say now is what the events say as of now', async () => {
  const { house, conference } = await sharedConference()
  const past = await resolutionReport(db, house.leader, { groupBy: 'group', conference, asOf: new Date() })
  expect(figures(past)).toEqual(figures(await resolutionReport(db, house.leader, { groupBy: 'group', conference })))
  const differing = await sql`select * from issue_facts except select * from issue_facts_as_of(now())`
  expect(differing).toEqual([])
})

test('a month ends at midnight in Hanoi', async () => {
  const house = await aHouse(db)
  const conference = await aConference(db, house.secretary)
  for (const local of ['2024-10-31T23:30:00+07:00', '2024-11-01T00:30:00+07:00', '2024-11-30T23:59:59+07:00']) {
    await anIssue(db, { conferenceId: conference, at: new Date(local) })
  }
  const { rows } = await resolutionReport(db, house.leader, { groupBy: 'month', conference })
  expect(rows.map(({ key, received }) => [key, received])).toEqual([['2024-10', 1], ['2024-11', 2]])
  expect(await countIssues(db, house.leader, { conference, month: '2024-11' })).toBe(2)
})

test('nobody counts what they may not see', async () => {
  const house = await aHouse(db)
  const other = await aHouse(db, 'SXD')
  const conference = await aConference(db, house.secretary)
  const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, conferenceId: conference })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')]])
  await anIssue(db, { enterpriseId: other.enterpriseId, conferenceId: conference })
  const denounced = await anIssue(db, { conferenceId: conference })
  const diverted = { type: 'divert', track: 'denunciation', guidance: 'Chuyển Thanh tra.', note: undefined } as const
  await walk(db, denounced.id, [[house.coordinator, diverted]])
  const admin = await aPerson(db, 'admin')
  const received = (by: typeof admin) =>
    Promise.all([undefined, new Date()].map(async (asOf) => {
      const { total } = await resolutionReport(db, by, { groupBy: 'group', conference, asOf })
      return total.received
    }))
  expect(await received(house.leader)).toEqual([2, 2])
  expect(await received(house.enterprise)).toEqual([1, 1])
  expect(await received(house.officer)).toEqual([1, 1])
  expect(await received(other.officer)).toEqual([0, 0])
  expect(await received(admin)).toEqual([0, 0])
})

test('a comment of two issues is answered when both are', async () => {
  const house = await aHouse(db)
  const conference = await aConferenceOf(house, [{ life: 6, steps: 5, hours: [2] }])
  const { total } = await resolutionReport(db, house.leader, { groupBy: 'unit', conference })
  expect([total.received, total.answered]).toEqual([2, 1])
  expect(total.perComment).toEqual({ received: 1, answered: 0, resolved: 0 })
})
