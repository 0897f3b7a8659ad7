import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { issueView } from '#app/issues/issue-view.server.ts'
import { answerTogether } from '#app/clusters/answer-together.server.ts'
import { joinSimilar } from '#app/clusters/join-similar.server.ts'
import { answers, comments, conferences, issueEvents, issues } from '#db/schema/index.ts'
import { resolutionReport } from '#db/queries/resolution-report.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { moveSchemas, type MoveInput } from '#workflows/resolution/moves.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

const said = 'Đề nghị cấp giấy chứng nhận. Giảm tiền thuê đất. Làm đường vào cụm.'
const [certificate, rent, road] = ['0-28', '29-48', '49-67']
const split = (text: string, rest: string, sentences?: string[]) => ({ type: 'split', text, rest, sentences, note: undefined }) as const
const partsOf = async (commentId: number) => db.select().from(issues).where(eq(issues.commentId, commentId)).orderBy(asc(issues.id))
const ownWords = async (code: string, actor: Parameters<typeof issueView>[2]['actor']) => {
  const { text, passages } = (await issueView(db, code, { actor, language: 'vi' }))!.comment
  return passages?.map(({ from, to }) => text.slice(from, to))
}

test('each part knows the sentences it came from, through several splits, and the comment stays as it was said', async () => {
  const { coordinator } = await aHouse(db)
  const { id, code } = await anIssue(db, { text: said })
  await walk(db, id, [
    [coordinator, split('Giảm tiền thuê đất.', 'Cấp giấy chứng nhận; làm đường.', [rent!])],
    [coordinator, split('Làm đường vào cụm.', 'Cấp giấy chứng nhận.', [road!])],
  ])
  const [first] = await db.select().from(issues).where(eq(issues.id, id))
  const parts = await partsOf(first!.commentId)
  expect(await Promise.all(parts.map((part) => ownWords(part.code, coordinator)))).toEqual([
    ['Đề nghị cấp giấy chứng nhận.'], ['Giảm tiền thuê đất.'], ['Làm đường vào cụm.'],
  ])
  expect(first).toMatchObject({ code, text: 'Cấp giấy chứng nhận.' })
  const [comment] = await db.select().from(comments).where(eq(comments.id, first!.commentId))
  expect(comment?.text).toBe(said)
  const [event] = await db.select().from(issueEvents).where(eq(issueEvents.issueId, id)).orderBy(asc(issueEvents.seq)).offset(1)
  expect(event).toMatchObject({ move: 'split', payload: { sentences: [rent] } })
})

test('sentences that are another part’s, or no sentences of this comment at all, are refused and nothing is split', async () => {
  const { coordinator } = await aHouse(db)
  const { id } = await anIssue(db, { text: said })
  await walk(db, id, [[coordinator, split('Giảm tiền thuê đất.', 'Còn lại', [rent!])]])
  for (const wrong of [rent!, '60-400', '0-48']) {
    await expect(walk(db, id, [[coordinator, split('x', 'y', [wrong])]])).rejects.toMatchObject({ status: 422, fields: { sentences: expect.anything() as unknown } })
  }
  const [first] = await db.select().from(issues).where(eq(issues.id, id))
  expect(await partsOf(first!.commentId)).toHaveLength(2)
})

test('a split without chosen sentences stays possible, and marks nothing', async () => {
  const { coordinator } = await aHouse(db)
  const { id, code } = await anIssue(db, { text: said })
  await walk(db, id, [[coordinator, split('Giảm tiền thuê đất.', 'Còn lại')]])
  expect(await ownWords(code, coordinator)).toEqual([])
})

test('the choice of sentences fills both texts of the form, which are still free to be changed', async () => {
  const { coordinator } = await aHouse(db)
  const { code } = await anIssue(db, { text: said })
  const view = await issueView(db, code, { actor: coordinator, language: 'vi', asked: 'split', taken: [certificate!, road!] })
  expect(view?.moving?.initial).toEqual({ sentences: [certificate, road], text: 'Đề nghị cấp giấy chứng nhận. Làm đường vào cụm.', rest: 'Giảm tiền thuê đất.' })
  expect(view?.moving?.split?.sentences).toHaveLength(3)
})

test('where a part became a denunciation, the other parts show neither the comment nor where they stood in it', async () => {
  const { coordinator } = await aHouse(db)
  const { id, code } = await anIssue(db, { text: said })
  await walk(db, id, [[coordinator, split('Giảm tiền thuê đất.', 'Cấp giấy chứng nhận.', [rent!])]])
  const [first] = await db.select().from(issues).where(eq(issues.id, id))
  const part = (await partsOf(first!.commentId))[1]!
  await walk(db, part.id, [[coordinator, { type: 'divert', track: 'denunciation', guidance: 'Gửi Thanh tra', note: undefined }]])
  const view = await issueView(db, code, { actor: coordinator, language: 'vi', asked: 'split', taken: ['0-28'] })
  expect(view?.comment).toMatchObject({ text: 'Cấp giấy chứng nhận.', passages: null })
  expect(view?.moving?.split?.sentences).toEqual([])
})

test('comments and issues are counted apart and right, whatever was split off or put together', async () => {
  const { coordinator, officer, head } = await aHouse(db)
  const [conference] = await db.insert(conferences).values({ title: 'Hội nghị Mẫu', heldOn: '2024-04-05' }).returning()
  const conferenceId = conference!.id
  const [one, two] = [await anIssue(db, { text: said, conferenceId }), await anIssue(db, { text: said, conferenceId })]
  const report = async () => (await resolutionReport(db, coordinator, { conference: conferenceId, groupBy: 'group' })).total
  const counted = ({ perComment, ...perIssue }: Awaited<ReturnType<typeof report>>) => [perComment.received, perIssue.received, perComment.answered, perIssue.answered]
  expect(counted(await report())).toEqual([2, 2, 0, 0])
  await walk(db, one.id, [[coordinator, split('Giảm tiền thuê đất.', 'Còn lại', [rent!])]])
  expect(counted(await report())).toEqual([2, 3, 0, 0])
  for (const { id } of [one, two]) await walk(db, id, [[coordinator, routeTo('STNMT')], [officer, { type: 'accept', note: undefined }]])
  const seen = async (id: number) => {
    const [now] = await db.select({ version: issues.version, sha256: answers.sha256 }).from(issues).leftJoin(answers, eq(answers.issueId, issues.id)).where(eq(issues.id, id))
    return { id, version: now!.version, seen: now!.sha256 ?? '' }
  }
  const cluster = await joinSimilar(db, coordinator, await seen(one.id), await seen(two.id))
  expect(counted(await report())).toEqual([2, 3, 0, 0])
  const made = (move: 'submitAnswer' | 'approve', fields: object) => ({ type: move, ...moveSchemas[move].parse(fields) }) as Extract<MoveInput, { type: 'submitAnswer' | 'approve' }>
  await answerTogether(db, officer, cluster, [await seen(one.id), await seen(two.id)], made('submitAnswer', { text: 'Trả lời' }))
  await answerTogether(db, head, cluster, [await seen(one.id), await seen(two.id)], made('approve', { letterNumber: '1', letterDate: '2024-04-12' }))
  expect(counted(await report())).toEqual([2, 3, 1, 2])
})
