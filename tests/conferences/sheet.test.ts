import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { sheetView } from '#app/conferences/sheet-view.server.ts'
import { countIssues } from '#db/queries/issue-list.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'
import { sheetLines } from '#workflows/reports/sheet.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

const { db } = await testDatabase()
let conference: number
let house: Awaited<ReturnType<typeof aHouse>>
const received = new Date('2024-03-01T02:00:00Z')

async function issue(moves: [Actor, MoveInput][], at: string) {
  const { id } = await anIssue(db, { conferenceId: conference, at: received })
  await walk(db, id, moves, new Date(at))
  return id
}

beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  const { coordinator, secretary, officer, head } = house
  conference = await aConference(db, coordinator)
  const answered: [Actor, MoveInput][] = [[coordinator, routeTo('STNMT')], [officer, samples.accept], [officer, samples.submitAnswer], [head, samples.approve]]
  await issue(answered, '2024-04-04T16:59:59Z')
  await issue(answered, '2024-04-04T17:00:00Z')
  await issue([[secretary, samples.answerOnTheSpot]], '2024-04-05T03:00:00Z')
  await issue([[secretary, samples.answerOnTheSpot], [secretary, samples.commit]], '2024-04-05T03:00:00Z')
  await issue([[coordinator, samples.divert]], '2024-03-04T03:00:00Z')
  await issue([[coordinator, routeTo('STNMT')]], '2024-03-04T03:00:00Z')
  await issue([], '2024-03-04T03:00:00Z')
})

test('each issue of a conference stands on one line, the day of the meeting begins at midnight in Hanoi, and the lines add up', async () => {
  const { total, rows, counts } = await sheetView(db, house.coordinator, String(conference), 'vi', new Date('2024-06-01T00:00:00Z'))
  expect(total).toMatchObject({ received: 7, before: 1, after: 1, onTheSpot: 2, diverted: 1, owed: 2, refused: 0, withdrawn: 0 })
  for (const row of [...rows, total]) expect(sheetLines.reduce((sum, line) => sum + row[line], 0)).toBe(row.received)
  expect(counts).toMatchObject({ comments: 7, issues: 7, enterprises: 7, promises: 1, promisesDone: 0 })
})

test('behind each number is a list of that length, for whoever may see it', async () => {
  for (const by of [house.coordinator, house.leader]) {
    const { rows } = await sheetView(db, by, String(conference), 'vi')
    for (const { code, ...row } of rows) {
      const group = code ?? 'none'
      for (const line of sheetLines) expect([line, await countIssues(db, by, { conference, group, line })]).toEqual([line, row[line]])
    }
  }
})
