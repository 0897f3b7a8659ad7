import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { readFilter } from '#app/issues/list-filter.ts'
import { readRules } from '#app/issues/rules.server.ts'
import { ageView } from '#app/reports/age-view.server.ts'
import { queryOf } from '#app/reports/narrowed.ts'
import { countIssues } from '#db/queries/issue-list.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { addWorkingTime, workingTimeBetween } from '#workflows/deadlines/working-time.ts'

registerFromDisk()
const { db } = await testDatabase()
const now = new Date('2025-06-16T04:00:00Z')
/** In working days, half a day less each; every third is led by one unit, every third by another. */
const ages = [1, 2, 5, 6, 10, 11, 15, 21, 33, 41, 80, 120]
const leads = ['STNMT', 'SXD', null]
let house: Awaited<ReturnType<typeof aHouse>>
let sxd: Actor

async function receivedSoThat(days: number) {
  const { calendar } = await readRules(db)
  let at = now
  while (workingTimeBetween(at, now, calendar) < (days - 0.5) * calendar.dayLength) at = new Date(at.getTime() - 3_600_000)
  return at
}

beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  sxd = await aPerson(db, 'head', { unit: 'SXD' })
  const conferenceId = await aConference(db, house.secretary)
  for (const [place, days] of ages.entries()) {
    const at = await receivedSoThat(days)
    const { id } = await anIssue(db, { conferenceId, enterpriseId: house.enterpriseId, at })
    const lead = leads[place % 3]
    if (lead) await walk(db, id, [[house.coordinator, routeTo(lead)]], at)
  }
  const gone = await anIssue(db, { conferenceId, at: await receivedSoThat(30) })
  await walk(db, gone.id, [[house.coordinator, { type: 'refuse', legalGround: 'Điều 5', text: 'Không thuộc phạm vi.' }]], await receivedSoThat(7))
}, 60_000)

const view = (by: Actor, params = '', at = now) => ageView(db, by, new URLSearchParams(params), 'vi', at)
type Row = Awaited<ReturnType<typeof view>>['rows'][number] | Awaited<ReturnType<typeof view>>['total']

/** How long the list of each number of a row is, by the filters that the page puts into its link. */
async function listsOf(by: Actor, { scope }: Row, { asOf, bounds }: { asOf: string; bounds: string[] }) {
  const count = (more: Record<string, string | undefined>) => countIssues(db, by, readFilter(new URLSearchParams(queryOf({ ...scope, asOf, ...more }))))
  const banded = (box: string, since: string, before: string) =>
    Promise.all([...bounds, undefined].map((bound, band) => count({ box, [since]: bound, [before]: bounds[band - 1] })))
  return {
    open: await count({ box: 'open' }), overdue: await count({ box: 'openOverdue' }),
    ages: await banded('open', 'receivedSince', 'receivedBefore'), lates: await banded('openOverdue', 'dueSince', 'dueBefore'),
  }
}

test('open issues stand in the band of their working days, and the middle one tells the median', async () => {
  const { total } = await view(house.leader)
  expect(total.ages).toEqual([3, 2, 2, 2, 3])
  expect(total.open).toBe(ages.length)
  expect(total.median).toBeCloseTo(10.5, 0)
  expect(total.p90).toBeCloseTo(79.5, 0)
  expect(total.overdue).toBe(total.lates.reduce((sum, n) => sum + n, 0))
  const { calendar } = await readRules(db)
  const received = await Promise.all(ages.map((days) => receivedSoThat(days)))
  const late = received.filter((start) => addWorkingTime({ start, amount: 10, unit: 'day', convention: 'A', calendar }).due < now)
  expect(total.overdue).toBe(late.length)
})

test('each number is as long as its list, by unit, group and state, today and on a past day, whoever asks', { timeout: 60_000 }, async () => {
  for (const by of [house.leader, house.head, sxd]) {
    for (const params of ['by=unit', 'by=group', 'by=state', 'by=unit&asOf=2025-05-30', 'by=group&unit=STNMT']) {
      const found = await view(by, params)
      for (const row of [...found.rows, found.total]) {
        const { open, overdue, ages: some, lates } = row
        expect(await listsOf(by, row, found)).toEqual({ open, overdue, ages: some, lates })
        expect(some.reduce((sum, n) => sum + n, 0)).toBe(open)
      }
      expect(found.rows.reduce((sum, row) => sum + row.open, 0)).toBe(found.total.open)
    }
  }
})

test('a past day is told as it was: what ended since was still open, what came since was not there', async () => {
  const { total } = await view(house.leader, 'asOf=2025-06-02')
  const then = new Date('2025-06-02T16:59:59.999Z')
  const { calendar } = await readRules(db)
  const received = await Promise.all(ages.map((days) => receivedSoThat(days)))
  const gone = await receivedSoThat(30)
  const open = [...received, gone].filter((at) => at <= then)
  expect(open.length).not.toBe(ages.length)
  expect(total.open).toBe(open.length)
  expect(total.ages[0]).toBe(open.filter((at) => workingTimeBetween(at, then, calendar) <= 5 * calendar.dayLength).length)
})

test('a unit’s head is told of what the unit has a part in, and of nothing else', async () => {
  const rows = async (by: Actor) => (await view(by)).rows.map(({ key, open }) => [key, open])
  expect(await rows(house.leader)).toEqual([['STNMT', 4], ['SXD', 4], [null, 4]])
  expect(await rows(house.head)).toEqual([['STNMT', 4]])
  expect(await rows(sxd)).toEqual([['SXD', 4]])
})
