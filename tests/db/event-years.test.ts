import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { searchEvents } from '#db/queries/audit-log.ts'
import { addEventYears } from '#db/queries/event-years.ts'
import { storyOf } from '#db/queries/issue-story.ts'
import { verifyChain } from '#db/queries/verify-chain.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'

const { db, sql } = await testDatabase()
const thisYear = new Date().getFullYear()
let coordinator: Actor, auditor: Actor
beforeAll(async () => {
  await seedReference(db)
  coordinator = await aPerson(db, 'coordinator', { unit: 'VPUB' })
  auditor = await aPerson(db, 'auditor')
})

const yearsOf = async (id: number) => (await sql`select tableoid::regclass::text as year from issue_events where issue_id = ${id} order by seq`).map(({ year }) => String(year))

test('events of two years lie in two tables, parted at midnight in Hanoi, and read as one log', async () => {
  const { id, code } = await anIssue(db, { at: new Date(`${thisYear}-12-31T16:30:00Z`) })
  await walk(db, id, [[coordinator, routeTo('STNMT')]], new Date(`${thisYear}-12-31T17:30:00Z`))
  expect(await yearsOf(id)).toEqual([`issue_events_${thisYear}`, `issue_events_${thisYear + 1}`])
  expect((await storyOf(db, id)).map(({ seq, move }) => [seq, move])).toEqual([[1, 'receive'], [2, 'route']])
  expect((await searchEvents(db, auditor, { code }, null)).items.map(({ move }) => move)).toEqual(['route', 'receive'])
  expect(await verifyChain(db, id)).toEqual({ ok: true, events: 2 })
  const statesAt = async (at: string) => (await sql`select state from issue_facts_as_of(${at}) where issue_id = ${id}`).map(({ state }) => String(state))
  expect(await statesAt(`${thisYear}-12-31T17:00:00Z`)).toEqual(['received'])
  expect(await statesAt(`${thisYear}-12-31T18:00:00Z`)).toEqual(['routed'])
})

test('an event of a year without a table is not refused, and that year stays with the others', async () => {
  const far = new Date('2077-05-03T03:00:00Z')
  const { id } = await anIssue(db, { at: far })
  expect(await yearsOf(id)).toEqual(['issue_events_other'])
  await addEventYears(db, far)
  const { id: later } = await anIssue(db, { at: new Date('2078-05-03T03:00:00Z') })
  expect([await yearsOf(id), await yearsOf(later)]).toEqual([['issue_events_other'], ['issue_events_2078']])
})

test('the coming years are made once, by whoever is first', async () => {
  const december = new Date('2040-12-05T03:00:00Z')
  const added = await Promise.all([1, 2, 3].map(() => addEventYears(db, december)))
  expect([...added].sort()).toEqual([0, 0, 3])
  expect(await addEventYears(db, december, 2038)).toBe(2)
})

test.each(['issue_events', `issue_events_${thisYear}`, 'issue_events_other', 'issue_events_2040'])('%s takes no change, whoever names it', async (name) => {
  await anIssue(db)
  for (const change of [`update ${name} set note = 'x'`, `delete from ${name}`, `truncate ${name}`]) await expect(sql.unsafe(change), change).rejects.toThrow('append-only')
})
