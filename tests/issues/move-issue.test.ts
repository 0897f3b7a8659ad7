import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { answers, deadlines, issueEvents, issues, notices } from '#db/schema/index.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { system } from '#workflows/resolution/actor.ts'
import { replay } from '#workflows/resolution/replay.ts'

const { db, sql } = await testDatabase()
beforeAll(() => seedReference(db))

const answer = { type: 'submitAnswer', text: 'Sở đã cấp giấy chứng nhận.', note: undefined } as const
const approve = { type: 'approve', letterNumber: '123/STNMT-QLĐĐ', letterDate: '2024-04-12', note: undefined } as const

test('an issue travels from the register to the enterprise’s confirmation', async () => {
  const { enterpriseId, coordinator, officer, head, enterprise } = await aHouse(db)
  const { id } = await anIssue(db, { enterpriseId })
  const moved = await walk(db, id, [
    [coordinator, routeTo('STNMT')],
    [officer, { type: 'accept', note: undefined }],
    [officer, answer],
    [head, approve],
    [officer, { type: 'fulfil', evidence: 'Giấy chứng nhận số 12 đã trao ngày 12/4.' }],
    [enterprise, { type: 'confirmSolved', satisfied: true, note: undefined }],
  ])
  expect(moved).toMatchObject({ state: 'closed', version: 7 })
  const events = await db.select().from(issueEvents).where(eq(issueEvents.issueId, id)).orderBy(asc(issueEvents.seq))
  expect(events.map((event) => event.move)).toEqual(['receive', 'route', 'accept', 'submitAnswer', 'approve', 'fulfil', 'confirmSolved'])
  expect(events.at(2)?.unitName).toBe('Sở Tài nguyên và Môi trường')
  const [letter] = await db.select().from(answers).where(eq(answers.issueId, id))
  expect(letter).toMatchObject({ number: 1, approvedBy: head.personId, letterNumber: '123/STNMT-QLĐĐ' })
})

test('of two people at once one wins and the other is told, and only one event stands', async () => {
  const { coordinator, officer, head } = await aHouse(db)
  const { id } = await anIssue(db)
  const { version } = await walk(db, id, [[coordinator, routeTo('STNMT')]])
  const both = await Promise.allSettled([
    moveIssue(db, { id, version, by: officer, move: { type: 'accept', note: undefined } }),
    moveIssue(db, { id, version, by: head, move: { type: 'handBack', competentUnit: 'SXD', note: 'Không thuộc thẩm quyền.' } }),
  ])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { status: 409 } })
  expect(await db.select().from(issueEvents).where(eq(issueEvents.issueId, id))).toHaveLength(3)
})

test('a refused move leaves nothing behind', async () => {
  const { coordinator, officer } = await aHouse(db)
  const { id } = await anIssue(db)
  const { version } = await walk(db, id, [[coordinator, routeTo('STNMT')], [officer, { type: 'accept', note: undefined }], [officer, answer]])
  await expect(moveIssue(db, { id, version, by: officer, move: approve })).rejects.toMatchObject({ status: 409 })
  const [row] = await db.select().from(issues).where(eq(issues.id, id))
  expect(row).toMatchObject({ state: 'awaitingApproval', version })
  expect(await db.select().from(issueEvents).where(eq(issueEvents.issueId, id))).toHaveLength(4)
})

test('another unit’s issue does not exist', async () => {
  const { coordinator } = await aHouse(db)
  const stranger = await aPerson(db, 'officer', { unit: 'SXD' })
  const { id } = await anIssue(db)
  const { version } = await walk(db, id, [[coordinator, routeTo('STNMT')]])
  await expect(moveIssue(db, { id, version, by: stranger, move: { type: 'accept', note: undefined } })).rejects.toMatchObject({ status: 404 })
})

