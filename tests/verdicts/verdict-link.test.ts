import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { mailer } from '#app/notices/mailer.server.ts'
import { sendDueMail } from '#app/notices/send-mail.server.ts'
import { createVerdictLink } from '#app/verdicts/create-verdict-link.server.ts'
import { giveVerdict } from '#app/verdicts/give-verdict.server.ts'
import { verdictLink } from '#app/verdicts/verdict-link.server.ts'
import { verdictPage } from '#app/verdicts/verdict-page.server.ts'
import { issueEvents, issues, notices, people, verdictLinks, verdicts } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { mailServer } from '#tests/support/mail-server.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

registerFromDisk()
const { db } = await testDatabase()
beforeAll(() => seedReference(db))
afterAll(() => delete process.env.SMTP_URL)

async function answered(at?: Date) {
  const house = await aHouse(db)
  const { id, code } = await anIssue(db, { enterpriseId: house.enterpriseId, at })
  await walk(db, id, [
    [house.coordinator, routeTo('STNMT')], [house.officer, samples.accept], [house.officer, samples.submitAnswer], [house.head, samples.approve],
  ], at)
  return { ...house, id, code }
}

const linkFor = async (of: Awaited<ReturnType<typeof answered>>, now = new Date()) => {
  const token = await createVerdictLink(db, { personId: of.enterprise.personId, issueId: of.id, kind: 'filer.approve' }, now)
  return { token: token!, link: (await verdictLink(db, token))! }
}
const versionOf = async (id: number) => (await db.select({ version: issues.version }).from(issues).where(eq(issues.id, id)))[0]!.version
const yes = { solved: 'yes', satisfied: 'yes', reason: undefined, note: undefined } as const
const no = { solved: 'no', satisfied: undefined, reason: 'explainsOnly', note: 'Mới giải thích.' } as const

test('the letter that brings an answer brings an address at which the verdict can be given, and no other letter does', async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  const { enterprise, id } = await answered()
  delete process.env.SMTP_URL
  const server = await mailServer()
  await sendDueMail(db, mailer({ SMTP_URL: server.url, MAIL_FROM: 'a@example.vn', PUBLIC_ORIGIN: 'https://doithoai.example.vn', PORT: 1 })!)
  const readable = server.received.filter(({ to }) => to === enterprise.email).map(({ source }) => source.replace(/=\r\n/g, '').replace(/=3D/g, '='))
  const found = readable.flatMap((source) => [...new Set(source.match(/https:\/\/doithoai\.example\.vn\/v\/[\w-]{43}/g) ?? [])])
  expect(found).toHaveLength(1)
  const [row] = await db.select().from(verdictLinks).where(eq(verdictLinks.issueId, id))
  expect(JSON.stringify(row)).not.toContain(found[0]!.split('/v/')[1])
  expect(server.received.filter(({ to }) => to !== enterprise.email).some(({ source }) => source.includes('/v/'))).toBe(false)
  expect((await verdictLink(db, found[0]!.split('/v/')[1]))?.actor.personId).toBe(enterprise.personId)
  await db.delete(notices)
})

test('the page shows the answer and not the petition, and changes nothing however often it is opened', async () => {
  const of = await answered()
  const { link } = await linkFor(of)
  const before = await versionOf(of.id)
  for (let times = 0; times < 3; times += 1) {
    const page = await verdictPage(db, link, 'vi')
    expect(page).toMatchObject({ open: true, code: of.code, answer: { text: 'Trả lời' }, mayConfirm: true, mayDispute: true })
    expect(JSON.stringify(page)).not.toContain('Đề nghị sớm cấp')
  }
  expect(await versionOf(of.id)).toBe(before)
  expect((await verdictLink(db, (await linkFor(of)).token))?.usedAt).toBeNull()
})

test('the verdict is the enterprise’s, and its event says that it came by the link', async () => {
  const of = await answered()
  const { link } = await linkFor(of)
  await giveVerdict(db, link, { version: await versionOf(of.id), ...yes, satisfied: 'no', reason: 'tooLate', note: 'Chậm.' })
  const last = (await db.select().from(issueEvents).where(eq(issueEvents.issueId, of.id)).orderBy(issueEvents.seq)).at(-1)!
  expect(last).toMatchObject({ move: 'confirmSolved', role: 'enterprise', personId: of.enterprise.personId, payload: { through: 'link' } })
  expect(await db.select().from(verdicts).where(eq(verdicts.issueId, of.id))).toMatchObject([{ solved: true, satisfied: false, reason: 'tooLate', note: 'Chậm.', through: 'link', number: 1 }])
})

