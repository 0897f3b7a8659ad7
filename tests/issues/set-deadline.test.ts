import { and, asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { saveDay } from '#app/admin/save-day.server.ts'
import { forgetRules } from '#app/issues/rules.server.ts'
import { deadlineChanges, deadlines, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { verifyAllChains } from '#db/queries/verify-chain.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

const { db } = await testDatabase()
beforeAll(async () => {
  await seedReference(db)
  forgetRules()
})

const noon = (day: string) => new Date(`${day}T05:00:00Z`)
const set = (dueOn: string): MoveInput => ({ type: 'setDeadline', dueOn, notice: '761/TB-UBND' })
const accept: MoveInput = { type: 'accept', note: undefined }
const datesOf = async (id: number) => {
  const [row] = await db.select({ dueOn: issues.dueOn, firstDueOn: issues.firstDueOn }).from(issues).where(eq(issues.id, id))
  return row!
}
const clocksOf = (id: number) =>
  db.select().from(deadlines).where(and(eq(deadlines.issueId, id), eq(deadlines.clock, 'answer'))).orderBy(asc(deadlines.id))

test('the date of a conclusion takes the place of the policy’s, whatever class is given after it, and the first date is kept', async () => {
  const { coordinator, officer } = await aHouse(db)
  const { id } = await anIssue(db, { at: noon('2026-10-05') })
  const { dueOn: first } = await datesOf(id)
  await walk(db, id, [[coordinator, set('2026-11-30')]], noon('2026-10-06'))
  expect(await datesOf(id)).toEqual({ dueOn: '2026-11-30', firstDueOn: first })
  await walk(db, id, [
    [coordinator, routeTo('STNMT', { deadlineClass: 'severalUnits' })], [officer, accept],
    [coordinator, { type: 'changeClass', deadlineClass: 'urgent', note: 'Gấp' }],
  ], noon('2026-10-07'))
  expect(await datesOf(id)).toEqual({ dueOn: '2026-11-30', firstDueOn: first })
  const [before, now] = await clocksOf(id)
  expect(before).toMatchObject({ policyCode: 'answer.simple', stoppedAt: noon('2026-10-06'), met: null })
  expect(now).toMatchObject({ policyCode: 'conclusion.dueOn', stoppedAt: null })
  const [change] = await db.select().from(deadlineChanges).where(eq(deadlineChanges.deadlineId, now!.id))
  expect(change).toMatchObject({ reason: 'conclusion', oldDueAt: before!.dueAt, newDueAt: now!.dueAt })
})

test('waiting for the enterprise does not move it, an extension counts on from it, and a day off carries it to the next working day', async () => {
  const { coordinator, officer, enterprise, enterpriseId } = await aHouse(db)
  const admin = await aPerson(db, 'admin')
  const { id } = await anIssue(db, { enterpriseId, at: noon('2026-10-05') })
  await walk(db, id, [[coordinator, routeTo('STNMT')], [officer, accept], [coordinator, set('2026-11-25')], [officer, { type: 'askEnterprise', question: 'Số hồ sơ?' }]], noon('2026-10-06'))
  await walk(db, id, [[enterprise, { type: 'supply', text: 'Số 5' }]], noon('2026-10-08'))
  expect((await datesOf(id)).dueOn).toBe('2026-11-25')
  await saveDay(db, admin, { date: '2026-11-25', kind: 'holiday', name: 'Ngày nghỉ mẫu', source: 'Quyết định mẫu', verified: true, proposal: null }, noon('2026-10-09'))
  expect((await datesOf(id)).dueOn).toBe('2026-11-26')
  await walk(db, id, [[officer, { type: 'requestExtension', workingDays: 3, note: 'Phức tạp' }], [coordinator, { type: 'grantExtension', workingDays: 3, note: undefined }]], noon('2026-10-12'))
  expect((await datesOf(id)).dueOn).toBe('2026-12-01')
})

test('it is the coordinating office that sets it, on a day the issue was there, and never once it is answered', async () => {
  const { coordinator, officer, secretary } = await aHouse(db)
  const { id } = await anIssue(db, { at: noon('2026-10-05') })
  await expect(walk(db, id, [[secretary, set('2026-11-30')]])).rejects.toMatchObject({ status: 409 })
  await expect(walk(db, id, [[coordinator, set('2026-10-02')]])).rejects.toMatchObject({ status: 422 })
  await walk(db, id, [[coordinator, set('2026-10-05')]], noon('2026-10-09'))
  expect((await datesOf(id)).dueOn).toBe('2026-10-05')
  await walk(db, id, [[secretary, { type: 'answerOnTheSpot', leadUnit: 'STNMT', answeredBy: 'Giám đốc Sở', text: 'Đã rõ' }]])
  await expect(walk(db, id, [[coordinator, set('2026-11-30')]])).rejects.toMatchObject({ status: 409 })
  await expect(walk(db, id, [[officer, set('2026-11-30')]])).rejects.toMatchObject({ status: 409 })
  expect(await verifyAllChains(db)).toMatchObject({ broken: 0 })
})
