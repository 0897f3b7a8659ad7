import { and, asc, eq, isNull } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { issueFor } from '#app/api/issue.server.ts'
import { answerTogether, type Chosen } from '#app/clusters/answer-together.server.ts'
import { clusterView } from '#app/clusters/cluster-view.server.ts'
import { joinSimilar } from '#app/clusters/join-similar.server.ts'
import { refuseSimilar } from '#app/clusters/refuse-similar.server.ts'
import { similarPage } from '#app/clusters/similar-page.server.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { issueView } from '#app/issues/issue-view.server.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { verifyChain } from '#db/queries/verify-chain.ts'
import { answers, clusterMembers, issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson, anEnterprise } from '#tests/support/people.ts'
import { system } from '#workflows/resolution/actor.ts'
import { moveSchemas, type MoveInput } from '#workflows/resolution/moves.ts'
import { replay } from '#workflows/resolution/replay.ts'

const { db, sql } = await testDatabase()
beforeAll(() => seedReference(db))

const text = 'Đề nghị giảm tiền thuê đất năm 2024 cho doanh nghiệp trong khu công nghiệp Thăng Long.'
const accept = { type: 'accept', note: undefined } as const
const submit = { type: 'submitAnswer', ...moveSchemas.submitAnswer.parse({ text: 'Sở trả lời chung.' }) } as Extract<MoveInput, { type: 'submitAnswer' }>
const approve = { type: 'approve', ...moveSchemas.approve.parse({ letterNumber: '77/STNMT', letterDate: '2024-04-12' }) } as Extract<MoveInput, { type: 'approve' }>

const at = async (id: number) => (await db.select().from(issues).where(eq(issues.id, id)))[0]!
/** A member as somebody sees it who has just opened the page: with the text that lies on the table. */
const seen = async (id: number): Promise<Chosen> => ({ id, version: (await at(id)).version, seen: (await lyingAt(id)) ?? '' })
const lyingAt = async (id: number) =>
  (await db.select({ sha256: answers.sha256 }).from(answers).where(and(eq(answers.issueId, id), isNull(answers.issuedAt))))[0]?.sha256
const join = async (by: Actor, one: number, other: number) => joinSimilar(db, by, await seen(one), await seen(other))
const eventsOf = (id: number) => db.select().from(issueEvents).where(eq(issueEvents.issueId, id)).orderBy(asc(issueEvents.seq))
const proposedTo = async (by: Actor, code: string) => (await similarPage(db, code, by, 'vi'))?.similar.proposed?.map((one) => one.code)

/** Two issues at work with one unit, of two enterprises, in one cluster. */
async function aPair(unit = 'STNMT') {
  const house = await aHouse(db, unit)
  const [one, two] = [await anIssue(db, { enterpriseId: house.enterpriseId, text }), await anIssue(db, { text })]
  for (const { id } of [one, two]) await walk(db, id, [[house.coordinator, routeTo(unit)], [house.officer, accept]])
  return { ...house, one, two, cluster: await join(house.coordinator, one.id, two.id) }
}

test('what asks the same is proposed with reasons, accents or not; what was refused is not proposed again', async () => {
  const { coordinator } = await aHouse(db)
  const wanted = 'Kiến nghị nâng tĩnh không cầu vượt Mai Dịch để xe siêu trường đi qua.'
  const issue = await anIssue(db, { text: wanted })
  const plain = await anIssue(db, { text: 'xin nang tinh khong cau vuot Mai Dich cho xe sieu truong' })
  const other = await anIssue(db, { text: 'Xe buýt qua cầu vượt cần thêm trạm dừng, mái che.' })
  const page = await similarPage(db, issue.code, coordinator, 'vi')
  expect(page?.similar.proposed?.map((one) => one.code)).toEqual([plain.code])
  expect(page?.similar.proposed?.[0]?.reasons[0]).toMatchObject({ key: 'sharedWords', params: { words: expect.stringContaining('cầu vượt mai dịch') as string } })
  await refuseSimilar(db, coordinator, plain.id, issue.id)
  expect([await proposedTo(coordinator, issue.code), await proposedTo(coordinator, plain.code)]).toEqual([[], []])
  expect(await proposedTo(coordinator, other.code)).toEqual([])
})

test('parts of one comment are not proposed to each other, nor what is over', async () => {
  const { coordinator, enterprise, enterpriseId } = await aHouse(db)
  const matter = 'Đề nghị nạo vét kênh thoát nước Trạm bơm Yên Nghĩa.'
  const whole = await anIssue(db, { text: `${matter} ${matter}` })
  await walk(db, whole.id, [[coordinator, { type: 'split', text: matter, rest: matter, note: undefined }]])
  const gone = await anIssue(db, { enterpriseId, text: matter })
  await walk(db, gone.id, [[enterprise, { type: 'withdraw', note: 'Đã xong' }]])
  expect(await proposedTo(coordinator, whole.code)).toEqual([])
})