test('an address works once, and kindly says so afterwards; of two clicks at once one acts', async () => {
  const of = await answered()
  const { token, link } = await linkFor(of)
  const version = await versionOf(of.id)
  const both = await Promise.allSettled([giveVerdict(db, link, { version, ...yes }), giveVerdict(db, link, { version, ...no })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const used = (await verdictLink(db, token))!
  expect(await verdictPage(db, used, 'vi')).toMatchObject({ open: false, because: 'used', usedFor: expect.stringMatching(/confirmSolved|dispute/) })
  await expect(giveVerdict(db, used, { version: version + 1, ...no })).rejects.toThrow('verdict:link.over')
  expect(await db.select().from(verdicts).where(eq(verdicts.issueId, of.id))).toHaveLength(1)
})

test('somebody of the enterprise was first: nothing is recorded and the address can still be used', async () => {
  const of = await answered()
  const { token, link } = await linkFor(of)
  const version = await versionOf(of.id)
  await walk(db, of.id, [[of.officer, samples.fulfil]])
  await expect(giveVerdict(db, link, { version, ...yes })).rejects.toThrow('moves:refused.stale')
  expect((await verdictLink(db, token))?.usedAt).toBeNull()
  await giveVerdict(db, link, { version: version + 1, ...yes })
})

test('an address ends with the time for a verdict, and with the right of its holder', async () => {
  const of = await answered()
  const { token, link } = await linkFor(of)
  const after = new Date(link.expiresAt.getTime() + 1)
  expect(await verdictPage(db, link, 'vi', after)).toMatchObject({ open: false, because: 'expired' })
  await expect(giveVerdict(db, link, { version: await versionOf(of.id), ...no }, after)).rejects.toThrow('verdict:link.over')
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, of.enterprise.personId))
  expect(await verdictLink(db, token)).toBeUndefined()
  expect(await createVerdictLink(db, { personId: of.enterprise.personId, issueId: of.id, kind: 'filer.approve' }, new Date())).toBeUndefined()
})

test('nobody but a filer of this issue is given an address, and none for an issue that waits for no verdict', async () => {
  const of = await answered()
  const { enterprise: stranger } = await aHouse(db)
  const now = new Date()
  for (const { personId } of [stranger, of.officer, of.coordinator]) expect(await createVerdictLink(db, { personId, issueId: of.id, kind: 'filer.approve' }, now)).toBeUndefined()
  const open = await anIssue(db, { enterpriseId: of.enterpriseId })
  expect(await createVerdictLink(db, { personId: of.enterprise.personId, issueId: open.id, kind: 'filer.approve' }, now)).toBeUndefined()
  for (const token of ['', 'x', 'a'.repeat(43), "'; drop table people; --"]) expect(await verdictLink(db, token)).toBeUndefined()
})

test('the first verdict stays beside the second, and a dispute reopens once only', async () => {
  const of = await answered()
  const first = await linkFor(of)
  await giveVerdict(db, first.link, { version: await versionOf(of.id), ...no })
  const [before] = await db.select().from(issues).where(eq(issues.id, of.id))
  expect(before).toMatchObject({ state: 'inProgress', reopenings: 1, satisfied: false, answeredAt: null, firstAnsweredAt: expect.any(Date) })
  await walk(db, of.id, [[of.officer, samples.submitAnswer], [of.head, samples.approve]])
  const second = await linkFor(of)
  expect(await verdictPage(db, second.link, 'vi')).toMatchObject({ open: true, mayConfirm: true, mayDispute: false })
  await expect(giveVerdict(db, second.link, { version: await versionOf(of.id), ...no })).rejects.toThrow('moves:refused.notYours')
  await giveVerdict(db, second.link, { version: await versionOf(of.id), ...yes })
  const said = await db.select().from(verdicts).where(eq(verdicts.issueId, of.id)).orderBy(verdicts.number)
  expect(said).toMatchObject([{ number: 1, solved: false, reason: 'explainsOnly' }, { number: 2, solved: true, satisfied: true }])
  const [now] = await db.select().from(issues).where(eq(issues.id, of.id))
  expect(now?.firstAnsweredAt).toEqual(before?.firstAnsweredAt)
})
