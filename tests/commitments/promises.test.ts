import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { issueView } from '#app/issues/issue-view.server.ts'
import { horizonOf, rulesOf } from '#app/issues/rules.server.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { countWork, listWork } from '#db/queries/work.ts'
import { commitments, commitmentSlips, issueEvents, issues, people } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { system } from '#workflows/resolution/actor.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { replay } from '#workflows/resolution/replay.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

/** A Tuesday morning in Hanoi. */
const day = (date: string) => new Date(`${date}T09:00:00+07:00`)
const start = day('2026-05-05')
const commit = (ownerUnit: string, dueOn: string, more: Partial<Extract<MoveInput, { type: 'commit' }>> = {}): MoveInput =>
  ({ type: 'commit', text: `Cấp giấy trước ${dueOn}`, ownerUnit, responsible: undefined, dueOn, replaces: undefined, ...more })
const slip = (dueOn: string, commitment = 1): MoveInput => ({ type: 'slip', commitment, dueOn, note: 'Chờ thẩm định.' })
const grant = (dueOn: string, commitment = 1): MoveInput => ({ type: 'grantSlip', commitment, dueOn, note: undefined })

async function promised(...commits: MoveInput[]) {
  const house = await aHouse(db)
  const { id, code } = await anIssue(db, { enterpriseId: house.enterpriseId, at: start })
  await walk(db, id, [
    [house.coordinator, routeTo('STNMT')], [house.officer, samples.accept], [house.officer, samples.submitAnswer], [house.head, samples.approve],
    ...commits.map((one): [Actor, MoveInput] => [house.officer, one]),
  ], start)
  return { ...house, id, code }
}
const rows = (id: number) => db.select().from(commitments).where(eq(commitments.issueId, id)).orderBy(commitments.number)
const slipsOf = async (id: number) => {
  const [one] = await rows(id)
  return db.select().from(commitmentSlips).where(eq(commitmentSlips.commitmentId, one!.id)).orderBy(commitmentSlips.number)
}
const stateOf = async (id: number) => (await db.select().from(issues).where(eq(issues.id, id)))[0]!.state

test('the first date stays through every later one, and each is kept with who asked, who decided and why', async () => {
  const of = await promised(commit('STNMT', '2026-06-01'))
  await walk(db, of.id, [[of.officer, slip('2026-07-01')]], start)
  expect((await rows(of.id))[0]).toMatchObject({ dueOn: '2026-06-01', state: 'promised' })
  await walk(db, of.id, [[of.head, grant('2026-06-26')], [of.head, slip('2026-08-01')], [of.coordinator, { type: 'declineSlip', commitment: 1, note: 'Không có lý do.' }]], start)
  await walk(db, of.id, [[of.officer, slip('2026-07-15')], [of.officer, slip('2026-07-20')], [of.coordinator, grant('2026-07-20')]], start)
  expect((await rows(of.id))[0]).toMatchObject({ firstDueOn: '2026-06-01', dueOn: '2026-07-20', state: 'slipped' })
  expect(await slipsOf(of.id)).toMatchObject([
    { number: 1, state: 'granted', fromOn: '2026-06-01', toOn: '2026-06-26', askedBy: of.officer.personId, decidedBy: of.head.personId, reason: 'Chờ thẩm định.' },
    { number: 2, state: 'declined', fromOn: '2026-06-26', decisionNote: 'Không có lý do.', decidedBy: of.coordinator.personId },
    { number: 3, state: 'lapsed', decidedBy: null },
    { number: 4, state: 'granted', fromOn: '2026-06-26', toOn: '2026-07-20' },
  ])
  const log = (await db.select().from(issueEvents).where(eq(issueEvents.issueId, of.id)).orderBy(issueEvents.seq))
    .map((event) => ({ ...event, at: event.at.toISOString(), payload: event.payload as Record<string, unknown> }))
  const here = await issuePosition(db, of.id, system)
  expect(replay(log)).toEqual({ ok: true, position: { state: here!.state, facts: here!.facts } })
})

