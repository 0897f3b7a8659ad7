import { and, eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { issueView } from '#app/issues/issue-view.server.ts'
import { mailer } from '#app/notices/mailer.server.ts'
import { sendDueMail } from '#app/notices/send-mail.server.ts'
import { approvePublication } from '#app/publication/approve-publication.server.ts'
import { publicationView } from '#app/publication/publication-view.server.ts'
import { publicationsView } from '#app/publication/publications-view.server.ts'
import { publishApproved } from '#app/publication/publish-approved.server.ts'
import { savePublication } from '#app/publication/save-publication.server.ts'
import { withdrawPublication } from '#app/publication/withdraw-publication.server.ts'
import { publishedIssue, publishedPage } from '#db/queries/published.ts'
import { comments, enterprises, issues, notices, publicationBatches, publications } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { wholeHouse, type House } from '#tests/support/every-state.ts'
import { anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { mailServer } from '#tests/support/mail-server.ts'
import { aPerson, anEnterprise } from '#tests/support/people.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

const { db } = await testDatabase()
registerFromDisk()
let house: House
let second: Actor
let conference: number
beforeAll(async () => {
  await seedReference(db)
  house = await wholeHouse(db)
  second = await aPerson(db, 'coordinator', { unit: 'VPUB' })
})
beforeEach(async () => void (conference = await aConference(db, house.coordinator)))
afterEach(() => db.delete(notices))

async function answered(of: { enterpriseId?: number; text?: string } = {}) {
  const issue = await anIssue(db, { conferenceId: conference, enterpriseId: house.enterpriseId, ...of })
  await walk(db, issue.id, [[house.coordinator, routeTo('STNMT')], [house.officer, samples.accept], [house.officer, samples.submitAnswer], [house.head, samples.approve]])
  return issue
}

const view = (code: string, by: Actor = house.coordinator) => publicationView(db, by, { id: String(conference), code, language: 'vi' })
const save = async (code: string, text: Partial<{ question: string; answer: string; reason: string; seen: string }> = {}, by = house.coordinator) => {
  const { seen } = await view(code)
  return db.transaction((tx) => savePublication(tx, { conference, code, seen, question: `Hỏi ${code}`, answer: `Đáp ${code}`, by, ...text }))
}
const approve = async (code: string, by: Actor = second, seen?: string) => {
  const now = await view(code)
  return db.transaction((tx) => approvePublication(tx, { conference, code, seen: seen ?? now.seen, by }))
}
const idsOf = async (...codes: string[]) => {
  const rows = await db.select({ id: publications.id, code: issues.code }).from(publications).innerJoin(issues, eq(issues.id, publications.issueId))
  return rows.filter(({ code }) => codes.includes(code)).map(({ id }) => id)
}
const publish = async (codes: string[], by: Actor = house.leader) => {
  const versions = await idsOf(...codes)
  return db.transaction((tx) => publishApproved(tx, { conference, versions, by }))
}
const withdraw = async (code: string, by: Actor = house.coordinator) => {
  const { seenStanding } = await view(code)
  return db.transaction((tx) => withdrawPublication(tx, { conference, code, reason: 'Còn tên người.', seen: seenStanding, by }))
}
async function toApproved(of = {}) {
  const { code } = await answered(of)
  await save(code)
  await approve(code)
  return code
}
const isPublic = async (code: string) => (await publishedIssue(db, code)) !== undefined

describe('the text for the public', () => {
  test('is proposed from the issue and its issued answer, without those who could be recognised', async () => {
    const enterpriseId = await anEnterprise(db, 'Công ty TNHH Hoa Sen Mẫu')
    await db.update(enterprises).set({ taxCode: '0100109106', email: 'hoasen@mau.vn' }).where(eq(enterprises.id, enterpriseId))
    const { code, id } = await answered({ enterpriseId, text: 'Hoa Sen Mẫu (MST 0100109106) đề nghị gặp bà Lê Thị Lan, 0912 345 678, thư hoasen@mau.vn, hỏi Trần Mẫu Nam.' })
    await db.update(comments).set({ contact: { name: 'Trần Mẫu Nam' } }).where(eq(comments.id, (await db.query.issues.findFirst({ where: eq(issues.id, id) }))!.commentId))
    const { text, taken, stage, issue } = await view(code)
    expect(text.question).toBe('[doanh nghiệp] (MST [mã số thuế]) đề nghị gặp bà [cá nhân], [số điện thoại], thư [thư điện tử], hỏi [cá nhân].')
    expect([stage, taken.length, issue.answer]).toEqual(['none', 6, (samples.submitAnswer as { text: string }).text])
    await save(code, { question: 'Đề nghị gặp bà Lê Thị Lan.' })
    expect((await view(code)).left).toEqual([{ kind: 'person', words: 'Lê Thị Lan' }])
  })

  test('goes out only after another person than its drafter approved exactly it', async () => {
    const { code } = await answered()
    await save(code)
    expect((await publish([code])).results).toMatchObject([{ refused: { key: 'publication:refused.notApproved' } }])
    await expect(approve(code, house.coordinator)).rejects.toMatchObject({ reason: { key: 'publication:refused.ownDraft' } })
    for (const by of [house.secretary, house.officer, house.head, house.auditor, house.enterprise, house.admin]) await expect(approve(code, by)).rejects.toMatchObject({ status: 403 })
    const { seen } = await view(code)
    await save(code, { answer: 'Đáp khác.' })
    await expect(approve(code, house.leader, seen)).rejects.toMatchObject({ status: 409, reason: { key: 'common:errors.conflict' } })
    await approve(code, house.leader)
    await save(code, { answer: 'Đáp khác nữa.' })
    expect((await view(code)).stage).toBe('draft')
    expect((await publish([code])).results).toMatchObject([{ refused: { key: 'publication:refused.notApproved' } }])
    expect(await isPublic(code)).toBe(false)
    await approve(code)
    expect((await publish([code])).results).toEqual([{ code, refused: null }])
    expect(await publishedIssue(db, code)).toMatchObject({ answer: 'Đáp khác nữa.', corrected: false, conference: { id: conference } })
  })

  test('is drafted by the office alone, of issues with an issued answer, and by one at a time', async () => {
    const { code } = await answered()
    for (const by of [house.secretary, house.leader, house.officer, house.auditor, house.enterprise]) await expect(save(code, {}, by)).rejects.toMatchObject({ status: 403 })
    const waiting = await anIssue(db, { conferenceId: conference, enterpriseId: house.enterpriseId })
    await expect(view(waiting.code)).rejects.toMatchObject({ status: 404 })
    await expect(db.transaction((tx) => savePublication(tx, { conference, code: waiting.code, seen: 'none', question: 'a', answer: 'b', by: second }))).rejects.toMatchObject({ status: 409 })
    const outcomes = await Promise.allSettled([1, 2, 3].map((n) => db.transaction((tx) => savePublication(tx, { conference, code, seen: 'none', question: `a${n}`, answer: 'b', by: second }))))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await view(code)).versions).toHaveLength(1)
  })

  test('of a complaint or a denunciation does not exist, and stops existing when an issue becomes one', async () => {
    const { code, id } = await answered()
    await save(code)
    await approve(code)
    await db.update(issues).set({ track: 'complaint' }).where(eq(issues.id, id))
    await expect(view(code)).rejects.toMatchObject({ status: 404 })
    expect((await publish([code])).results).toMatchObject([{ refused: { key: 'publication:refused.notPublishable' } }])
    await db.update(issues).set({ track: 'petition' }).where(eq(issues.id, id))
    await publish([code])
    expect(await isPublic(code)).toBe(true)
    for (const track of ['complaint', 'denunciation'] as const) {
      await db.update(issues).set({ track }).where(eq(issues.id, id))
      expect(await isPublic(code)).toBe(false)
      expect((await publishedPage(db, {}, { limit: 100 })).items.map((one) => one.code)).not.toContain(code)
      expect((await publicationsView(db, house.coordinator, { id: String(conference), search: new URLSearchParams(), language: 'vi' })).rows).toEqual([])
    }
  })

  test('does not go out while the issue is in work again', async () => {
    const code = await toApproved()
    const [row] = await db.select({ id: issues.id }).from(issues).where(eq(issues.code, code))
    await walk(db, row!.id, [[house.enterprise, samples.dispute]])
    expect((await publish([code])).results).toMatchObject([{ refused: { key: 'publication:refused.notPublishable' } }])
    expect((await publicationsView(db, house.leader, { id: String(conference), search: new URLSearchParams('publish=preview'), language: 'vi' })).going).toEqual([])
  })
})