test('joining is an event of each issue that changes nothing else of it, holds the chain and replays', async () => {
  const { coordinator, one, two, cluster } = await aPair()
  const before = await at(one.id)
  for (const { id } of [one, two]) {
    expect((await eventsOf(id)).map((event) => event.move)).toEqual(['receive', 'route', 'accept', 'joinCluster'])
    expect(await verifyChain(db, id)).toMatchObject({ ok: true })
  }
  await walk(db, one.id, [[coordinator, { type: 'leaveCluster', note: 'Nội dung khác' }]])
  const { state, leadUnit, dueAt, code, handlerId } = await at(one.id)
  expect({ state, leadUnit, dueAt, code, handlerId }).toEqual({ state: before.state, leadUnit: before.leadUnit, dueAt: before.dueAt, code: before.code, handlerId: before.handlerId })
  const log = (await eventsOf(one.id)).map((event) => ({ ...event, at: event.at.toISOString(), payload: event.payload as Record<string, unknown> }))
  const position = await issuePosition(db, one.id, system)
  expect(replay(log)).toEqual({ ok: true, position: { state: position!.state, facts: position!.facts } })
  expect((await db.select().from(clusterMembers).where(eq(clusterMembers.clusterId, cluster))).map((row) => row.issueId)).toEqual([two.id])
  expect(await proposedTo(coordinator, one.code)).not.toContain(two.code)
})

test('a third joins the cluster that is there; two clusters are not run together', async () => {
  const { coordinator, one, cluster } = await aPair()
  const third = await anIssue(db, { text })
  expect(await join(coordinator, third.id, one.id)).toBe(cluster)
  expect(await eventsOf(one.id)).toHaveLength(4)
  const other = await aPair()
  await expect(join(coordinator, one.id, other.one.id)).rejects.toMatchObject({ status: 409, reason: { key: 'clusters:refused.twoClusters' } })
})

test('of two people who join one issue to different others at the same moment one is told, and it stands in one cluster', async () => {
  const { coordinator } = await aHouse(db)
  const [a, b, c] = [await anIssue(db, { text }), await anIssue(db, { text }), await anIssue(db, { text })]
  const results = await Promise.allSettled([join(coordinator, b.id, a.id), join(coordinator, b.id, c.id), join(coordinator, a.id, b.id)])
  expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect((await db.select().from(clusterMembers).where(eq(clusterMembers.issueId, b.id)))).toHaveLength(1)
})

test('an officer joins what the own unit leads and nothing else; a stranger’s cluster cannot be joined by guessing its number', async () => {
  const { officer, one, cluster } = await aPair()
  const { officer: stranger, coordinator } = await aHouse(db, 'SXD')
  const theirs = await anIssue(db, { text })
  await walk(db, theirs.id, [[coordinator, routeTo('SXD')]])
  await expect(join(officer, one.id, theirs.id)).rejects.toMatchObject({ status: 404 })
  expect(await proposedTo(officer, one.code)).not.toContain(theirs.code)
  const move = { type: 'joinCluster', cluster, note: undefined } as const
  await expect(moveIssue(db, { id: theirs.id, version: 2, by: stranger, move })).rejects.toMatchObject({ status: 422 })
  await expect(refuseSimilar(db, stranger, theirs.id, one.id)).rejects.toMatchObject({ status: 404 })
})

test('one draft is handed in for several members and one letter issued, each as a move of its own with four eyes', async () => {
  const { officer, head, one, two, cluster } = await aPair()
  expect((await clusterView(db, cluster, officer, 'vi'))?.together.map(({ move, able }) => [move, able.length])).toEqual([['submitAnswer', 2]])
  expect(await answerTogether(db, officer, cluster, [await seen(one.id), await seen(two.id)], submit)).toBe(2)
  expect((await clusterView(db, cluster, officer, 'vi'))?.together).toEqual([])
  const offered = (await clusterView(db, cluster, head, 'vi'))?.together[0]
  expect(offered).toMatchObject({ move: 'approve', oneText: 'Sở trả lời chung.', unable: [] })
  await answerTogether(db, head, cluster, [await seen(one.id), await seen(two.id)], approve)
  for (const { id } of [one, two]) {
    expect((await eventsOf(id)).slice(-2).map((event) => [event.move, event.personId])).toEqual([['submitAnswer', officer.personId], ['approve', head.personId]])
    expect(await at(id)).toMatchObject({ state: 'answered' })
  }
})

test('where one member has moved on nothing is done for any, and each that stands in the way is named', async () => {
  const { officer, head, one, two, cluster } = await aPair()
  const chosen = [await seen(one.id), await seen(two.id)]
  await walk(db, two.id, [[officer, { type: 'askEnterprise', question: 'Số hợp đồng?' }]])
  const refused = answerTogether(db, officer, cluster, chosen, submit)
  await expect(refused).rejects.toMatchObject({ status: 409, detail: { problems: [{ code: two.code, reason: { key: 'clusters:refused.stale' } }] } })
  expect(await at(one.id)).toMatchObject({ state: 'inProgress' })
  const again = answerTogether(db, officer, cluster, [await seen(one.id), await seen(two.id)], submit)
  await expect(again).rejects.toMatchObject({ detail: { problems: [{ code: two.code, reason: { key: 'clusters:whyNot.inState.awaitingEnterprise' } }] } })
  const view = await clusterView(db, cluster, officer, 'vi')
  expect(view?.together[0]?.unable).toEqual([{ code: two.code, reason: { key: 'clusters:whyNot.inState.awaitingEnterprise' } }])
  const outsider = await anIssue(db, { text })
  await expect(answerTogether(db, head, cluster, [await seen(outsider.id)], submit)).rejects.toMatchObject({ detail: { problems: [{ reason: { key: 'clusters:refused.gone' } }] } })
})

