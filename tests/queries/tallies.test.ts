import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { resolutionReport, type ReportQuestion, type ResolutionReport } from '#db/queries/resolution-report.ts'
import { talliedCells } from '#db/queries/tallied.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { histories, live, lives } from '#tests/support/histories.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { groupings, type Grouping } from '#workflows/reports/groupings.ts'

const { db, sql } = await testDatabase()
beforeAll(() => seedReference(db))

type House = Awaited<ReturnType<typeof aHouse>>
const sorted = ({ rows, total }: ResolutionReport) => ({ rows: [...rows].sort((a, b) => String(a.key).localeCompare(String(b.key))), total })
const fold = (at: Date) => sql`select public.fold_tallies(${at.toISOString()})`
const everyLife = lives.flatMap(({ length }, life) => [length, 2].map((steps) => ({ life, steps, hours: [30] })))

/** Whom no tallies serve, so that the same question is counted from the issues and their events; there are no denunciations here. */
const counter = { personId: null, role: 'system', unit: null, enterpriseId: null, associationId: null } as const

/** Counted from the triggers' sums, and from the issues and their events. */
async function expectSame(house: House, question: ReportQuestion) {
  const now = question.asOf ?? new Date()
  expect(talliedCells(house.leader, question, now), JSON.stringify(question)).toBeDefined()
  expect(talliedCells(counter, question, now)).toBeUndefined()
  const tallied = await resolutionReport(db, house.leader, question, now)
  const counted = await resolutionReport(db, counter, { ...question, asOf: now }, now)
  expect(sorted(tallied), JSON.stringify(question)).toEqual(sorted(counted))
  return tallied
}

async function expectAllSame(house: House, conference: number) {
  for (const groupBy of groupings) {
    const { total } = await expectSame(house, { groupBy })
    expect(total.received).toBeGreaterThan(0)
    await expectSame(house, { groupBy, conference })
    await expectSame(house, { groupBy, group: 'land' })
    await expectSame(house, { groupBy, group: 'none' })
    await expectSame(house, { groupBy, from: '2024-05-01', to: '2024-05-31' })
  }
  for (const groupBy of ['group', 'month', 'conference'] as const) await expectSame(house, { groupBy, unit: 'STNMT' })
  for (const groupBy of ['unit', 'coordinating'] as const) await expectSame(house, { groupBy, units: 'now' })
  for (const day of ['2024-05-29T10:00:00Z', '2024-05-31T16:59:00Z', '2024-05-31T17:01:00Z', '2024-06-12T03:00:00Z', '2024-08-01T00:00:00Z', '2025-01-01T00:00:00Z']) {
    for (const groupBy of groupings) await expectSame(house, { groupBy, asOf: new Date(day) })
    await expectSame(house, { groupBy: 'unit', unit: 'STNMT', asOf: new Date(day) })
  }
}

test('what triggers keep is what the events say, unfolded, folded in between and folded anew', { timeout: 120_000 }, async () => {
  const house = await aHouse(db)
  const conference = await aConference(db, house.secretary)
  await live(db, house, conference, everyLife)
  await expectAllSame(house, conference)
  await fold(new Date('2024-06-05T05:00:00Z'))
  await expectAllSame(house, conference)
  await live(db, house, conference, everyLife.slice(0, 6))
  await fold(new Date())
  await live(db, house, conference, everyLife.slice(4, 9))
  await expectAllSame(house, conference)
  const before = await sql`select * from tallies order by 1, 2, 3, 4, 5, 6`
  await fold(new Date())
  const folded = await sql`select * from tallies order by 1, 2, 3, 4, 5, 6`
  expect(folded).not.toEqual(before)
  await sql`select public.rebuild_tallies(now())`
  expect(await sql`select * from tallies order by 1, 2, 3, 4, 5, 6`).toEqual(folded)
})

test('random histories with folds at random moments never part the two', { timeout: 120_000 }, async () => {
  const house = await aHouse(db)
  const moments = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(histories, moments, fc.constantFrom<Grouping>(...groupings), async (plan, days, groupBy) => {
      const conference = await aConference(db, house.secretary)
      await live(db, house, conference, plan)
      await expectSame(house, { groupBy, conference })
      for (const day of days) {
        await fold(new Date(Date.parse('2024-05-28T09:00:00Z') + day * 86_400_000))
        await expectSame(house, { groupBy, conference })
      }
      await expectSame(house, { groupBy })
      for (const day of days) await expectSame(house, { groupBy, asOf: new Date(Date.parse('2024-05-28T03:00:00Z') + day * 86_400_000) })
    }),
    { numRuns: 8, endOnFailure: true },
  )
})

test('a fold takes nothing from who writes at the same time, and two folds nothing from one another', { timeout: 60_000 }, async () => {
  const house = await aHouse(db)
  const conference = await aConference(db, house.secretary)
  const raised = async () => {
    const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, conferenceId: conference })
    await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }]])
  }
  await Promise.all([...Array.from({ length: 12 }, raised), ...Array.from({ length: 8 }, () => fold(new Date()))])
  const { total } = await expectSame(house, { groupBy: 'unit', conference })
  expect(total.received).toBe(12)
})

test('an issue goes out of the counts when it is annulled or turns out a denunciation, and a report of a unit’s head counts what they see', async () => {
  const house = await aHouse(db)
  const conference = await aConference(db, house.secretary)
  const [annulled, told] = [await anIssue(db, { enterpriseId: house.enterpriseId, conferenceId: conference }), await anIssue(db, { enterpriseId: house.enterpriseId, conferenceId: conference })]
  await anIssue(db, { enterpriseId: house.enterpriseId, conferenceId: conference })
  await fold(new Date())
  const received = async () => (await resolutionReport(db, house.leader, { groupBy: 'unit', conference })).total.received
  expect(await received()).toBe(3)
  await sql`update issues set annulled_at = now() where id = ${annulled.id}`
  expect(await received()).toBe(2)
  await sql`update issues set track = 'denunciation' where id = ${told.id}`
  expect(await received()).toBe(1)
  await fold(new Date())
  expect(await received()).toBe(1)
  expect((await resolutionReport(db, house.head, { groupBy: 'unit', conference })).total.received).toBe(0)
})
