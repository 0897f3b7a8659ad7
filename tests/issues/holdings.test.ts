import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { removeDay } from '#app/admin/remove-day.server.ts'
import { saveDay } from '#app/admin/save-day.server.ts'
import { undoImport } from '#app/imports/undo-import.server.ts'
import { moveByClock } from '#app/issues/move-by-clock.server.ts'
import { buildLackingHoldings, rebuildHoldings } from '#app/issues/rebuild-holdings.server.ts'
import { readRules } from '#app/issues/rules.server.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference, importAnnex } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { histories, live } from '#tests/support/histories.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { workingTimeBetween } from '#workflows/deadlines/working-time.ts'
import { elapsedByParty } from '#workflows/resolution/elapsed.ts'
import type { StoredEvent } from '#workflows/resolution/replay.ts'

const { db, sql } = await testDatabase()
beforeAll(() => seedReference(db))

type Row = { issue_id: string; party: string; unit: string | null; before_answer: boolean; from_at: Date; to_at: Date | null; worked: number | null }

const stored = () => sql<Row[]>`select issue_id, party, unit, before_answer, from_at, to_at, worked_ms::float8 as worked from issue_holdings order by issue_id, number`
const tidy = (row: Row) => ({ party: row.party, unit: row.unit, beforeAnswer: row.before_answer, from: row.from_at, to: row.to_at })

function byIssue<T extends { issue_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) found.set(row.issue_id, [...(found.get(row.issue_id) ?? []), row])
  return found
}

/** What stands in the table of every issue, beside what its events say of it. */
async function expectEventsAndTableToAgree() {
  const { calendar } = await readRules(db)
  const events = await sql<(Omit<StoredEvent, 'at'> & { issue_id: string; at: Date })[]>`
    select issue_id, move, from_state as "from", to_state as "to", at, person_id::int as "personId", role, unit, payload from issue_events order by issue_id, seq`
  const logs = byIssue(events.map((event) => ({ ...event, at: event.at.toISOString() })))
  const table = byIssue(await stored())
  const now = new Date('2199-01-01T00:00:00Z')
  for (const [id, log] of logs) {
    const { intervals, ended } = elapsedByParty(log, calendar, now)!
    const rows = table.get(id) ?? []
    const last = rows.at(-1)!
    expect(last.to_at).toBeNull()
    expect(last.party === 'nobody').toBe(ended)
    const had = rows.filter((row) => row.to_at !== null && row.to_at > row.from_at)
    const told = intervals.map(({ workingMinutes: _, ...one }) => one)
    expect(had.map(tidy)).toEqual(ended ? told : told.slice(0, -1))
    for (const row of had) expect(row.worked).toBe(workingTimeBetween(row.from_at, row.to_at!, calendar))
  }
  return logs.size
}

test('whatever moves are made, the table says of each issue who had it, from when to when, as its events do', { timeout: 120_000 }, async () => {
  const house = await aHouse(db)
  const conference = await aConference(db, house.secretary)
  await fc.assert(fc.asyncProperty(histories, (plan) => live(db, house, conference, plan)), { numRuns: 8 })
  expect(await expectEventsAndTableToAgree()).toBeGreaterThan(20)
})

test('opinions, promises and a leader’s approval give an issue to others and back', async () => {
  const house = await aHouse(db)
  const asked = await aPerson(db, 'officer', { unit: 'STC' })
  const { id } = await anIssue(db, { at: new Date('2025-02-10T03:00:00Z') })
  const at = (day: number) => new Date(Date.UTC(2025, 1, day, 3, 20, 11, 7))
  await walk(db, id, [[house.coordinator, routeTo('STNMT', { needsLeader: true })], [house.officer, { type: 'accept', note: undefined }]], at(11))
  await walk(db, id, [[house.officer, { type: 'requestOpinion', units: ['STC', 'SXD'], question: 'Ý kiến?', dueOn: undefined }]], at(12))
  await walk(db, id, [[asked, { type: 'giveOpinion', text: 'Thống nhất.' }]], at(13))
  await moveByClock(db, at(24))
  await walk(db, id, [[house.officer, { type: 'submitAnswer', text: 'Đã rà soát.', note: undefined }]], at(25))
  await walk(db, id, [[house.head, { type: 'approve', letterNumber: '1/STNMT', letterDate: '2025-02-26', note: undefined }]], at(26))
  await walk(db, id, [[house.leader, { type: 'approve', letterNumber: '1/STNMT', letterDate: '2025-02-27', note: undefined }]], at(27))
  await walk(db, id, [[house.officer, { type: 'commit', text: 'Bàn giao.', ownerUnit: 'STC', responsible: undefined, dueOn: '2025-12-01', replaces: undefined }]], at(28))
  await expectEventsAndTableToAgree()
  const rows = (await stored()).filter((row) => Number(row.issue_id) === id)
  expect(rows.map(({ party, unit, before_answer }) => [party, unit, before_answer])).toEqual([
    ['office', null, true], ['lead', 'STNMT', true], ['coordinating', 'STC', true], ['coordinating', 'SXD', true], ['lead', 'STNMT', true],
    ['approver', 'STNMT', true], ['approver', null, true], ['enterprise', null, false], ['coordinating', 'STC', false],
  ])
})

test('an import gives its issues to the office, and one undone gives them to nobody', async () => {
  const { secretary } = await aHouse(db)
  const imported = await importAnnex(db, await aConference(db, secretary), secretary)
  await expectEventsAndTableToAgree()
  await undoImport(db, imported.id, secretary)
  await expectEventsAndTableToAgree()
})

test('a day that becomes a holiday is taken from the working time it lay in, and given back with it', async () => {
  const admin = await aPerson(db, 'admin')
  const before = await stored()
  await saveDay(db, admin, { date: '2025-02-20', kind: 'holiday', name: 'Ngày nghỉ Mẫu', source: null, verified: true, proposal: null })
  const after = await stored()
  expect(after).not.toEqual(before)
  await expectEventsAndTableToAgree()
  await removeDay(db, admin, '2025-02-20')
  expect(await stored()).toEqual(before)
})

test('built again from the events, in whole or of what lacks it, the table is the same', async () => {
  const before = await stored()
  expect(await rebuildHoldings(db, { anew: true })).toBeGreaterThan(20)
  expect(await stored()).toEqual(before)
  await sql`delete from issue_holdings where issue_id <= (select max(id) - 10 from issues)`
  await buildLackingHoldings(db)
  expect(await stored()).toEqual(before)
})

test('an issue whose holdings are still to be built is left to that, whatever is done with it meanwhile', async () => {
  const { coordinator } = await aHouse(db)
  const { id } = await anIssue(db)
  await sql`delete from issue_holdings where issue_id = ${id}`
  await walk(db, id, [[coordinator, routeTo('STNMT')]])
  expect((await stored()).filter((row) => Number(row.issue_id) === id)).toEqual([])
  await rebuildHoldings(db)
  await expectEventsAndTableToAgree()
})