describe('a batch', () => {
  test('pressed twice, and by two at once, publishes once and tells once', async () => {
    const codes = [await toApproved(), await toApproved(), await toApproved()]
    const answers = await Promise.all([publish(codes), publish(codes, house.coordinator), publish(codes)])
    const out = answers.flatMap(({ results }) => results).filter(({ refused }) => refused === null)
    expect(out.map(({ code }) => code).sort()).toEqual(codes.toSorted())
    expect(await db.select().from(publicationBatches).where(eq(publicationBatches.conferenceId, conference))).toHaveLength(1)
    const told = await db.select().from(notices).where(eq(notices.kind, 'publication.batch'))
    expect(told.map(({ personId, params }) => [personId, params.count, params.codes])).toEqual([[house.enterprise.personId, 3, codes.toSorted().join(', ')]])
    expect((await publish(codes)).results.map(({ refused }) => refused?.key)).toEqual(Array(3).fill('publication:refused.already'))
  })

  test('takes only what was shown, of this conference', async () => {
    const [shown, later] = [await toApproved(), await toApproved()]
    const ids = await idsOf(shown)
    conference = await aConference(db, house.coordinator)
    const elsewhere = await db.transaction((tx) => publishApproved(tx, { conference, versions: ids, by: house.leader }))
    expect(elsewhere).toEqual({ results: [], told: 0 })
    expect([await isPublic(shown), await isPublic(later)]).toEqual([false, false])
    for (const by of [house.secretary, house.auditor, house.officer, house.enterprise]) await expect(publish([shown], by)).rejects.toMatchObject({ status: 403 })
  })

  test('is one letter to each enterprise, with its own issues and nobody else’s, in the language of who reads it', async () => {
    const server = await mailServer()
    const other = await anEnterprise(db)
    const stranger = await aPerson(db, 'enterprise', { enterpriseId: other })
    const [mine, alsoMine, theirs] = [await toApproved(), await toApproved(), await toApproved({ enterpriseId: other })]
    const silent = await toApproved({ enterpriseId: await anEnterprise(db) })
    await db.delete(notices)
    process.env.SMTP_URL = server.url
    try {
      expect((await publish([mine, alsoMine, theirs, silent])).told).toBe(2)
      const post = mailer({ SMTP_URL: server.url, MAIL_FROM: 'Đối Thoại <no-reply@example.vn>', PUBLIC_ORIGIN: 'https://doithoai.example.vn', PORT: 3000 })!
      await publish([mine, alsoMine, theirs, silent])
      expect(await sendDueMail(db, post)).toBe(2)
      expect(await sendDueMail(db, post)).toBe(0)
    } finally {
      delete process.env.SMTP_URL
    }
    const letter = (to: Actor) => server.received.filter((one) => one.to === to.email)
    expect([letter(house.enterprise).length, letter(stranger).length, server.received.length]).toEqual([1, 1, 2])
    const [own, foreign] = [letter(house.enterprise)[0]!.source, letter(stranger)[0]!.source]
    for (const code of [mine, alsoMine]) expect([own.includes(`/published/${code}`), foreign.includes(code)]).toEqual([true, false])
    expect([own.includes(theirs), foreign.includes(`/published/${theirs}`), own.includes('undefined')]).toEqual([false, true, false])
  })
})