test('a head’s request waits for the coordinating office', async () => {
  const of = await promised(commit('STNMT', '2026-06-01'))
  const otherHead = await aPerson(db, 'head', { unit: 'STNMT' })
  await walk(db, of.id, [[of.head, slip('2026-07-01')]], start)
  await expect(walk(db, of.id, [[otherHead, grant('2026-07-01')]], start)).rejects.toThrow('moves:refused.notYours')
  await walk(db, of.id, [[of.coordinator, grant('2026-07-01')]], start)
})

test('a date is today or later, a later one is later, and what is granted is not beyond what was asked, told at the field', async () => {
  const of = await promised()
  const refused = (by: Actor, move: MoveInput, at = start) => walk(db, of.id, [[by, move]], at).then(() => undefined, (error: { fields?: unknown }) => error.fields)
  expect(await refused(of.officer, commit('STNMT', '2026-05-04'))).toEqual({ dueOn: { key: 'commitments:invalid.past' } })
  // half past midnight in Hanoi is still yesterday in Greenwich
  expect(await refused(of.officer, commit('STNMT', '2026-05-05'), new Date('2026-05-05T17:30:00Z'))).toEqual({ dueOn: { key: 'commitments:invalid.past' } })
  await walk(db, of.id, [[of.officer, commit('STNMT', '2026-05-05')]], start)
  expect(await refused(of.officer, slip('2026-05-05'))).toMatchObject({ dueOn: { key: 'commitments:invalid.notLater', params: { on: '05/05/2026' } } })
  expect(await refused(of.officer, slip('2026-05-06'), day('2026-05-12'))).toEqual({ dueOn: { key: 'commitments:invalid.past' } })
  await walk(db, of.id, [[of.officer, slip('2026-06-01')]], start)
  expect(await refused(of.head, grant('2026-06-02'))).toMatchObject({ dueOn: { key: 'commitments:invalid.laterThanAsked' } })
  expect(await stateOf(of.id)).toBe('committed')
})