test('who wrote the answer of one member does not approve it with the others', async () => {
  const { officer, head, one, two, cluster } = await aPair()
  await answerTogether(db, officer, cluster, [await seen(one.id)], submit)
  await answerTogether(db, head, cluster, [await seen(two.id)], submit)
  const refused = answerTogether(db, head, cluster, [await seen(one.id), await seen(two.id)], approve)
  await expect(refused).rejects.toMatchObject({ detail: { problems: [{ code: two.code, reason: { key: 'clusters:whyNot.ownText' } }] } })
  expect(await at(one.id)).toMatchObject({ state: 'awaitingApproval' })
})

test('a draft that a colleague keeps on one member is not written over unseen', async () => {
  const { officer, one, two, cluster } = await aPair()
  await sql`insert into answers (issue_id, number, text, sha256, drafted_at) values (${two.id}, 1, 'Bản riêng', ${'a'.repeat(64)}, now())`
  const refused = answerTogether(db, officer, cluster, [await seen(one.id), { ...(await seen(two.id)), seen: '' }], submit)
  await expect(refused).rejects.toMatchObject({ detail: { problems: [{ code: two.code, reason: { key: 'moves:refused.draftStale' } }] } })
  const value = (await clusterView(db, cluster, officer, 'vi'))?.together[0]?.able.find((member) => member.code === two.code)
  expect(value).toMatchObject({ answer: 'Bản riêng' })
  expect(await answerTogether(db, officer, cluster, [{ ...(await seen(two.id)), seen: 'a'.repeat(64) }], submit)).toBe(1)
})

test('an enterprise learns nothing of a cluster: no member, no number, no event of it', async () => {
  const { enterprise, coordinator, one, two, cluster } = await aPair()
  const rival = await at(two.id)
  const view = await issueView(db, one.code, { actor: enterprise, language: 'vi' })
  const api = await issueFor(db, enterprise, one.id)
  for (const told of [JSON.stringify(view), JSON.stringify(api)]) {
    expect(told).not.toContain(rival.code)
    expect(told).not.toMatch(/[cC]luster["_:]|joinCluster/)
  }
  expect(view?.similar).toBeNull()
  expect(await clusterView(db, cluster, enterprise, 'vi')).toBeUndefined()
  expect(JSON.stringify(await issueView(db, one.code, { actor: coordinator, language: 'vi' }))).toContain('joinCluster')
})

test('a unit that leads one member sees that one: not the others, nor how many they are', async () => {
  const { coordinator, one, cluster } = await aPair()
  const { officer, leader } = await aHouse(db, 'SXD')
  const theirs = await anIssue(db, { text })
  await walk(db, theirs.id, [[coordinator, routeTo('SXD')]])
  await join(coordinator, theirs.id, one.id)
  const view = await clusterView(db, cluster, officer, 'vi')
  expect(view?.members.map((member) => member.code)).toEqual([theirs.code])
  expect((await issueView(db, theirs.code, { actor: officer, language: 'vi' }))?.similar?.cluster).toEqual({ id: cluster, members: 1 })
  expect((await clusterView(db, cluster, leader, 'vi'))?.members).toHaveLength(3)
  expect(await clusterView(db, cluster, await aPerson(db, 'officer', { unit: 'SYT' }), 'vi')).toBeUndefined()
  expect((await clusterView(db, cluster, await aPerson(db, 'auditor'), 'vi'))?.members).toHaveLength(3)
})

test('a member that became a denunciation is gone from the cluster’s page and count', async () => {
  const { coordinator, one, cluster } = await aPair()
  const third = await anIssue(db, { text, enterpriseId: await anEnterprise(db) })
  await join(coordinator, third.id, one.id)
  await walk(db, third.id, [[coordinator, { type: 'divert', track: 'denunciation', guidance: 'Gửi Thanh tra', note: undefined }]])
  expect((await clusterView(db, cluster, coordinator, 'vi'))?.members).toHaveLength(2)
  expect((await issueView(db, one.code, { actor: coordinator, language: 'vi' }))?.similar?.cluster?.members).toBe(2)
})

test('an answer is approved with the others only as the very text that was seen', async () => {
  const { officer, head, one, two, cluster } = await aPair()
  await answerTogether(db, officer, cluster, [await seen(one.id), await seen(two.id)], submit)
  const other = { ...(await seen(two.id)), seen: 'b'.repeat(64) }
  const refused = answerTogether(db, head, cluster, [await seen(one.id), other], approve)
  await expect(refused).rejects.toMatchObject({ detail: { problems: [{ code: two.code, reason: { key: 'writing:refused.otherText' } }] } })
  expect(await at(one.id)).toMatchObject({ state: 'awaitingApproval' })
})
