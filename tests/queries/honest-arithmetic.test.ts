import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { countIssues, listIssues, type IssueFilter } from '#db/queries/issue-list.ts'
import { periodTable } from '#db/queries/period-table.ts'
import { idsOfList, registerRows } from '#db/queries/register-rows.ts'
import { resolutionReport } from '#db/queries/resolution-report.ts'
import { enterprises, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { histories, live, lives, type History } from '#tests/support/histories.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { eventsOf, fits, stoodAt, type Place } from '#tests/support/recount-by.ts'
import { boxNames, dispositions } from '#workflows/reports/boxes.ts'
import { groupings } from '#workflows/reports/groupings.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

const { db, sql } = await testDatabase({ max: 4 })
type House = Awaited<ReturnType<typeof aHouse>>
let house: House
let conferences: number[]
beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  conferences = [await aConference(db, house.secretary), await aConference(db, house.secretary)]
  await liveSomewhere(lives.map(({ length }, life) => ({ life, steps: length, hours: [30] })))
  await coordinated(conferences[0]!)
})

const placesRaised: Place[] = [{ zone: 'CCN Phú Yên', district: 'Phú Xuyên' }, { district: 'Mê Linh' }, {}]
const places = new Map<number, Place>()
const noon = Date.parse('2024-05-28T05:00:00Z')

/** Lives each history where it belongs, and remembers where that was: what the register says of the place is not asked. */
async function liveSomewhere(plan: readonly History[]) {
  for (const [at, history] of plan.entries()) {
    const place = placesRaised[at % placesRaised.length]!
    await db.update(enterprises).set({ zone: place.zone ?? null, district: place.district ?? null }).where(eq(enterprises.id, house.enterpriseId))
    await live(db, house, conferences[at % conferences.length]!, [history])
    for (const { id } of await db.select({ id: issues.id }).from(issues)) if (!places.has(id)) places.set(id, place)
  }
}

/** One that a second unit coordinates in to this day, and one in which it no longer does. */
async function coordinated(conferenceId: number) {
  const { coordinator } = house
  for (const after of [[], [{ ...routeTo('SXD'), type: 'reroute', note: 'Đúng thẩm quyền hơn.' } as MoveInput]]) {
    const { id } = await anIssue(db, { conferenceId, at: new Date(noon) })
    await walk(db, id, [[coordinator, routeTo('STNMT', { coordinatingUnits: ['STC'] })]], new Date(noon + 3_600_000))
    for (const move of after) await walk(db, id, [[coordinator, move]], new Date(noon + 72 * 3_600_000))
    places.set(id, {})
  }
}

const day = fc.integer({ min: 0, max: 40 }).map((n) => new Date(noon + n * 86_400_000).toISOString().slice(0, 10))

function filters() {
  const asked = {
    conference: fc.constantFrom(...conferences), group: fc.constantFrom('land', 'clearance', 'admin'), topic: fc.constantFrom('clearance.compensation', 'none'),
    unit: fc.constantFrom('STNMT', 'SXD', 'none'), coordinating: fc.constantFrom('STC', 'none'), zone: fc.constantFrom('CCN Phú Yên', 'none'),
    district: fc.constantFrom('Phú Xuyên', 'Mê Linh', 'none'), month: fc.constantFrom('2024-05', '2024-06', '2024-07'), from: day, to: day,
  }
  const some = fc.subarray(Object.keys(asked) as (keyof typeof asked)[], { maxLength: 3 })
  const when = fc.option(fc.integer({ min: 0, max: 60 * 24 }).map((hours) => new Date(noon + hours * 3_600_000)), { nil: undefined })
  return fc.tuple(some.chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, asked[key]])), { noNullPrototype: true })), fc.constantFrom(...boxNames), fc.constantFrom(...groupings), when)
}

const [rounds, filtersEach] = [4, 250]

