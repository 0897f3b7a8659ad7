import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { endHandover } from '#app/absence/end-handover.server.ts'
import { handOver } from '#app/absence/hand-over.server.ts'
import { switchCapacity } from '#app/absence/switch-capacity.server.ts'
import type { Actor } from '#app/access/actor.ts'
import { actorOfCookie, sessionIdOf } from '#app/access/lucia.server.ts'
import { changeRole } from '#app/admin/change-role.server.ts'
import { roleForm } from '#app/admin/person-form.ts'
import { issueView } from '#app/issues/issue-view.server.ts'
import { capacitiesOf } from '#db/queries/capacities.ts'
import { visibleAmong } from '#db/queries/issue-is-visible.ts'
import { receiverOf } from '#db/queries/mail-queue.ts'
import { verifyChain } from '#db/queries/verify-chain.ts'
import { adminEvents, delegations, issueEvents, notices, people } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { cookieOf } from '#tests/support/signed-in.ts'
import type { Role } from '#workflows/resolution/actor.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))
beforeEach(async () => {
  await db.delete(delegations)
  await db.update(people).set({ disabledAt: new Date() })
})

/** The date in Hanoi so many days from now. */
const day = (from = 0) => new Date(Date.now() + from * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)
const away = (who: Actor, to: Actor, by: Actor = who, [from, until] = [0, 5]) =>
  handOver(db, by, { membershipId: who.membershipId, toPersonId: to.personId, fromOn: day(from), untilOn: day(until), reason: 'Nghỉ phép' })

const unit = async (code = 'STNMT') => ({ ...(await aHouse(db, code)), deputy: await aPerson(db, 'officer', { unit: code }), third: await aPerson(db, 'officer', { unit: code }) })

/** That person, signed in and switched to the role of somebody who is away. */
async function standingIn(person: Actor, holder: Actor) {
  const cookie = await cookieOf(db, person)
  await switchCapacity(db, person, sessionIdOf(db, cookie), holder.membershipId)
  return { cookie, actor: (await actorOfCookie(db, cookie))! }
}

test('whoever stands in acts in the role of the one who is away, under their own name', async () => {
  const { head, deputy } = await unit()
  await away(head, deputy)
  expect((await capacitiesOf(db, deputy.personId)).map(({ role, holder, until }) => [role, holder, until])).toEqual([['officer', null, null], ['head', head.name, day(5)]])
  const { actor } = await standingIn(deputy, head)
  expect(actor).toMatchObject({ personId: deputy.personId, name: deputy.name, role: 'head', unit: 'STNMT', onBehalfOf: { personId: head.personId, name: head.name } })
  expect((await actorOfCookie(db, await cookieOf(db, deputy)))?.onBehalfOf).toBeUndefined()
})

test('four eyes are by person: what the stand-in wrote they cannot approve for the one who is away, what others wrote they can', async () => {
  const { enterpriseId, coordinator, head, deputy, third } = await unit()
  await away(head, deputy)
  const { actor } = await standingIn(deputy, head)
  const submitted = async (writer: Actor) => {
    const { id } = await anIssue(db, { enterpriseId })
    await walk(db, id, [
      [coordinator, routeTo('STNMT')],
      [writer, { type: 'accept', note: undefined }],
      [writer, { type: 'submitAnswer', text: 'Đã cấp giấy chứng nhận.', note: undefined, overOpenOpinions: undefined }],
    ])
    return id
  }
  const approve = { type: 'approve', letterNumber: '12/STNMT', letterDate: day(), note: undefined } as const
  const own = await submitted(deputy)
  await expect(walk(db, own, [[actor, approve]])).rejects.toMatchObject({ status: 409, reason: { key: 'moves:refused.notYours' } })
  const others = await submitted(third)
  await walk(db, others, [[actor, approve]])
  const [event] = (await db.select().from(issueEvents).where(eq(issueEvents.issueId, others))).filter(({ move }) => move === 'approve')
  expect(event).toMatchObject({ personId: deputy.personId, personName: deputy.name, onBehalfOf: head.name, role: 'head' })
  expect(await verifyChain(db, others)).toMatchObject({ ok: true })
  const seen = await issueView(db, String(others), { actor: coordinator, language: 'vi' })
  expect(seen?.story.at(-1)).toMatchObject({ who: deputy.name, holder: head.name })
})

