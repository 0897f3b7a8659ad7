import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { readRules } from '#app/issues/rules.server.ts'
import { promiseList, promiseView } from '#app/reports/promise-view.server.ts'
import { listPromises } from '#db/queries/promises.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { keptInTimeOf, promiseBoxes, promiseStands } from '#workflows/reports/promises.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

registerFromDisk()
const { db } = await testDatabase()
/** A Friday afternoon. What was due on Thursday is overdue, what is due today is not. */
const now = new Date('2026-06-12T15:00:00+07:00')
const start = new Date('2026-05-05T09:00:00+07:00')
const day = (date: string, time = '10:00') => new Date(`${date}T${time}:00+07:00`)
let house: Awaited<ReturnType<typeof aHouse>>
let [stc, sxd]: Actor[] = []
let conference: number

const commit = (dueOn: string, ownerUnit = 'STNMT'): MoveInput => ({ type: 'commit', text: `Việc của ${ownerUnit}`, ownerUnit, responsible: undefined, dueOn, replaces: undefined })
const fulfil: MoveInput = { type: 'fulfil', evidence: 'Biên bản.', commitment: 1 }

async function promised(dueOn: string, ownerUnit?: string) {
  const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, at: start, conferenceId: conference })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, samples.accept], [house.officer, samples.submitAnswer], [house.head, samples.approve]], start)
  await walk(db, id, [[house.officer, commit(dueOn, ownerUnit)]], start)
  return id
}

async function putOff(id: number, dueOn: string) {
  await walk(db, id, [[house.head, { type: 'slip', commitment: 1, dueOn, note: 'Mưa.' }], [house.coordinator, { type: 'grantSlip', commitment: 1, dueOn, note: undefined }]], day('2026-05-12'))
}

beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  ;[stc, sxd] = [await aPerson(db, 'head', { unit: 'STC' }), await aPerson(db, 'head', { unit: 'SXD' })]
  conference = await aConference(db, house.secretary)
  // a Sunday ends with the Monday after it
  await walk(db, await promised('2026-05-17'), [[house.officer, fulfil]], day('2026-05-18', '16:59'))
  await walk(db, await promised('2026-05-15'), [[house.officer, fulfil]], day('2026-05-16'))
  const later = await promised('2026-05-20')
  await putOff(later, '2026-06-03')
  await walk(db, later, [[house.officer, fulfil]], day('2026-06-03'))
  const tooLate = await promised('2026-05-20')
  await putOff(tooLate, '2026-05-27')
  await putOff(tooLate, '2026-05-29')
  await walk(db, tooLate, [[house.officer, fulfil]], day('2026-05-29', '17:30'))
  await walk(db, await promised('2026-06-01'), [[house.coordinator, { ...samples.break, commitment: 1 } as MoveInput]], day('2026-06-02'))
  await promised('2026-06-11', 'STC')
  await promised('2026-06-12', 'STC')
}, 120_000)

const view = (by: Actor, query = '') => promiseView(db, by, new URLSearchParams(query), 'vi', now)

test('every promise stands at one place: kept by its first date, by a later one, late, broken, overdue or not due yet', async () => {
  const { total, rows } = await view(house.leader)
  expect(total).toMatchObject({ kept: 1, keptLater: 1, doneLate: 2, broken: 1, overdue: 1, owed: 1, made: 7, slipped: 2, times: 3, median: 9, p90: 14 })
  expect(promiseStands.reduce((sum, stand) => sum + total[stand], 0)).toBe(total.made)
  expect(rows.map(({ key, made }) => [key, made])).toEqual([['STNMT', 5], ['STC', 2]])
  expect(keptInTimeOf(total)).toEqual({ n: 1, of: 6 })
})

test('each number is as long as its list, by unit and by conference, whoever asks', async () => {
  const { calendar } = await readRules(db)
  for (const by of [house.leader, house.head, stc!, sxd!]) {
    for (const query of ['', 'by=conference', 'unit=STC', `conference=${conference}`, 'conference=none']) {
      const { rows, total, at } = await view(by, query)
      for (const row of [...rows, total]) {
        for (const box of promiseBoxes) {
          const found = await promiseList(db, by, new URLSearchParams({ ...row.scope, box, at }), 'vi', new Date('2026-07-01T00:00:00Z'))
          expect([box, found.count, found.items.length]).toEqual([box, row[box], row[box]])
        }
      }
    }
  }
  const pages = []
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await listPromises(db, house.leader, { box: 'made' }, { at: now, calendar }, { limit: 2, cursor })
    pages.push(...items.map(({ id }) => id))
    if (!next) break
    cursor = next
  }
  expect(new Set(pages).size).toBe(7)
})

test('a unit sees the promises of issues it has a part in; the owner its own, a stranger none', async () => {
  expect((await view(house.head)).total.made).toBe(7)
  expect((await view(stc!)).rows.map(({ key, made }) => [key, made])).toEqual([['STC', 2]])
  expect((await view(sxd!)).total.made).toBe(0)
})