describe('what is public', () => {
  test('is withdrawn at once with a reason, and the version is kept', async () => {
    const code = await toApproved()
    await publish([code])
    await expect(withdraw(code, house.secretary)).rejects.toMatchObject({ status: 403 })
    await withdraw(code)
    expect(await isPublic(code)).toBe(false)
    expect((await view(code)).versions).toMatchObject([{ number: 1, state: 'withdrawn', withdrawnBecause: 'Còn tên người.' }])
    await expect(withdraw(code)).rejects.toMatchObject({ status: 409 })
  })

  test('stays as it is until a correction with a reason has been approved and published; the old version is kept', async () => {
    const code = await toApproved()
    await publish([code])
    await expect(save(code, { answer: 'Mới.' })).rejects.toMatchObject({ status: 422, fields: { reason: { key: 'common:invalid.required' } } })
    await save(code, { answer: 'Mới.', reason: 'Sai số văn bản.' })
    expect((await publishedIssue(db, code))?.answer).toBe(`Đáp ${code}`)
    await approve(code)
    await publish([code])
    expect(await publishedIssue(db, code)).toMatchObject({ answer: 'Mới.', number: 2, corrected: true })
    expect((await view(code)).versions).toMatchObject([{ number: 2, state: 'published' }, { number: 1, state: 'withdrawn', withdrawnBecause: 'Sai số văn bản.' }])
    const [old] = await db.select().from(publications).where(and(eq(publications.number, 1), eq(publications.question, `Hỏi ${code}`)))
    expect(old).toMatchObject({ answer: `Đáp ${code}`, state: 'withdrawn' })
  })

  test('is told on the issue to those who see it', async () => {
    const code = await toApproved()
    const published = async (by: Actor) => (await issueView(db, code, { actor: by, language: 'vi' }))?.publishedOn
    expect(await published(house.enterprise)).toBeNull()
    await publish([code])
    for (const by of [house.enterprise, house.officer, house.auditor]) expect(await published(by)).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  test('is found without accents, by conference and group, and pages follow one another without gap or repeat', async () => {
    const codes: string[] = []
    for (let n = 0; n < 5; n += 1) codes.push(await toApproved())
    await save(codes[0]!, { question: 'Vướng giải phóng mặt bằng ở Đông Anh.' })
    await approve(codes[0]!)
    await publish(codes.slice(0, 3))
    await publish(codes.slice(3))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await publishedPage(db, { conference }, { limit: 2, cursor })
      seen.push(...page.items.map(({ code }) => code))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toHaveLength(5)
    expect(seen.toSorted()).toEqual(codes.toSorted())
    expect(new Set(seen.slice(0, 2))).toEqual(new Set(codes.slice(3)))
    for (const q of ['giai phong mat bang', 'GIẢI PHÓNG', 'dong anh']) expect((await publishedPage(db, { q, conference }, { limit: 9 })).items.map(({ code }) => code)).toEqual([codes[0]])
    expect((await publishedPage(db, { q: 'khong co gi', conference }, { limit: 9 })).items).toEqual([])
    expect((await publishedPage(db, { conference, group: 'land' }, { limit: 9 })).items).toHaveLength(5)
    expect((await publishedPage(db, { conference, group: 'none' }, { limit: 9 })).items).toEqual([])
    expect((await publishedPage(db, { conference }, { limit: 9, cursor: "1'; drop" })).items).toHaveLength(5)
  })

  test('names the dates of promises and nothing else of them', async () => {
    const { code, id } = await answered()
    await walk(db, id, [[house.officer, samples.commit]])
    await save(code)
    await approve(code)
    await publish([code])
    const page = await publishedIssue(db, code)
    expect(page?.promises).toEqual([{ dueOn: (samples.commit as { dueOn: string }).dueOn, doneOn: null }])
  })
})