test('another unit’s issue is seen until the last day and is not there the day after', async () => {
  const [ours, theirs, admin] = [await unit('SXD'), await unit('SCT'), await aPerson(db, 'admin')]
  const { id, code } = await anIssue(db)
  await walk(db, id, [[ours.coordinator, routeTo('SXD')]])
  await expect(away(ours.officer, theirs.officer)).rejects.toMatchObject({ fields: { toPersonId: {} } })
  await away(ours.officer, theirs.officer, admin)
  const { cookie, actor } = await standingIn(theirs.officer, ours.officer)
  expect(await issueView(db, code, { actor, language: 'vi' })).toMatchObject({ issue: { code } })
  await db.update(delegations).set({ fromOn: day(-5), untilOn: day(0) })
  expect((await actorOfCookie(db, cookie))?.onBehalfOf?.name).toBe(ours.officer.name)
  await db.update(delegations).set({ untilOn: day(-1) })
  const back = (await actorOfCookie(db, cookie))!
  expect(back).toMatchObject({ role: 'officer', unit: 'SCT', personId: theirs.officer.personId })
  expect(back.onBehalfOf).toBeUndefined()
  expect(await issueView(db, code, { actor: back, language: 'vi' })).toBeUndefined()
})

test('nobody stands in before the first day, nor after it was ended early, nor for somebody who was disabled', async () => {
  const { head, deputy, third } = await unit()
  await away(head, deputy, head, [1, 5])
  await expect(standingIn(deputy, head)).rejects.toMatchObject({ status: 404 })
  const [made] = await db.update(delegations).set({ fromOn: day() }).returning()
  const { cookie } = await standingIn(deputy, head)
  await expect(endHandover(db, deputy, made!.id)).rejects.toMatchObject({ status: 404 })
  await endHandover(db, head, made!.id)
  expect(await actorOfCookie(db, cookie)).toMatchObject({ role: 'officer' })
  await away(head, third)
  const other = await standingIn(third, head)
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, head.personId))
  expect((await actorOfCookie(db, other.cookie))?.onBehalfOf).toBeUndefined()
})

