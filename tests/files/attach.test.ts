import { beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { answerHash } from '#app/issues/answer-hash.server.ts'
import { saveDraft } from '#app/issues/save-draft.server.ts'
import { readableFile } from '#db/queries/files.ts'
import { verifyChain } from '#db/queries/verify-chain.ts'
import { answers, attachments, files, issueEvents } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anUpload, ownFolder } from '#tests/support/files.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

ownFolder()
const { db } = await testDatabase()
let house: Awaited<ReturnType<typeof aHouse>>
let asked: Actor
beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  asked = await aPerson(db, 'officer', { unit: 'STC' })
})

const accepted = async () => {
  const { id } = await anIssue(db, { enterpriseId: house.enterpriseId })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }]])
  return id
}
const eventOf = async (id: number, move: string) =>
  (await db.select().from(issueEvents).where(eq(issueEvents.issueId, id))).find((event) => event.move === move)
const answersOf = (id: number) => db.select().from(answers).where(eq(answers.issueId, id)).orderBy(answers.number)

test('an opinion is given with files, which its event names with their hash, so that the chain covers them', async () => {
  const id = await accepted()
  await walk(db, id, [[house.officer, samples.requestOpinion]])
  const file = await anUpload(db, asked, id)
  await walk(db, id, [[asked, { type: 'giveOpinion', text: 'Thống nhất.', files: [{ id: file.id }] }]])
  expect((await eventOf(id, 'giveOpinion'))?.payload).toMatchObject({ files: [{ id: file.id, name: 'Công văn.pdf', sha256: file.sha256 }] })
  expect(await verifyChain(db, id)).toMatchObject({ ok: true })
  await expect(db.delete(attachments).where(eq(attachments.fileId, file.id))).rejects.toThrow()
  await expect(db.update(files).set({ name: 'khác.pdf' }).where(eq(files.id, file.id))).rejects.toThrow()
})

test('nobody attaches what another sent, what belongs to another issue, or what is part of something already', async () => {
  const [id, other] = [await accepted(), await accepted()]
  await walk(db, id, [[house.officer, samples.requestOpinion]])
  const theirs = await anUpload(db, house.officer, id)
  const elsewhere = await anUpload(db, asked, other)
  const give = (file: number) => walk(db, id, [[asked, { type: 'giveOpinion', text: 'Ý kiến.', files: [{ id: file }] }]])
  for (const file of [theirs.id, elsewhere.id, 999_999]) await expect(give(file)).rejects.toMatchObject({ status: 422, fields: { upload: { key: 'files:gone' } } })
  const own = await anUpload(db, asked, id)
  await give(own.id)
  await expect(walk(db, id, [[house.officer, { ...samples.submitAnswer, files: [{ id: own.id }] } as never]])).rejects.toMatchObject({ status: 422 })
})

test('what a caller says of a file counts for nothing', async () => {
  const id = await accepted()
  const file = await anUpload(db, house.officer, id)
  await walk(db, id, [[house.officer, { ...samples.submitAnswer, files: [{ id: file.id, name: 'giả.pdf', sha256: '0'.repeat(64) }] } as never]])
  expect((await eventOf(id, 'submitAnswer'))?.payload).toMatchObject({ files: [{ name: file.name, sha256: file.sha256 }] })
})

test('the hash of an answer covers its attachments, and without any is what it was before there were any', async () => {
  const id = await accepted()
  const file = await anUpload(db, house.officer, id)
  await walk(db, id, [[house.officer, { ...samples.submitAnswer, text: 'Trả lời', files: [{ id: file.id }] } as never]])
  const [version] = await answersOf(id)
  expect(version?.sha256).toBe(answerHash({ text: 'Trả lời', files: [file] }))
  expect(version?.sha256).not.toBe(answerHash({ text: 'Trả lời' }))
  const approve = (sha256: string) => walk(db, id, [[house.head, { type: 'approve', letterNumber: '1', letterDate: '2026-01-05', note: undefined, sha256 }]])
  await expect(approve(answerHash({ text: 'Trả lời' }))).rejects.toMatchObject({ status: 409, reason: { key: 'writing:refused.otherText' } })
  expect(await approve(version!.sha256)).toMatchObject({ state: 'answered' })
})

test('a version sent back hands its files on to the next draft, where they may be left out; the old version keeps its own', async () => {
  const id = await accepted()
  const [one, two] = [await anUpload(db, house.officer, id, 'một.pdf'), await anUpload(db, house.officer, id, 'hai.pdf')]
  await walk(db, id, [
    [house.officer, { ...samples.submitAnswer, files: [{ id: one.id }, { id: two.id }] } as never],
    [house.head, samples.returnForRedraft],
  ])
  const seen = await saveDraft(db, { id, text: 'Bản hai', seen: '', by: house.officer })
  expect(seen.sha256).toBe(answerHash({ text: 'Bản hai', files: [one, two] }))
  const without = await saveDraft(db, { id, text: 'Bản hai', seen: seen.sha256, files: [two.id], by: house.officer })
  expect(without.sha256).toBe(answerHash({ text: 'Bản hai', files: [two] }))
  await walk(db, id, [[house.officer, { ...samples.submitAnswer, text: 'Bản hai', files: [{ id: two.id }] } as never]])
  const hanging = await db.select({ answer: attachments.answerId, file: attachments.fileId }).from(attachments).where(eq(attachments.issueId, id)).orderBy(attachments.id)
  const [first, second] = await answersOf(id)
  expect(hanging).toEqual([{ answer: first!.id, file: one.id }, { answer: first!.id, file: two.id }, { answer: second!.id, file: two.id }])
})

test('a colleague who has not seen a file put to the draft does not send the draft without it', async () => {
  const id = await accepted()
  const first = await saveDraft(db, { id, text: 'Nháp', seen: '', by: house.officer })
  const file = await anUpload(db, house.officer, id)
  await saveDraft(db, { id, text: 'Nháp', seen: first.sha256, files: [file.id], by: house.officer })
  const colleague = await aPerson(db, 'officer', { unit: 'STNMT' })
  await expect(saveDraft(db, { id, text: 'Của tôi', seen: first.sha256, by: colleague })).rejects.toMatchObject({ status: 409 })
})

test('a file sent and not yet attached is read by its sender alone', async () => {
  const id = await accepted()
  const file = await anUpload(db, house.officer, id)
  expect(await readableFile(db, file.id, house.officer)).toMatchObject({ name: file.name })
  for (const other of [house.head, house.coordinator, house.enterprise]) expect(await readableFile(db, file.id, other)).toBeUndefined()
})
