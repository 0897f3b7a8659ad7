import { and, asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { addPolicy } from '#app/admin/add-policy.server.ts'
import { policyForm } from '#app/admin/policy-form.ts'
import { removeDay } from '#app/admin/remove-day.server.ts'
import { saveDay } from '#app/admin/save-day.server.ts'
import { signOffYear } from '#app/admin/sign-off.server.ts'
import { forgetRules } from '#app/issues/rules.server.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { storyOf } from '#db/queries/issue-story.ts'
import { verifyAllChains } from '#db/queries/verify-chain.ts'
import { calendarDays, calendarSignOffs, deadlineChanges, deadlines, issues, notices, pauses } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { system } from '#workflows/resolution/actor.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { replay } from '#workflows/resolution/replay.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

const accept: MoveInput = { type: 'accept', note: undefined }
const off = (date: string, name = 'Nghỉ đột xuất') => ({ date, kind: 'holiday' as const, name, source: null, verified: false, proposal: null })
const noon = (date: string) => new Date(`${date}T12:00:00+07:00`)
const issueRow = async (id: number) => (await db.select().from(issues).where(eq(issues.id, id)))[0]!
const clockOf = async (issueId: number, clock: 'answer' | 'enterprise' | 'verdict' | 'approval' | 'accept') =>
  (await db.select().from(deadlines).where(and(eq(deadlines.issueId, issueId), eq(deadlines.clock, clock))).orderBy(asc(deadlines.id))).at(-1)!
const changesOf = (issueId: number) =>
  db.select({ reason: deadlineChanges.reason, from: deadlineChanges.oldDueAt, to: deadlineChanges.newDueAt, clock: deadlines.clock, seq: deadlineChanges.eventSeq })
    .from(deadlineChanges).innerJoin(deadlines, eq(deadlines.id, deadlineChanges.deadlineId)).where(eq(deadlines.issueId, issueId)).orderBy(asc(deadlineChanges.id))

async function expectReplays(id: number) {
  const stored = (await storyOf(db, id)).map((event) => ({ ...event, at: event.at.toISOString(), payload: event.payload as Record<string, unknown> }))
  const here = await issuePosition(db, id, system)
  expect(replay(stored)).toEqual({ ok: true, position: { state: here!.state, facts: here!.facts } })
}

test('Tết 2025 and the swap around 1 May 2025 are counted as they were decreed, and say so day by day', async () => {
  const tet = await anIssue(db, { at: noon('2025-01-20') })
  const may = await anIssue(db, { at: noon('2025-04-22') })
  // 25 January to 2 February were off; 2 May was off for Saturday 26 April, which was worked
  expect(tet.dueOn).toBe('2025-02-10')
  expect(may.dueOn).toBe('2025-05-08')
})

test('a calendar edit in mid-pause moves the bound, the answer and nothing that had passed, once each, and the log replays', async () => {
  const admin = await aPerson(db, 'admin')
  const { coordinator, officer, enterprise, enterpriseId } = await aHouse(db)
  const { id } = await anIssue(db, { enterpriseId, at: noon('2026-03-02') })
  await walk(db, id, [[coordinator, routeTo('STNMT')], [officer, accept]], noon('2026-03-02'))
  await walk(db, id, [[officer, { type: 'askEnterprise', question: 'Hồ sơ?' }]], noon('2026-03-05'))
  expect(await issueRow(id)).toMatchObject({ dueOn: '2026-03-31' })

  await saveDay(db, admin, off('2026-03-11'), noon('2026-03-09'))
  expect(await clockOf(id, 'enterprise')).toMatchObject({ dueAt: new Date('2026-03-20T10:00:00Z') })
  expect(await db.select().from(pauses).where(eq(pauses.issueId, id))).toMatchObject([{ until: new Date('2026-03-20T10:00:00Z'), endedAt: null }])
  expect(await issueRow(id)).toMatchObject({ dueOn: '2026-04-01', firstDueOn: '2026-03-16' })
  const recomputed = (await storyOf(db, id)).filter(({ move }) => move === 'recomputeDeadline')
  expect(recomputed).toHaveLength(1)
  expect(await changesOf(id)).toMatchObject([
    { reason: 'pause', clock: 'answer' },
    { reason: 'calendar', clock: 'answer', from: new Date('2026-03-31T10:00:00Z'), to: new Date('2026-04-01T10:00:00Z'), seq: 5 },
    { reason: 'calendar', clock: 'enterprise' },
  ])

  await walk(db, id, [[enterprise, { type: 'supply', text: 'Số 5.' }]], noon('2026-03-12'))
  // from 5 to 12 March the office worked four days, one having been made a holiday: the answer is owed four days later
  expect(await issueRow(id)).toMatchObject({ dueOn: '2026-03-23' })
  await expectReplays(id)
})

test('a window to dispute grows with its days, an approval clock is recomputed like any other, a closed issue stands', async () => {
  const admin = await aPerson(db, 'admin')
  const { coordinator, officer, head, enterpriseId } = await aHouse(db)
  const at = noon('2026-06-01')
  const [before, after] = [await anIssue(db, { enterpriseId, at }), await anIssue(db, { enterpriseId, at })]
  const written: MoveInput = { type: 'submitAnswer', text: 'Đã cấp giấy.', note: undefined, overOpenOpinions: undefined }
  for (const { id } of [before, after]) await walk(db, id, [[coordinator, routeTo('STNMT')], [officer, accept], [officer, written]], at)
  await walk(db, after.id, [[head, { type: 'approve', letterNumber: '1', letterDate: '2026-06-01', note: undefined }]], at)
  expect(await clockOf(after.id, 'approval')).toMatchObject({ unit: 'STNMT', amount: 2, met: true, stoppedAt: at })
  const gone = await anIssue(db, { at })
  await walk(db, gone.id, [[coordinator, { type: 'refuse', legalGround: 'Điều 1', text: 'Không thuộc phạm vi.' }]], at)
  const [ended] = [await issueRow(gone.id)]

  await saveDay(db, admin, off('2026-06-02'), at)
  expect(await clockOf(before.id, 'approval')).toMatchObject({ dueAt: new Date('2026-06-04T10:00:00Z'), firstDueAt: new Date('2026-06-03T10:00:00Z') })
  const verdict = await clockOf(after.id, 'verdict')
  expect(verdict.dueAt).toEqual(new Date('2026-06-23T10:00:00Z'))
  expect((await issueRow(after.id)).reopenUntil).toEqual(verdict.dueAt)
  expect(await issueRow(gone.id)).toEqual(ended)
  for (const { id } of [before, after]) await expectReplays(id)
})

test('a person who looked at the old date is told that someone was first', async () => {
  const admin = await aPerson(db, 'admin')
  const { coordinator } = await aHouse(db)
  const { id } = await anIssue(db, { at: noon('2026-07-06') })
  const { version } = await issueRow(id)
  await saveDay(db, admin, off('2026-07-07'), noon('2026-07-06'))
  expect((await issueRow(id)).version).toBe(version + 1)
  const { moveIssue } = await import('#app/issues/move-issue.server.ts')
  await expect(moveIssue(db, { id, version, move: routeTo('STNMT'), by: coordinator })).rejects.toMatchObject({ status: 409 })
})

test('each lead unit is told once, with a number, whatever the number is', async () => {
  const admin = await aPerson(db, 'admin')
  const { coordinator, officer } = await aHouse(db, 'SXD')
  for (let n = 0; n < 3; n++) await walk(db, (await anIssue(db, { at: noon('2026-08-03') })).id, [[coordinator, routeTo('SXD')]], noon('2026-08-03'))
  await saveDay(db, admin, off('2026-08-05'), noon('2026-08-03'))
  const told = (await db.select().from(notices).where(eq(notices.personId, officer.personId))).filter(({ kind }) => kind.startsWith('remind.recomputed'))
  expect(told).toMatchObject([{ kind: 'remind.recomputed.calendar', params: { count: 3 }, issueId: null, mailAt: null }])
})

test('a new term leaves open issues alone unless told to, and then moves them with the reason kept', async () => {
  const admin = await aPerson(db, 'admin')
  const at = noon('2026-09-07')
  const { id } = await anIssue(db, { at })
  const term = { clock: 'answer', class: 'simple', amount: '12', unit: 'day', convention: 'A', validTo: '', legalBasis: 'Quyết định 2/QĐ' }
  const { dueOn, version } = await issueRow(id)
  await addPolicy(db, admin, policyForm.parse({ ...term, validFrom: '2026-09-01' }), at)
  expect(await issueRow(id)).toMatchObject({ dueOn, version })
  await expect(addPolicy(db, admin, policyForm.parse({ ...term, validFrom: '2026-10-01', applyToOpen: 'yes' }), at))
    .rejects.toMatchObject({ fields: { applyToOpen: { key: 'rules:invalid.notInForce' } } })
  await addPolicy(db, admin, policyForm.parse({ ...term, validFrom: '2026-09-02', applyToOpen: 'yes' }), at)
  expect(await issueRow(id)).toMatchObject({ dueOn: '2026-09-23', version: version + 1, firstDueOn: dueOn })
  expect(await changesOf(id)).toMatchObject([{ reason: 'policy', clock: 'answer' }])
  expect(await clockOf(id, 'answer')).toMatchObject({ amount: 12, policyCode: 'answer.simple' })
})

test('the coordinating office changes the class by itself: counted from the start, the first date kept, the reason said', async () => {
  const { coordinator, officer } = await aHouse(db)
  forgetRules()
  const at = noon('2026-10-05')
  const { id } = await anIssue(db, { at })
  await walk(db, id, [[coordinator, routeTo('STNMT')], [officer, accept]], at)
  const first = (await issueRow(id)).firstDueOn
  await walk(db, id, [[coordinator, { type: 'changeClass', deadlineClass: 'severalUnits', note: 'Liên quan ba sở' }]], noon('2026-10-07'))
  expect(await issueRow(id)).toMatchObject({ deadlineClass: 'severalUnits', dueOn: '2026-10-26', firstDueOn: first })
  expect(await changesOf(id)).toMatchObject([{ reason: 'class', clock: 'answer' }])
  await expect(walk(db, id, [[coordinator, { type: 'changeClass', deadlineClass: 'severalUnits', note: 'Lại' }]])).rejects.toMatchObject({ status: 409 })
  await expect(walk(db, id, [[officer, { type: 'changeClass', deadlineClass: 'urgent', note: 'Gấp' }]])).rejects.toMatchObject({ status: 409 })
  await expectReplays(id)
})

test('a checked year says by whom, and an edit of that year, and of no other, voids the check', async () => {
  const admin = await aPerson(db, 'admin', { name: 'Đỗ Thị Mẫu' })
  await expect(signOffYear(db, admin, 2099)).rejects.toMatchObject({ status: 422 })
  await signOffYear(db, admin, 2025)
  await signOffYear(db, admin, 2025)
  await saveDay(db, admin, off('2033-01-03'))
  expect(await db.select().from(calendarSignOffs)).toMatchObject([{ year: 2025, signedByName: 'Đỗ Thị Mẫu', voidedAt: null }])
  await removeDay(db, admin, '2025-01-01')
  expect(await db.select().from(calendarSignOffs)).toMatchObject([{ year: 2025, voidedByName: 'Đỗ Thị Mẫu' }])
  expect(await db.select().from(calendarDays).where(eq(calendarDays.date, '2025-01-01'))).toEqual([])
})

test('after all of it every chain of events still holds', async () => {
  expect(await verifyAllChains(db)).toMatchObject({ broken: 0 })
})