test('a circle is refused, also a long one and one that two people close at once, but not where its days never meet', async () => {
  const { head, deputy, third } = await unit()
  await away(head, deputy)
  await away(deputy, third, deputy, [3, 9])
  await expect(away(third, head, third, [4, 6])).rejects.toMatchObject({ fields: { toPersonId: { key: 'absence:invalid.loop' } } })
  await away(third, head, third, [6, 9])
  await expect(away(head, third, head, [2, 3])).rejects.toMatchObject({ fields: { fromOn: { key: 'absence:invalid.overlap' } } })
  await db.delete(delegations)
  const both = await Promise.allSettled([away(head, deputy), away(deputy, head)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('who stands in for one who stands in acts for both, and notices go to the end of the chain', async () => {
  const { enterpriseId, coordinator, head, officer, deputy, third } = await unit()
  await away(head, deputy)
  await away(deputy, third)
  expect((await capacitiesOf(db, third.personId)).map(({ holder }) => holder)).toEqual([null, head.name, deputy.name])
  const { id, code } = await anIssue(db, { enterpriseId })
  await walk(db, id, [[coordinator, routeTo('STNMT')], [officer, { type: 'accept', note: undefined }]])
  await db.delete(notices)
  await walk(db, id, [[officer, { type: 'submitAnswer', text: 'Đã cấp.', note: undefined, overOpenOpinions: undefined }]])
  const told = (await db.select({ personId: notices.personId }).from(notices)).map(({ personId }) => personId).sort((a, b) => a - b)
  expect(told).toEqual([head.personId, third.personId].sort((a, b) => a - b))
  await away(officer, third)
  expect((await issueView(db, code, { actor: coordinator, language: 'vi' }))?.handler).toEqual({ name: officer.name, until: day(5), standIn: third.name })
})

test('only the holder or an administrator hands a role over, only a role of the offices, and not into the past', async () => {
  const { head, deputy, third, enterprise } = await unit()
  for (const [by, whose] of [[deputy, head], [enterprise, enterprise]] as const) {
    await expect(away(whose, third, by)).rejects.toMatchObject({ status: 404 })
  }
  await expect(away(head, head)).rejects.toMatchObject({ fields: { toPersonId: {} } })
  await expect(away(head, enterprise)).rejects.toMatchObject({ fields: { toPersonId: {} } })
  await expect(away(head, deputy, head, [-1, 3])).rejects.toMatchObject({ fields: { fromOn: { key: 'absence:invalid.past' } } })
  const { actor } = await away(head, deputy).then(() => standingIn(deputy, head))
  await expect(away(head, third, actor, [6, 8])).rejects.toMatchObject({ status: 404 })
  expect(await db.select().from(adminEvents).where(eq(adminEvents.subjectId, String(head.personId)))).toMatchObject([{ change: 'handOver', personName: head.name }])
})

const mayBeAway: [Role, boolean][] = [
  ['enterprise', false], ['association', false], ['secretary', true], ['coordinator', true], ['officer', true], ['head', true],
  ['leader', true], ['auditor', false], ['admin', false],
]

test.each(mayBeAway)('somebody may stand in for a %s: %s', async (role, may) => {
  const [holder, deputy] = await Promise.all([aPerson(db, role, { unit: 'VPUB' }), aPerson(db, 'officer', { unit: 'VPUB' })])
  const done = await away(holder, deputy).then(() => true, (error: { status?: number }) => (expect(error.status).toBe(404), false))
  expect(done).toBe(may)
  if (!may) return
  const { actor } = await standingIn(deputy, holder)
  expect(actor).toMatchObject({ role, personId: deputy.personId, standsIn: true, onBehalfOf: { personId: holder.personId } })
})

test('whoever approved as the head does not approve as the leader they stand in for; another stand-in does', async () => {
  const { enterpriseId, coordinator, head, officer, leader, deputy } = await unit()
  const admin = await aPerson(db, 'admin')
  await away(leader, head, admin)
  const { id } = await anIssue(db, { enterpriseId })
  const approve = { type: 'approve', letterNumber: '12/STNMT', letterDate: day(), note: undefined } as const
  await walk(db, id, [
    [coordinator, routeTo('STNMT', { needsLeader: true })], [officer, { type: 'accept', note: undefined }],
    [officer, { type: 'submitAnswer', text: 'Đã cấp.', note: undefined, overOpenOpinions: undefined }], [head, approve],
  ])
  const { actor } = await standingIn(head, leader)
  await expect(walk(db, id, [[actor, approve]])).rejects.toMatchObject({ status: 409, reason: { key: 'moves:refused.notYours' } })
  await db.delete(delegations)
  await away(leader, deputy, admin)
  await walk(db, id, [[(await standingIn(deputy, leader)).actor, approve]])
  const events = await db.select().from(issueEvents).where(eq(issueEvents.issueId, id))
  expect(events.at(-1)).toMatchObject({ to: 'answered', role: 'leader', personName: deputy.name, onBehalfOf: leader.name })
})

test('a denunciation stays with the head of intake in person: whoever stands in does all the rest', async () => {
  const { coordinator, secretary } = await unit()
  const [intake, deputy] = await Promise.all([aPerson(db, 'head', { unit: 'VPUB' }), aPerson(db, 'officer', { unit: 'VPUB' })])
  await away(intake, deputy)
  const { actor } = await standingIn(deputy, intake)
  const [{ id, code }, plain] = [await anIssue(db), await anIssue(db)]
  await walk(db, plain.id, [[coordinator, routeTo('VPUB')]])
  await walk(db, id, [[coordinator, { type: 'divert', track: 'denunciation', guidance: 'Gửi Thanh tra.', note: undefined }]])
  const sees = async (who: Actor, which: string) => (await issueView(db, which, { actor: who, language: 'vi' })) !== undefined
  expect([await sees(intake, code), await sees(actor, code), await sees(secretary, code)]).toEqual([true, false, false])
  expect(await sees(actor, plain.code)).toBe(true)
  const letterTo = async (who: Actor) => visibleAmong(db, [id], (await receiverOf(db, who.personId))!.capacities)
  expect([(await letterTo(intake)).size, (await letterTo(deputy)).size]).toEqual([1, 0])
})

test('with another role the arrangement of the old one ends', async () => {
  const [{ head, deputy }, admin] = [await unit(), await aPerson(db, 'admin')]
  await away(head, deputy)
  await changeRole(db, admin, head.personId, roleForm.parse({ intent: 'role', role: 'head', unit: 'SXD' }))
  expect(await capacitiesOf(db, deputy.personId)).toHaveLength(1)
})