test('an owner unit that neither leads nor coordinates sees the issue, and only its own commitments can it fulfil', async () => {
  const of = await promised(commit('STC', '2026-06-01'), commit('STNMT', '2026-06-02'))
  const [owner, stranger] = [await aPerson(db, 'officer', { unit: 'STC' }), await aPerson(db, 'officer', { unit: 'SXD' })]
  expect((await issueView(db, of.code, { actor: owner, language: 'vi', now: start }))?.openMoves).toEqual(expect.arrayContaining(['slip', 'fulfil']))
  expect(await issueView(db, of.code, { actor: stranger, language: 'vi' })).toBeUndefined()
  await expect(walk(db, of.id, [[owner, { ...samples.fulfil, commitment: 2 }]], start)).rejects.toThrow('moves:refused.notYours')
  await walk(db, of.id, [[owner, { ...samples.fulfil, evidenceUrl: 'https://hanoi.gov.vn/qd-12' }]], start)
  expect(await rows(of.id)).toMatchObject([{ state: 'done', evidence: 'Biên bản bàn giao', evidenceUrl: 'https://hanoi.gov.vn/qd-12' }, { state: 'promised' }])
  expect(await stateOf(of.id)).toBe('committed')
  await walk(db, of.id, [[of.officer, samples.fulfil]], start)
  expect(await stateOf(of.id)).toBe('resolved')
  await walk(db, of.id, [[of.enterprise, samples.confirmSolved]], start)
  expect((await rows(of.id)).map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
})

test('a broken promise is kept and keeps the issue from being resolved until another stands in its place', async () => {
  const of = await promised(commit('STNMT', '2026-06-01'), commit('STNMT', '2026-06-02'))
  await walk(db, of.id, [[of.coordinator, samples.break], [of.officer, { ...samples.fulfil, commitment: 2 }]], start)
  expect(await stateOf(of.id)).toBe('committed')
  expect((await rows(of.id))[0]).toMatchObject({ state: 'broken', brokenBecause: 'Không bố trí được vốn', dueOn: '2026-06-01' })
  await walk(db, of.id, [[of.officer, commit('STNMT', '2026-09-01', { replaces: 1 })], [of.officer, samples.fulfil]], start)
  expect(await stateOf(of.id)).toBe('resolved')
  const seen = await issueView(db, of.code, { actor: of.enterprise, language: 'vi' })
  expect(seen?.commitments).toMatchObject([{ state: 'broken', brokenBecause: 'Không bố trí được vốn' }, { state: 'done' }, { state: 'done', replaces: 1 }])
})

test('the enterprise reads the dates granted, and neither reasons, requests nor names', async () => {
  const of = await promised(commit('STNMT', '2026-06-01', { responsible: 'Nguyễn Văn Kín' }))
  await walk(db, of.id, [[of.officer, slip('2026-07-01')], [of.head, grant('2026-06-20')], [of.officer, slip('2026-08-01')]], start)
  const seen = await issueView(db, of.code, { actor: of.enterprise, language: 'vi' })
  expect(seen?.commitments[0]?.slips).toMatchObject([{ state: 'granted', fromOn: '2026-06-01', toOn: '2026-06-20', reason: null, askedBy: null, decidedBy: null }])
  expect(seen?.story.map(({ move }) => move)).not.toContain('slip')
  for (const hidden of ['Chờ thẩm định', 'Nguyễn Văn Kín', of.officer.name, of.head.name, '2026-08-01']) expect(JSON.stringify(seen)).not.toContain(hidden)
  const inside = await issueView(db, of.code, { actor: of.head, language: 'vi' })
  expect(inside?.commitments[0]).toMatchObject({ responsible: 'Nguyễn Văn Kín', slips: [{ askedBy: of.officer.name, decidedBy: of.head.name }, { state: 'asked', toOn: '2026-08-01' }] })
})

test('a responsible person who is a colleague of the owner unit is known as such; two of one name are not', async () => {
  const name = `Trần Thị Mẫu ${Date.now()}`
  const person = await aPerson(db, 'officer', { unit: 'STC', name })
  const of = await promised(commit('STC', '2026-06-01', { responsible: name }), commit('STNMT', '2026-06-01', { responsible: name }))
  expect((await rows(of.id)).map((one) => one.responsibleId)).toEqual([person.personId, null])
  await aPerson(db, 'officer', { unit: 'STC', name })
  await walk(db, of.id, [[of.officer, commit('STC', '2026-06-01', { responsible: name })]], start)
  expect((await rows(of.id))[2]).toMatchObject({ responsible: name, responsibleId: null })
  const view = await issueView(db, of.code, { actor: of.officer, language: 'vi', asked: 'commit' })
  expect(view?.moving?.choices.people?.map(({ value }) => value)).toContain(of.officer.name)
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, of.officer.personId))
})

test('my work lists commitments by their own date and shows it; a slip waits for those who may decide it', async () => {
  const now = day('2026-05-06')
  const horizon = horizonOf(await rulesOf(db), now)
  const late = await promised(commit('SCT', '2026-09-01'))
  const early = await promised(commit('SCT', '2026-05-20'), commit('STC', '2026-05-07'))
  const owner = await aPerson(db, 'officer', { unit: 'SCT' })
  const { items } = await listWork(db, owner, 'commitments', horizon, { limit: 10 })
  expect(items.map(({ code, dueOn }) => [code, dueOn])).toEqual([[early.code, '2026-05-20'], [late.code, '2026-09-01']])
  const first = await listWork(db, owner, 'commitments', horizon, { limit: 1 })
  expect((await listWork(db, owner, 'commitments', horizon, { limit: 1, cursor: first.next! })).items.map(({ code }) => code)).toEqual([late.code])
  const waits = async () => Promise.all([late.head, late.coordinator].map(async (by) => (await countWork(db, by as Actor, horizon)).find(({ name }) => name === 'slips')!.count))
  const [head, office] = (await waits()) as [number, number]
  await walk(db, late.id, [[owner, slip('2026-10-01')]], now)
  expect(await waits()).toEqual([head + 1, office + 1])
  await walk(db, late.id, [[late.head, slip('2026-10-02')]], now)
  expect(await waits()).toEqual([head, office + 1])
  expect(await countWork(db, owner, horizon)).toContainEqual({ name: 'commitments', count: 2 })
})
