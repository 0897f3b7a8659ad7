import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { countChanges, listChanged, type Between } from '#db/queries/changed-since.ts'
import { listIssues } from '#db/queries/issue-list.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { live, lives } from '#tests/support/histories.ts'
import { aHouse, anIssue } from '#tests/support/issues.ts'
import { changeBoxes, ways, type Change } from '#workflows/reports/changes.ts'

const { db } = await testDatabase()
let house: Awaited<ReturnType<typeof aHouse>>
beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  const conference = await aConference(db, house.secretary)
  await live(db, house, conference, lives.flatMap(({ length }, life) => [length, 3, 1].map((steps) => ({ life, steps, hours: [30, 77] }))))
})

const all = { limit: 500 }
const idsAt = async (by: Actor, box: Change['box'], asOf: Date) => (await listIssues(db, by, { box, asOf }, all)).items.map(({ id }) => id)

/** What came in or left, told by the whole lists of the two instants. */
async function expected(by: Actor, { box, way }: Change, { since, until }: Between) {
  const [before, after] = await Promise.all([idsAt(by, box, since), idsAt(by, box, until)])
  const [from, without] = way === 'in' ? [after, before] : [before, after]
  return from.filter((id) => !without.includes(id)).sort((a, b) => a - b)
}

const changes = changeBoxes.flatMap((box) => ways.map((way): Change => ({ box, way })))
const days = ['2024-05-20', '2024-06-01', '2024-06-08', '2024-06-20', '2024-07-30'].map((day) => new Date(`${day}T09:00:00+07:00`))

test.each(days)('since %s as many came into a box and left it as its lists of then and now differ by', { timeout: 60_000 }, async (since) => {
  for (const by of [house.leader, house.officer]) {
    const between = { since, until: new Date() }
    const counts = await countChanges(db, by, between)
    for (const change of changes) {
      const issues = await expected(by, change, between)
      expect([change, counts[change.box][change.way]]).toEqual([change, issues.length])
      const { items } = await listChanged(db, by, change, between, all)
      expect(items.map(({ id }) => id).sort((a, b) => a - b)).toEqual(issues)
    }
  }
})

test('a list asked for later is still that of its two instants', { timeout: 60_000 }, async () => {
  let found = 0
  for (const [at, since] of days.slice(0, -1).entries()) {
    const between = { since, until: days[at + 1]! }
    for (const change of changes) {
      const { items } = await listChanged(db, house.leader, change, between, all)
      expect([change, items.map(({ id }) => id).sort((a, b) => a - b)]).toEqual([change, await expected(house.leader, change, between)])
      found += items.length
    }
  }
  expect(found).toBeGreaterThan(30)
})

test('an issue that runs out of time by itself is newly overdue, and nobody is told of what they may not see', async () => {
  const other = await aHouse(db, 'SXD')
  const received = new Date('2025-03-03T02:00:00Z')
  await anIssue(db, { at: received })
  const between = { since: new Date('2025-03-04T02:00:00Z'), until: new Date('2025-06-02T02:00:00Z') }
  const newlyOverdue = { box: 'openOverdue', way: 'in' } as const
  expect((await listChanged(db, house.leader, newlyOverdue, between, all)).items).toHaveLength(1)
  expect((await listChanged(db, other.officer, newlyOverdue, between, all)).items).toHaveLength(0)
})