test('waiting for the enterprise stops the answer clock and pushes the date due by the working days waited', async () => {
  const { enterpriseId, coordinator, officer, enterprise } = await aHouse(db)
  const monday = new Date('2024-05-06T02:00:00Z')
  const { id, dueOn } = await anIssue(db, { enterpriseId, at: monday })
  expect(dueOn).toBe('2024-05-20')
  await walk(db, id, [[coordinator, routeTo('STNMT')], [officer, { type: 'accept', note: undefined }], [officer, { type: 'askEnterprise', question: 'Hồ sơ số mấy?' }]], monday)
  await walk(db, id, [[enterprise, { type: 'supply', text: 'Hồ sơ số 5.' }]], new Date('2024-05-08T02:00:00Z'))
  const [row] = await db.select().from(issues).where(eq(issues.id, id))
  expect(row).toMatchObject({ state: 'inProgress', dueOn: '2024-05-22', firstDueOn: '2024-05-20' })
  const clocks = await db.select().from(deadlines).where(eq(deadlines.issueId, id))
  expect(clocks.map((clock) => [clock.clock, clock.stoppedAt !== null]).sort()).toEqual([['accept', true], ['answer', false], ['enterprise', true]])
})

test('a split gives the second issue a code of its own, the same comment and the same first date', async () => {
  const { coordinator } = await aHouse(db)
  const { id, code, dueOn } = await anIssue(db)
  await walk(db, id, [[coordinator, { type: 'split', rest: 'Cấp giấy chứng nhận.', text: 'Giảm tiền thuê đất.', note: undefined }]])
  const [first] = await db.select().from(issues).where(eq(issues.id, id))
  const parts = await db.select().from(issues).where(eq(issues.commentId, first!.commentId)).orderBy(asc(issues.id))
  expect(parts.map((part) => part.text)).toEqual(['Cấp giấy chứng nhận.', 'Giảm tiền thuê đất.'])
  expect(parts[1]).toMatchObject({ state: 'received', dueOn })
  expect(parts[1]?.code).not.toBe(code)
})

test('a move tells those it concerns, in the words of their side, and not the one who made it', async () => {
  const { enterpriseId, coordinator, officer, head, enterprise } = await aHouse(db, 'SYT')
  const { id } = await anIssue(db, { enterpriseId })
  await walk(db, id, [[coordinator, routeTo('SYT')]])
  const told = await db.select().from(notices).where(eq(notices.issueId, id))
  const who = told.filter((notice) => [officer, head, enterprise].some((one) => one.personId === notice.personId))
  expect(who.map((notice) => notice.kind).sort()).toEqual(['filer.route', 'staff.route', 'staff.route'])
  expect(told.some((notice) => notice.personId === coordinator.personId && notice.kind !== 'staff.receive')).toBe(false)
})

test('the database refuses to change or delete an event', async () => {
  await anIssue(db)
  await expect(sql`update issue_events set note = 'x'`).rejects.toThrow(/append-only/)
  await expect(sql`delete from issue_events`).rejects.toThrow(/append-only/)
})

test('a stored log replays through today’s machine to the state and facts in the columns', async () => {
  const { enterpriseId, coordinator, officer, head, enterprise } = await aHouse(db)
  const { id } = await anIssue(db, { enterpriseId })
  await walk(db, id, [
    [coordinator, routeTo('STNMT', { coordinatingUnits: ['STC'] })],
    [officer, { type: 'accept', note: undefined }],
    [officer, { type: 'askEnterprise', question: 'Hồ sơ số mấy?' }],
    [enterprise, { type: 'supply', text: 'Hồ sơ số 5.' }],
    [officer, answer],
    [head, { type: 'returnForRedraft', note: 'Nêu rõ thời hạn.' }],
    [officer, answer],
    [head, approve],
    [officer, { type: 'commit', text: 'Cấp trong tháng 5.', ownerUnit: 'STNMT', responsible: undefined, dueOn: '2099-05-31' }],
    [officer, { type: 'slip', commitment: 1, dueOn: '2099-06-14', note: 'Chờ thẩm định.' }],
    [head, { type: 'grantSlip', commitment: 1, dueOn: '2099-06-12', note: undefined }],
    [officer, { type: 'fulfil', commitment: 1, evidence: 'Đã trao.' }],
    [enterprise, { type: 'dispute', reason: 'notCarriedOut', note: 'Chưa nhận được.' }],
  ])
  const log = await db.select().from(issueEvents).where(eq(issueEvents.issueId, id)).orderBy(asc(issueEvents.seq))
  const stored = log.map((event) => ({ ...event, at: event.at.toISOString(), payload: event.payload as Record<string, unknown> }))
  const here = await issuePosition(db, id, system)
  expect(replay(stored)).toEqual({ ok: true, position: { state: here!.state, facts: here!.facts } })
  expect(here).toMatchObject({ state: 'inProgress', facts: { reopenings: 1 } })
})
