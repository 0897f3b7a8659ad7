import { asc, eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { byOf } from '#app/access/actor.ts'
import { conclusionView } from '#app/conclusions/conclusion-view.server.ts'
import { draftConclusion } from '#app/conclusions/draft-conclusion.server.ts'
import { orderTasks } from '#app/conclusions/order-tasks.server.ts'
import { saveTask } from '#app/conclusions/save-task.server.ts'
import { saveWording } from '#app/conclusions/save-wording.server.ts'
import { signOffConclusion } from '#app/conclusions/sign-off-conclusion.server.ts'
import { taskView } from '#app/conclusions/task-view.server.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { tasksOf } from '#db/queries/conclusions.ts'
import { commitments, conclusions, conclusionTasks, issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

registerFromDisk()
const { db } = await testDatabase()
const at = new Date('2026-04-05T03:00:00Z')
const signature = { number: '761/TB-UBND', issuedOn: '2026-04-12', authority: 'TL. CHỦ TỊCH', signerPosition: 'CHÁNH VĂN PHÒNG', signerName: 'Nguyễn Văn Mẫu' }
let house: Awaited<ReturnType<typeof aHouse>>
let conference: number
let promised: number, received: number, routed: number

/** A promise made in the hall, two answers that STNMT owes, and one issue that nobody has yet. */
beforeEach(async () => {
  await seedReference(db)
  house = await aHouse(db)
  const { coordinator, secretary } = house
  conference = await aConference(db, coordinator)
  const issue = async () => (await anIssue(db, { conferenceId: conference, at })).id
  promised = await issue()
  await walk(db, promised, [[secretary, samples.answerOnTheSpot], [secretary, { ...samples.commit, dueOn: '2026-06-30' } as typeof samples.commit]], at)
  routed = await issue()
  await walk(db, routed, [[coordinator, routeTo('STNMT', { coordinatingUnits: ['STC'] })]], at)
  await walk(db, await issue(), [[coordinator, routeTo('STNMT')]], at)
  received = await issue()
})

const view = (by: Actor = house.coordinator) => conclusionView(db, by, String(conference), 'vi')
const tasks = async () => tasksOf(db, byOf(house.coordinator), (await view()).notice!.id)
const seen = async () => (await view()).notice!.seen
const dueOn = async (id: number) => (await db.select({ dueOn: issues.dueOn }).from(issues).where(eq(issues.id, id)))[0]!.dueOn
const taskInput = { seen: null, text: 'Báo cáo kết quả', leadUnit: 'SXD', coordinatingUnits: ['STC', 'SXD'], dueOn: '2026-05-20', product: 'Báo cáo', issues: [] as string[] }

test('the draft is made of what was promised and of the answers still owed, and grows by what comes about later', async () => {
  expect((await view()).toAdd).toEqual({ promises: 1, answers: 2 })
  await draftConclusion(db, conference, house.secretary, at)
  expect(await tasks()).toMatchObject([
    { number: 1, text: samples.commit.text, leadUnit: 'STNMT', dueOn: '2026-06-30', issues: [{ id: promised }] },
    { number: 2, leadUnit: 'STNMT', coordinatingUnits: ['STC'], dueOn: null, issues: [{ id: routed }, {}] },
  ])
  expect((await view()).toAdd).toEqual({ promises: 0, answers: 0 })
  await walk(db, received, [[house.coordinator, routeTo('SXD')]], at)
  await Promise.all([draftConclusion(db, conference, house.secretary, at), draftConclusion(db, conference, house.coordinator, at)])
  expect((await tasks()).map(({ number, leadUnit }) => [number, leadUnit])).toEqual([[1, 'STNMT'], [2, 'STNMT'], [3, 'SXD']])
})

test('tasks are added, changed, moved and taken out, and their numbers stay without a gap', async () => {
  await draftConclusion(db, conference, house.secretary, at)
  const codes = (await tasks())[1]!.issues.map(({ code }) => code)
  await saveTask(db, conference, null, { ...taskInput, issues: codes }, house.secretary, at)
  const [, second, third] = await tasks()
  expect(third).toMatchObject({ number: 3, leadUnit: 'SXD', coordinatingUnits: ['STC'], issues: codes.map((code) => ({ code })) })
  await orderTasks(db, conference, { task: third!.id, to: 'up' }, house.secretary, at)
  await orderTasks(db, conference, { task: second!.id, to: 'away' }, house.coordinator, at)
  expect((await tasks()).map(({ id, number }) => [id, number])).toEqual([[expect.any(Number), 1], [third!.id, 2]])
  await expect(saveTask(db, conference, null, { ...taskInput, issues: ['KN00-1'] }, house.secretary)).rejects.toMatchObject({ fields: { issues: {} } })
  await expect(saveTask(db, conference, null, { ...taskInput, leadUnit: 'KHONGCO' }, house.secretary)).rejects.toMatchObject({ fields: { leadUnit: {} } })
})

test('a promise keeps its unit and its date in the notice', async () => {
  await draftConclusion(db, conference, house.secretary, at)
  const [first] = await tasks()
  const { seen } = await taskView(db, house.secretary, String(conference), String(first!.id))
  const change = { ...taskInput, seen, leadUnit: 'STNMT', dueOn: '2026-06-30' }
  await expect(saveTask(db, conference, first!.id, { ...change, dueOn: '2026-07-01' }, house.secretary)).rejects.toMatchObject({ fields: { dueOn: {} } })
  await expect(saveTask(db, conference, first!.id, { ...change, leadUnit: 'SXD' }, house.secretary)).rejects.toMatchObject({ fields: { leadUnit: {} } })
  await saveTask(db, conference, first!.id, { ...change, text: 'Bàn giao mặt bằng' }, house.secretary)
  expect((await tasks())[0]).toMatchObject({ text: 'Bàn giao mặt bằng', dueOn: '2026-06-30' })
})

test('whoever comes second overwrites nothing unseen, neither words nor a task nor by signing', async () => {
  await draftConclusion(db, conference, house.secretary, at)
  const { notice } = await view()
  const stale = notice!.seen
  const wording = { issuerAbove: null, issuer: 'UBND', place: 'Hà Nội', abstract: 'Kết luận', opening: 'Mở đầu', conclusion: 'Kết luận', recipients: 'Lưu: VT.' }
  await saveWording(db, conference, { seen: notice!.seenWording, ...wording }, house.secretary, at)
  await expect(saveWording(db, conference, { seen: notice!.seenWording, ...wording }, house.coordinator)).rejects.toMatchObject({ status: 422 })
  const [first] = await tasks()
  await expect(saveTask(db, conference, first!.id, { ...taskInput, seen: stale }, house.secretary)).rejects.toMatchObject({ status: 422 })
  await expect(signOffConclusion(db, conference, { seen: stale, ...signature }, house.coordinator)).rejects.toMatchObject({ status: 422 })
  expect((await view()).notice!.state).toBe('draft')
})

test('the dates of an issued notice become those of the issues that still owe an answer, the earliest where there are several', async () => {
  await draftConclusion(db, conference, house.secretary, at)
  const { code } = (await db.select({ code: issues.code }).from(issues).where(eq(issues.id, received)))[0]!
  const codes = (await tasks())[1]!.issues.map((issue) => issue.code)
  await saveTask(db, conference, null, { ...taskInput, dueOn: '2026-05-29', issues: [code, codes[0]!] }, house.secretary, at)
  await saveTask(db, conference, null, { ...taskInput, dueOn: '2026-05-20', issues: [codes[0]!] }, house.secretary, at)
  const promiseDue = await dueOn(promised)
  const { dated } = await signOffConclusion(db, conference, { seen: await seen(), ...signature }, house.coordinator, at)
  expect(dated).toBe(2)
  expect([await dueOn(received), await dueOn(routed), await dueOn(promised)]).toEqual(['2026-05-29', '2026-05-20', promiseDue])
  const moves = await db.select({ move: issueEvents.move, payload: issueEvents.payload }).from(issueEvents).where(eq(issueEvents.issueId, routed)).orderBy(asc(issueEvents.seq))
  expect(moves.at(-1)).toMatchObject({ move: 'setDeadline', payload: { dueOn: '2026-05-20', notice: '761/TB-UBND' } })
  const [promise] = await db.select({ dueOn: commitments.dueOn }).from(commitments).where(eq(commitments.issueId, promised))
  expect(promise).toEqual({ dueOn: '2026-06-30' })
})

test('what is signed off stands: no use case and no statement changes it', async () => {
  await draftConclusion(db, conference, house.secretary, at)
  await signOffConclusion(db, conference, { seen: await seen(), ...signature }, house.coordinator, at)
  const { notice } = await view(house.leader)
  expect(notice).toMatchObject({ state: 'signedOff', number: '761/TB-UBND', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  await expect(draftConclusion(db, conference, house.coordinator)).rejects.toMatchObject({ status: 409 })
  await expect(saveTask(db, conference, null, taskInput, house.coordinator)).rejects.toMatchObject({ status: 409 })
  await expect(signOffConclusion(db, conference, { seen: notice!.seen, ...signature }, house.coordinator)).rejects.toMatchObject({ status: 409 })
  const kept = { cause: { code: '23001' } }
  await expect(db.update(conclusions).set({ number: '1' }).where(eq(conclusions.id, notice!.id))).rejects.toMatchObject(kept)
  await expect(db.delete(conclusionTasks).where(eq(conclusionTasks.conclusionId, notice!.id))).rejects.toMatchObject(kept)
  await expect(db.execute(sql`delete from conclusion_task_issues where task_id in (select id from conclusion_tasks where conclusion_id = ${notice!.id})`)).rejects.toMatchObject(kept)
})

test('only the offices that make a conference draft, only the coordinating office issues, and a draft is nobody else’s to read', async () => {
  for (const by of [house.leader, house.officer, house.enterprise]) await expect(draftConclusion(db, conference, by)).rejects.toMatchObject({ status: 403 })
  await draftConclusion(db, conference, house.secretary, at)
  await expect(signOffConclusion(db, conference, { seen: await seen(), ...signature }, house.secretary)).rejects.toMatchObject({ status: 403 })
  expect((await view(house.leader)).notice).toBeNull()
})