test('on random histories a tile, its list, its count, its export and the events counted one by one are the same number, a thousand times', { timeout: 240_000 }, async () => {
  let seen = 0
  await fc.assert(
    fc.asyncProperty(histories, fc.integer(), async (plan, seed) => {
      const all = fc.sample(filters(), { numRuns: filtersEach, seed })
      await liveSomewhere(plan)
      const events = await eventsOf(sql)
      for (const [scope, box, groupBy, asOf] of all) {
        const filter = { ...(scope as IssueFilter), box, asOf }
        const report = await resolutionReport(db, house.leader, { ...(scope as object), groupBy, asOf })
        const stood = stoodAt(events, places, report.asOf)
        const expected = stood.filter((one) => fits(one, filter)).map(({ id }) => id).sort((a, b) => b - a)
        const said = JSON.stringify({ ...filter, groupBy })
        const [{ items }, count, exported] = await Promise.all([
          listIssues(db, house.leader, filter, { limit: 1000 }), countIssues(db, house.leader, filter), idsOfList(db, house.leader, filter),
        ])
        expect(items.map(({ id }) => id), said).toEqual(expected)
        expect([report.total[box], count, exported], said).toEqual([expected.length, expected.length, expected])
        const { total } = report
        expect(total.received, said).toBe(dispositions.reduce((sum, one) => sum + total[one], 0))
        expect([total.openOverdue + total.openInTime, total.confirmed + total.unconfirmed, total.waiting + total.working], said).toEqual([total.open, total.resolved, total.open])
        if (groupBy !== 'coordinating') expect(report.rows.reduce((sum, row) => sum + row[box], 0), said).toBe(total[box])
        seen += expected.length
      }
      const [filter] = all.map(([scope, box, , asOf]) => ({ ...(scope as IssueFilter), box, asOf }))
      const ids = await idsOfList(db, house.leader, filter!)
      expect((await registerRows(db, house.leader, ids, filter!.asOf)).map(({ id }) => id)).toEqual(ids)
    }),
    { numRuns: rounds, endOnFailure: true },
  )
  expect(seen).toBeGreaterThan(rounds * filtersEach)
})

test('no issue is in two boxes of those that share it out, whatever the day, and what is overdue is open', async () => {
  for (const asOf of [new Date('2024-06-01T00:00:00+07:00'), new Date('2024-06-12T10:00:00+07:00'), undefined]) {
    const idsIn = async (box: (typeof boxNames)[number]) => idsOfList(db, house.leader, { box, asOf })
    const shared = (await Promise.all(dispositions.map(idsIn))).flat()
    expect(new Set(shared).size).toBe(shared.length)
    expect(shared.toSorted()).toEqual((await idsIn('received')).toSorted())
    const open = new Set(await idsIn('open'))
    expect((await idsIn('openOverdue')).filter((id) => !open.has(id))).toEqual([])
  }
})

test('what a period carries over is what was open when it began', async () => {
  const asOf = new Date('2024-08-01T00:00:00+07:00')
  for (const from of ['2024-05-30', '2024-06-01', '2024-06-10']) {
    const { total } = await periodTable(db, house.leader, { groupBy: 'unit', from, asOf })
    const before = await resolutionReport(db, house.leader, { groupBy: 'group', asOf: new Date(Date.parse(`${from}T00:00:00+07:00`) - 1) })
    expect([from, total.carried]).toEqual([from, before.total.open])
    expect(before.total.open).toBeGreaterThan(0)
  }
})

test('what is carried over a midnight is what was open before it, and a month begins at Hanoi’s, in reports, lists and exports', async () => {
  const conference = await aConference(db, house.secretary)
  const border = new Date('2025-11-01T00:00:00+07:00')
  const [before, after] = [await anIssue(db, { conferenceId: conference, at: new Date('2025-10-31T23:30:00+07:00') }), await anIssue(db, { conferenceId: conference, at: new Date('2025-11-01T00:30:00+07:00') })]
  for (const [month, from, to, { id }] of [['2025-10', '2025-10-01', '2025-10-31', before], ['2025-11', '2025-11-01', '2025-11-30', after]] as const) {
    for (const filter of [{ conference, month }, { conference, from, to }]) {
      expect((await listIssues(db, house.leader, filter, { limit: 10 })).items.map((row) => row.id)).toEqual([id])
      expect([await countIssues(db, house.leader, filter), await idsOfList(db, house.leader, filter)]).toEqual([1, [id]])
      expect((await resolutionReport(db, house.leader, { ...filter, groupBy: 'month' })).rows.map(({ key, received }) => [key, received])).toEqual([[month, 1]])
    }
  }
  const openAt = async (asOf: Date) => (await resolutionReport(db, house.leader, { groupBy: 'group', conference, asOf })).total.open
  expect(await openAt(new Date(border.getTime() - 1))).toBe(1)
  expect(await openAt(border)).toBe(await openAt(new Date(border.getTime() - 1)))
  expect(await openAt(new Date(border.getTime() + 3_600_000))).toBe(2)
})
