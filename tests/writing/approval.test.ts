import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { answerHash } from '#app/issues/answer-hash.server.ts'
import { issueView } from '#app/issues/issue-view.server.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import type { Actor } from '#app/access/actor.ts'
import { answers, issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'

const { db, sql } = await testDatabase()
let house: Awaited<ReturnType<typeof aHouse>>
beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
})

const submit = (text: string) => ({ type: 'submitAnswer', text, note: undefined }) as const
const sendBack = (note: string) => ({ type: 'returnForRedraft', note }) as const
const letter = { type: 'approve', letterNumber: '1/STNMT', letterDate: '2024-04-12', note: undefined } as const
const versionsOf = (id: number) => db.select().from(answers).where(eq(answers.issueId, id)).orderBy(asc(answers.number))

async function handedIn(text: string, needsLeader = false) {
  const { id, code } = await anIssue(db, { enterpriseId: house.enterpriseId })
  await walk(db, id, [[house.coordinator, routeTo('STNMT', { needsLeader })], [house.officer, { type: 'accept', note: undefined }], [house.officer, submit(text)]])
  return { id, code }
}
async function approve(id: number, by: Actor, sha256: string) {
  const [row] = await db.select({ version: issues.version }).from(issues).where(eq(issues.id, id))
  return moveIssue(db, { id, version: row!.version, by, move: { ...letter, sha256 } })
}

test('an approval is stored with the hash of exactly the text it is of', async () => {
  const { id } = await handedIn('Đã cấp giấy.')
  await approve(id, house.head, answerHash({ text: 'Đã cấp giấy.' }))
  const [event] = (await db.select().from(issueEvents).where(eq(issueEvents.issueId, id)).orderBy(asc(issueEvents.seq))).slice(-1)
  expect(event).toMatchObject({ move: 'approve', payload: { sha256: answerHash({ text: 'Đã cấp giấy.' }) } })
})

test('whoever approves a text that is not the one handed in is refused, and nothing is issued', async () => {
  const { id } = await handedIn('Bản một.')
  await walk(db, id, [[house.head, sendBack('Sửa.')], [house.officer, submit('Bản hai.')]])
  const events = await db.$count(issueEvents)
  await expect(approve(id, house.head, answerHash({ text: 'Bản một.' }))).rejects.toMatchObject({ status: 409, reason: { key: 'writing:refused.otherText' } })
  expect(await db.$count(issueEvents)).toBe(events)
  expect((await versionsOf(id)).map(({ approvedBy, issuedAt }) => [approvedBy, issuedAt])).toEqual([[null, null], [null, null]])
  expect(await approve(id, house.head, answerHash({ text: 'Bản hai.' }))).toMatchObject({ state: 'answered' })
})

test('who may not approve is told so, whatever text they name', async () => {
  const { id } = await handedIn('Bản một.')
  await expect(approve(id, house.officer, 'f'.repeat(64))).rejects.toMatchObject({ reason: { key: 'moves:refused.notYours' } })
})

test('the ground of a refusal is part of what is approved', async () => {
  const { id } = await anIssue(db, { enterpriseId: house.enterpriseId })
  const refuse = { type: 'refuse', legalGround: 'Điều 9', text: 'Không đủ điều kiện.' } as const
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }], [house.officer, refuse]])
  await expect(approve(id, house.head, answerHash({ text: refuse.text }))).rejects.toMatchObject({ status: 409 })
  expect(await approve(id, house.head, answerHash(refuse))).toMatchObject({ state: 'refused' })
})

test('after the head’s approval any edit voids it: the leader cannot issue, and the head approves anew', async () => {
  const { id } = await handedIn('Bản một.', true)
  await approve(id, house.head, answerHash({ text: 'Bản một.' }))
  expect((await versionsOf(id))[0]).toMatchObject({ approvedBy: house.head.personId })
  await walk(db, id, [[house.leader, sendBack('Nêu thời hạn.')]])
  expect((await versionsOf(id))[0]).toMatchObject({ approvedBy: null, letterNumber: null, returnNote: 'Nêu thời hạn.', returnedBy: house.leader.personId })
  await walk(db, id, [[house.officer, submit('Bản hai.')]])
  const now = answerHash({ text: 'Bản hai.' })
  await expect(approve(id, house.leader, now)).rejects.toMatchObject({ status: 409 })
  expect(await approve(id, house.head, now)).toMatchObject({ state: 'awaitingApproval' })
  await expect(approve(id, house.leader, answerHash({ text: 'Bản một.' }))).rejects.toMatchObject({ status: 409 })
  expect(await approve(id, house.leader, now)).toMatchObject({ state: 'answered' })
})

test.each(['text', 'sha256', 'legal_ground'])('the database refuses to change the %s of a version handed in', async (column) => {
  const { id } = await handedIn('Bản một.')
  await expect(sql`update answers set ${sql(column)} = 'khác' where issue_id = ${id}`).rejects.toMatchObject({ code: '23001' })
})

test('versions are compared word by word, for those who read them only', async () => {
  const { id, code } = await handedIn('Sở sẽ cấp giấy.')
  await walk(db, id, [[house.head, sendBack('Nêu ngày.')], [house.officer, submit('Sở đã cấp giấy ngày 12/4.')]])
  const compared = async (actor: Actor, compare: string) => (await issueView(db, code, { actor, language: 'vi', compare }))?.comparison
  expect((await compared(house.head, '1..2'))?.parts).toEqual([
    { kind: 'same', words: 'Sở ' }, { kind: 'removed', words: 'sẽ' }, { kind: 'added', words: 'đã' }, { kind: 'same', words: ' cấp giấy' },
    { kind: 'added', words: ' ngày 12/4' }, { kind: 'same', words: '.' },
  ])
  for (const wrong of ['1..1', '1..9', '0..1', 'a..b', '1', "1..2'"]) expect(await compared(house.head, wrong)).toBeNull()
  expect(await compared(house.enterprise, '1..2')).toBeNull()
})
