import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { issueView } from '#app/issues/issue-view.server.ts'
import { countWork, listWork } from '#db/queries/work.ts'
import { deadlines } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

const monday = new Date('2025-03-10T03:00:00Z')
const on = (day: string) => new Date(`${day}T03:00:00Z`)
const horizon = { now: monday, soon: on('2025-03-12') }
const accept: MoveInput = { type: 'accept', note: undefined }
const ask = (units: string[], dueOn: string): MoveInput => ({ type: 'requestOpinion', units, question: 'Ý kiến?', dueOn })
const handBack = (competentUnit: string): MoveInput => ({ type: 'handBack', competentUnit, note: `Thuộc ${competentUnit}.` })

test('opinions to give stand in the order of their own days, page by page, and leave when given', async () => {
  const { coordinator, officer } = await aHouse(db)
  const asked = await aPerson(db, 'officer', { unit: 'STC' })
  const days = ['2025-03-20', '2025-03-12', '2025-03-14']
  const issues: { code: string; id: number }[] = []
  for (const dueOn of days) {
    const issue = await anIssue(db, { at: monday })
    await walk(db, issue.id, [[coordinator, routeTo('STNMT')], [officer, accept], [officer, ask(['STC'], dueOn)]], monday)
    issues.push(issue)
  }
  const first = await listWork(db, asked, 'opinions', horizon, { limit: 2 })
  const rest = await listWork(db, asked, 'opinions', horizon, { limit: 2, cursor: first.next ?? '' })
  expect([...first.items, ...rest.items].map(({ code, dueOn }) => [code, dueOn])).toEqual([1, 2, 0].map((at) => [issues[at]!.code, days[at]]))
  expect(rest.next).toBeNull()
  const waiting = await listWork(db, officer, 'awaitingOpinions', horizon, { limit: 25 })
  expect(waiting.items.map(({ dueOn }) => dueOn)).toEqual(['2025-03-12', '2025-03-14', '2025-03-20'])
  await walk(db, issues[1]!.id, [[asked, { type: 'giveOpinion', text: 'Đồng ý.' }]], monday)
  const count = async (by: typeof asked) => new Map((await countWork(db, by, horizon)).map(({ name, count: n }) => [name, n]))
  expect((await count(asked)).get('opinions')).toBe(2)
  expect((await count(officer)).get('awaitingOpinions')).toBe(2)
  expect((await count(asked)).get('awaitingOpinions')).toBe(0)
})

test('what was handed back stands by the five days in which it must be forwarded, with who, why and whom they named', async () => {
  const { coordinator, officer, leader, enterprise, enterpriseId } = await aHouse(db)
  const other = await aPerson(db, 'officer', { unit: 'SXD' })
  const late = await anIssue(db, { at: monday })
  await walk(db, late.id, [[coordinator, routeTo('STNMT')], [officer, handBack('STC')]], on('2025-03-11'))
  const pingPong = await anIssue(db, { enterpriseId, at: monday })
  await walk(db, pingPong.id, [[coordinator, routeTo('STNMT')], [officer, handBack('SXD')], [coordinator, routeTo('SXD')], [other, handBack('STNMT')]], monday)
  for (const by of [coordinator, leader]) {
    const { items } = await listWork(db, by, 'handedBack', horizon, { limit: 25 })
    expect(items.map(({ code, dueOn }) => [code, dueOn])).toEqual([[pingPong.code, '2025-03-17'], [late.code, '2025-03-18']])
    expect(items[0]).toMatchObject({ handBacks: [{ note: 'Thuộc STNMT.', competentUnit: 'STNMT' }, { note: 'Thuộc SXD.', competentUnit: 'SXD' }] })
  }
  const view = await issueView(db, pingPong.code, { actor: coordinator, language: 'vi' })
  expect(view?.coordination).toMatchObject({ decidedByOffice: true, handBacks: [{}, {}] })
  await walk(db, pingPong.id, [[coordinator, routeTo('STNMT')]], on('2025-03-13'))
  expect((await listWork(db, coordinator, 'handedBack', horizon, { limit: 25 })).items.map(({ code }) => code)).toEqual([late.code])
  const clocks = await db.select().from(deadlines).where(eq(deadlines.issueId, pingPong.id))
  expect(clocks.filter(({ clock }) => clock === 'forward').map(({ met }) => met)).toEqual([true, true])
  await expect(walk(db, pingPong.id, [[officer, handBack('SXD')]])).rejects.toMatchObject({ status: 409 })
  const filer = JSON.stringify(await issueView(db, pingPong.code, { actor: enterprise, language: 'vi' }))
  expect(filer).toContain('competenceSought')
  expect(filer).not.toMatch(/"handBack"|Thuộc SXD/)
})

test('what waits to be accepted, to be approved or for an enterprise stands by the day of that step, not of the whole issue', async () => {
  const { coordinator, officer, head, enterprise, enterpriseId } = await aHouse(db, 'SCT')
  const issue = await anIssue(db, { enterpriseId, at: monday })
  const dueIn = async (by: typeof officer, queue: 'toAccept' | 'toApprove' | 'questions') =>
    (await listWork(db, by, queue, horizon, { limit: 25 })).items.map(({ code, dueOn }) => [code, dueOn])
  await walk(db, issue.id, [[coordinator, routeTo('SCT')]], monday)
  expect(await dueIn(officer, 'toAccept')).toEqual([[issue.code, '2025-03-11']])
  await walk(db, issue.id, [[officer, accept], [officer, { type: 'askEnterprise', question: 'Số văn bản?' }]], monday)
  expect(await dueIn(enterprise, 'questions')).toEqual([[issue.code, '2025-03-24']])
  await walk(db, issue.id, [[enterprise, { type: 'supply', text: 'Số 15.' }], [officer, { type: 'submitAnswer', text: 'Đã xong.', note: undefined }]], monday)
  const [approval] = await db.select().from(deadlines).where(and(eq(deadlines.issueId, issue.id), eq(deadlines.clock, 'approval')))
  const { items: [waiting] } = await listWork(db, head, 'toApprove', horizon, { limit: 25 })
  expect(waiting).toMatchObject({ code: issue.code, dueAt: approval?.dueAt })
})
