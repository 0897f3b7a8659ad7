import { beforeAll, expect, test } from 'vitest'
import { changeConference } from '#app/conferences/change-conference.server.ts'
import { conferenceSchema } from '#app/conferences/conference-form.ts'
import { inviteParticipants } from '#app/conferences/invite-participants.server.ts'
import { openConference } from '#app/conferences/open-conference.server.ts'
import { readinessView } from '#app/conferences/readiness-view.server.ts'
import { sheetView } from '#app/conferences/sheet-view.server.ts'
import { readFilter } from '#app/issues/list-filter.ts'
import { countIssues } from '#db/queries/issue-list.ts'
import { adminEvents, conferenceSeries, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { eq } from 'drizzle-orm'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { owedParts, sheetLines } from '#workflows/reports/sheet.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

const { db } = await testDatabase()
let house: Awaited<ReturnType<typeof aHouse>>
let id: number
const plan = { title: 'Hội nghị đối thoại mẫu', heldOn: '2027-03-10', answersDueOn: '2027-03-05', collectUntil: '2027-02-20' }
const day = new Date('2027-02-25T02:00:00Z')

beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  const { coordinator, secretary, officer, head } = house
  id = (await openConference(db, plan, secretary)).id
  const issue = async () => (await anIssue(db, { conferenceId: id, at: new Date('2027-02-01T02:00:00Z') })).id
  const at = new Date('2027-02-02T02:00:00Z')
  const [, withoutGroup, routed, accepted, answered, asked, refused] = [await issue(), await issue(), await issue(), await issue(), await issue(), await issue(), await issue()]
  await db.update(issues).set({ group: null }).where(eq(issues.id, withoutGroup!))
  await walk(db, routed!, [[coordinator, routeTo('STNMT')]], at)
  await walk(db, accepted!, [[coordinator, routeTo('STNMT')], [officer, samples.accept]], at)
  await walk(db, answered!, [[coordinator, routeTo('STNMT')], [officer, samples.accept], [officer, samples.submitAnswer], [head, samples.approve]], at)
  await walk(db, asked!, [[coordinator, routeTo('STNMT')], [officer, samples.accept], [officer, samples.askEnterprise]], at)
  await walk(db, refused!, [[coordinator, samples.refuse]], at)
  await walk(db, (await issue()), [[coordinator, { ...samples.divert, track: 'denunciation' }]], at)
  await inviteParticipants(db, secretary, id, [{ kind: 'guest', delegate: 'Bà Mẫu' }, { kind: 'unit', name: 'STNMT' }], day)
})

const listed = (by: typeof house.secretary, to: string) => countIssues(db, by, readFilter(new URL(to, 'http://x').searchParams))

test('each number of the page is the length of the list that it leads to', async () => {
  for (const by of [house.secretary, house.coordinator]) {
    const { lines, units } = await readinessView(db, by, String(id), 'vi', day)
    for (const { task, left, to } of lines.filter(({ to }) => to.startsWith('/issues'))) expect([task, await listed(by, to)]).toEqual([task, left])
    for (const unit of units) {
      for (const [n, to] of [[unit.all, unit.toAll], [unit.answered, unit.toAnswered], [unit.open, unit.toOpen], [unit.unaccepted, unit.toUnaccepted]] as const) {
        expect([to, await listed(by, to)]).toEqual([to, n])
      }
    }
    expect(units).toMatchObject([{ label: 'Sở Tài nguyên và Môi trường', all: 4, answered: 1, open: 3, unaccepted: 1 }, { code: null, all: 3, open: 2 }])
  }
})

test('what is left is said with its day, and is late once that is over', async () => {
  const states = async (on: string) => Object.fromEntries((await readinessView(db, house.secretary, String(id), 'vi', new Date(`${on}T02:00:00Z`))).lines.map(({ task, state, left }) => [task, `${state} ${left}`]))
  expect(await states('2027-03-05')).toEqual({
    plan: 'open 2', invited: 'done 0', answeredInvitations: 'open 2', collection: 'done 0', screened: 'open 1', routed: 'open 2', accepted: 'open 1', answers: 'open 5', report: 'open 8',
  })
  expect(await states('2027-03-06')).toMatchObject({ screened: 'late 1', answers: 'late 5', plan: 'open 2' })
})

test('before the meeting what is owed is shared out between the hall and later, each with its list, and the sum holds', async () => {
  const { rows, total, held } = await sheetView(db, house.leader, String(id), 'vi', day)
  expect([held, total]).toMatchObject([false, { received: 7, before: 1, owed: 5, inHall: 2, later: 3, refused: 1 }])
  for (const row of [...rows, total]) {
    expect(sheetLines.reduce((sum, line) => sum + row[line], 0)).toBe(row.received)
    expect(owedParts.reduce((sum, part) => sum + row[part], 0)).toBe(row.owed)
  }
  for (const { code, ...row } of rows) {
    for (const line of owedParts) expect([line, await listed(house.leader, `/issues?conference=${id}&group=${code ?? 'none'}&line=${line}`)]).toEqual([line, row[line]])
  }
})

test('the days of a plan are checked against each other, as typed or as sent', () => {
  const wrong = (more: object) => conferenceSchema.safeParse({ ...plan, ...more }).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  expect(wrong({})).toBeUndefined()
  expect(wrong({ collectUntil: '2027-03-06' })).toEqual(['collectUntil before:invalid.collectAfterAnswers'])
  expect(wrong({ collectUntil: '2027-03-11', answersDueOn: '' })).toEqual(['collectUntil before:invalid.collectAfterHeld'])
  expect(wrong({ answersDueOn: '2027-03-11' })).toEqual(['answersDueOn before:invalid.answersAfterHeld'])
  expect(wrong({ collectUntil: plan.heldOn, answersDueOn: plan.heldOn })).toBeUndefined()
  expect(wrong({ answersDueOn: '2027-02-31' })).toEqual(['answersDueOn date'])
})

test('a changed plan keeps before and after in the log; a series is named once and chosen again; others may not', async () => {
  await changeConference(db, house.coordinator, id, { ...plan, newSeries: 'Đối thoại Mẫu 2027', chair: 'Phó Chủ tịch Mẫu', namesShown: true })
  await changeConference(db, house.secretary, id, { ...plan, newSeries: 'Đối thoại Mẫu 2027', theme: 'Đất đai' })
  expect(await db.select({ name: conferenceSeries.name }).from(conferenceSeries)).toEqual([{ name: 'Đối thoại Mẫu 2027' }])
  await changeConference(db, house.secretary, id, { ...plan, series: 'Đối thoại Mẫu 2027' })
  const log = await db.select().from(adminEvents).where(eq(adminEvents.subject, 'conference')).orderBy(adminEvents.id)
  expect(log.map(({ change, subjectId }) => [change, subjectId])).toEqual([['add', String(id)], ...[1, 2, 3].map(() => ['change', String(id)])])
  expect(log[1]).toMatchObject({ before: { chair: null, namesShown: false }, after: { chair: 'Phó Chủ tịch Mẫu', namesShown: true } })
  for (const input of [{ series: 'Không có' }, { scheme: 'khong-co' }, { hostUnit: 'XYZ' }]) await expect(changeConference(db, house.secretary, id, { ...plan, ...input })).rejects.toMatchObject({ status: 422 })
  for (const by of [house.leader, house.officer, house.enterprise]) await expect(changeConference(db, by, id, plan)).rejects.toMatchObject({ status: 403 })
})
