import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mayFile, mostFilings } from '#app/access/attempts.server.ts'
import type { Actor } from '#app/access/actor.ts'
import { changeConference } from '#app/conferences/change-conference.server.ts'
import { openConference } from '#app/conferences/open-conference.server.ts'
import { closePublicForm, openFormOf, openPublicForm } from '#app/conferences/public-form.server.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { issueView } from '#app/issues/issue-view.server.ts'
import { claimFiling } from '#app/public-filing/claim-filing.server.ts'
import { filePublicly } from '#app/public-filing/file-publicly.server.ts'
import { filingStatus } from '#app/public-filing/filing-status.server.ts'
import { publicFilingForm } from '#app/public-filing/public-filing-form.ts'
import { listIssues } from '#db/queries/issue-list.ts'
import { verifyChain } from '#db/queries/verify-chain.ts'
import { associationMembers, associations, comments, conferences, enterprises, issueEvents, issues, publicFilings, rateLimits } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson, anEnterprise } from '#tests/support/people.ts'
import { system } from '#workflows/resolution/actor.ts'
import { replay, type StoredEvent } from '#workflows/resolution/replay.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

registerFromDisk()
const { db } = await testDatabase()
let house: Awaited<ReturnType<typeof aHouse>>
let key: string
let conference: number
const heldOn = '2027-03-10'
const before = new Date('2027-02-01T02:00:00Z')

beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  conference = (await openConference(db, { title: 'Hội nghị đối thoại mẫu', heldOn, collectUntil: '2027-02-20' }, house.secretary)).id
  await openPublicForm(db, house.secretary, conference, before)
  key = (await db.select({ key: conferences.publicFormKey }).from(conferences).where(eq(conferences.id, conference)))[0]!.key!
})
beforeEach(() => db.delete(rateLimits))

const filled = (more: Record<string, string> = {}) => publicFilingForm.parse({ text: 'Đề nghị gia hạn thuê đất.', name: 'Công ty TNHH Mẫu Mới', ...more })
let forms = 0
const file = (more: Record<string, string> = {}, of: { formKey?: string; address?: string; at?: Date; key?: string } = {}) =>
  filePublicly(db, filled(more), { key, formKey: `form-key-${++forms}-0123456789`, address: '192.0.2.1', at: before, ...of })
const stored = async (code: string) => (await db.select().from(issues).where(eq(issues.code, code)))[0]!
const wrongness = (work: Promise<unknown>) => work.then(() => 'done', (error: { status: number; fields?: Record<string, { key: string }> }) => `${error.status} ${error.fields?.['']?.key ?? ''}`)

describe('the form behind the QR code', () => {
  test('files an issue of an enterprise not yet known, tells its code and secret, and keeps only a hash', async () => {
    const { code, secret, dueOn } = await file({ group: 'land' })
    const issue = await stored(code)
    expect(issue).toMatchObject({ channel: 'publicForm', conferenceId: conference, filedBy: null, state: 'received', group: 'land', dueOn })
    expect(secret).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(await db.select({ name: enterprises.name, taxCode: enterprises.taxCode }).from(enterprises).where(eq(enterprises.id, issue.enterpriseId!))).toEqual([{ name: 'Công ty TNHH Mẫu Mới', taxCode: null }])
    const everything = JSON.stringify([await db.select().from(publicFilings), await db.select().from(comments), await db.select().from(issueEvents)])
    expect(everything).not.toContain(secret)
    expect(await verifyChain(db, issue.id)).toMatchObject({ ok: true })
  })

  test('sent twice, or fifty times at once, it is one issue with one answer; another text is another issue', async () => {
    const count = async () => (await db.select({ id: issues.id }).from(issues)).length
    const had = await count()
    const formKey = 'a-key-of-one-page-0123'
    const answers = await Promise.all(Array.from({ length: 50 }, () => file({}, { formKey })))
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(await file({}, { formKey })).toEqual(answers[0])
    expect(await count()).toBe(had + 1)
    const other = await file({ text: 'Một việc khác.' }, { formKey })
    expect(other.code).not.toBe(answers[0]!.code)
    expect(other.secret).not.toBe(answers[0]!.secret)
  })

  test('keeps whom to call only where that was agreed to', () => {
    const contact = { contactName: 'Nguyễn Mẫu', contactPhone: '0912 345 678' }
    expect(publicFilingForm.safeParse({ text: 'x', name: 'y', ...contact }).error?.issues[0]?.path).toEqual(['consent'])
    expect(publicFilingForm.safeParse({ text: 'x', name: 'y', ...contact, consent: 'yes' }).success).toBe(true)
    expect(publicFilingForm.safeParse({ text: 'x', name: 'y', taxCode: '0100100078' }).error?.issues[0]?.path).toEqual(['taxCode'])
    expect(publicFilingForm.safeParse({ text: ' \n ', name: 'y' }).error?.issues[0]?.path).toEqual(['text'])
  })

  test('is closed by a press, by the end of the day of the meeting, and answers then like one that never was', async () => {
    const status = (work: Promise<unknown>) => work.then(() => 200, ({ status: code }: { status: number }) => code)
    const lastMinute = new Date('2027-03-10T16:59:00Z')
    expect(await status(openFormOf(db, key, lastMinute))).toBe(200)
    expect(await openFormOf(db, key, lastMinute)).toMatchObject({ late: true })
    expect(await status(openFormOf(db, key, new Date('2027-03-10T17:00:00Z')))).toBe(404)
    expect(await status(file({}, { at: new Date('2027-03-10T17:00:00Z') }))).toBe(404)
    expect(await status(file({}, { key: 'zzzzzzzzzzzz' }))).toBe(404)
    const other = await openConference(db, { title: 'Khác', heldOn }, house.secretary)
    await openPublicForm(db, house.secretary, other.id, before)
    const [row] = await db.select().from(conferences).where(eq(conferences.id, other.id))
    await openPublicForm(db, house.secretary, other.id, before)
    expect((await db.select().from(conferences).where(eq(conferences.id, other.id)))[0]!.publicFormKey).toBe(row!.publicFormKey)
    await closePublicForm(db, house.secretary, other.id)
    expect(await status(openFormOf(db, row!.publicFormKey!, before))).toBe(404)
    await expect(openPublicForm(db, house.leader, other.id, before)).rejects.toMatchObject({ status: 403 })
    await expect(openPublicForm(db, house.secretary, other.id, new Date('2027-03-11T02:00:00Z'))).rejects.toMatchObject({ status: 409 })
  })

  test('takes no more than a hall can write from one address, and goes on for others', async () => {
    for (let n = 0; n < mostFilings; n += 1) await mayFile(db, '198.51.100.7')
    expect(await wrongness(file({}, { address: '198.51.100.7' }))).toMatch(/^429/)
    expect((await file({}, { address: '198.51.100.8' })).code).toMatch(/^KN/)
  })
})

describe('a filing under the tax code of a known enterprise', () => {
  const taxCode = '0100100079'
  let theirs: number
  let person: Actor
  beforeAll(async () => {
    const [row] = await db.insert(enterprises).values({ name: 'Công ty cổ phần Mẫu Đã Biết', taxCode, zone: 'KCN Thăng Long', phone: '0900 000 000' }).returning()
    theirs = row!.id
    person = await aPerson(db, 'enterprise', { enterpriseId: theirs })
  })

  test('is theirs, and says under which name it came; whoever filed it learns nothing of them', async () => {
    const { code, secret } = await file({ taxCode, name: 'Tên gõ khác' })
    const issue = await stored(code)
    expect(issue.enterpriseId).toBe(theirs)
    expect((await listIssues(db, person, {}, { limit: 50 })).items.map((one) => one.code)).toContain(code)
    const [comment] = await db.select().from(comments).where(eq(comments.id, issue.commentId))
    expect(comment!.note).toContain('Tên gõ khác')
    const ask = { ...samples.askEnterprise, question: 'Số hợp đồng nào?' }
    await walk(db, issue.id, [[house.coordinator, routeTo('STNMT')], [house.officer, samples.accept], [house.officer, ask], [person, { type: 'supply', text: 'Hợp đồng BÍ MẬT 77', files: undefined }]])
    await walk(db, issue.id, [[house.officer, { ...samples.submitAnswer, text: 'Trả lời riêng về hợp đồng 77' }], [house.head, samples.approve]])
    const told = JSON.stringify(await filingStatus(db, { code, secret }, 'vi'))
    for (const theirOwn of ['Đã Biết', 'KCN Thăng Long', '0900', 'BÍ MẬT', 'hợp đồng 77', 'Số hợp đồng', person.name, house.officer.name, house.head.name]) expect(told).not.toContain(theirOwn)
    expect(JSON.parse(told)).toMatchObject({ state: 'answered', answer: { text: null, number: '1/MAU' }, unit: 'Sở Tài nguyên và Môi trường' })
  })

  test('cannot be taken away by another enterprise, though it knows the secret', async () => {
    const { code, secret } = await file({ taxCode })
    expect(await wrongness(claimFiling(db, house.enterprise, { code, secret }))).toBe('422 before:claim.otherEnterprise')
    expect((await stored(code)).enterpriseId).toBe(theirs)
    expect(await claimFiling(db, person, { code, secret })).toBe(code)
  })
})

describe('whoever has code and secret', () => {
  test('is told where it stands and reads the letter, whatever the case and the blanks of what they typed', async () => {
    const { code, secret } = await file()
    const { id } = await stored(code)
    await walk(db, id, [[house.coordinator, routeTo('STNMT', { note: 'Nội bộ: ưu tiên' })], [house.officer, samples.accept], [house.officer, { ...samples.submitAnswer, text: 'Đã gia hạn.', note: 'nội bộ' }], [house.head, samples.approve]])
    const typed = { code: ` ${code.toLowerCase()} `, secret: secret.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o') }
    const status = await filingStatus(db, typed, 'vi')
    expect(status).toMatchObject({ code, state: 'answered', answer: { text: 'Đã gia hạn.', number: '1/MAU' }, claimed: false, dueOn: null })
    expect(status.story.map(({ move }) => move)).toEqual(['receive', 'route', 'accept', 'approve'])
    for (const internal of ['nội bộ', 'Nội bộ', house.officer.name, house.head.name, house.coordinator.name]) expect(JSON.stringify(status)).not.toContain(internal)
  })

  test('is answered alike for a code that is none, another code and a wrong secret', async () => {
    const [one, other] = [await file({ text: 'Một' }), await file({ text: 'Hai' })]
    const { id } = await stored((await file()).code)
    await db.update(issues).set({ annulledAt: before }).where(eq(issues.id, id))
    const asked = [{ code: 'KN99-99999', secret: one.secret }, { code: one.code, secret: other.secret }, { code: one.code, secret: 'AAAA-AAAA-AAAA' }, { code: "'); --", secret: '\u202E' }]
    const told = await Promise.all(asked.map((presented) => wrongness(filingStatus(db, presented, 'vi'))))
    expect(new Set(told)).toEqual(new Set(['422 before:status.wrong']))
  })

  test('takes it into an account once, and only once, and the log says so and replays', async () => {
    const { code, secret } = await file({ contactName: 'Nguyễn Mẫu', consent: 'yes' })
    const { id } = await stored(code)
    const others = await aPerson(db, 'enterprise', { enterpriseId: await anEnterprise(db) })
    expect(await issueView(db, code, { actor: house.enterprise, language: 'vi' })).toBeUndefined()
    const outcomes = await Promise.all([house.enterprise, others, house.enterprise, others].map((by) => wrongness(claimFiling(db, by, { code, secret }))))
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
    expect(outcomes.filter((one) => one === '422 before:claim.already')).toHaveLength(3)
    const issue = await stored(code)
    const winner = [house.enterprise, others].find(({ personId }) => personId === issue.filedBy)!
    expect(issue).toMatchObject({ enterpriseId: winner.enterpriseId, associationId: null, version: 2, state: 'received' })
    expect((await db.select().from(publicFilings).where(eq(publicFilings.issueId, id)))[0]).toMatchObject({ claimedBy: winner.personId })
    const view = await issueView(db, code, { actor: winner, language: 'vi' })
    expect(view?.openMoves).toEqual(['withdraw'])
    expect(view?.story.map(({ move }) => move)).toEqual(['receive', 'claim'])
    const events = await db.select().from(issueEvents).where(eq(issueEvents.issueId, id)).orderBy(issueEvents.seq)
    expect(events[1]).toMatchObject({ move: 'claim', role: 'system', personId: winner.personId, personName: winner.name })
    const log = events.map((event) => ({ ...event, at: event.at.toISOString() })) as StoredEvent[]
    expect(replay(log)).toMatchObject({ ok: true, position: { state: 'received', facts: { enterpriseId: winner.enterpriseId } } })
    expect(await verifyChain(db, id)).toMatchObject({ ok: true })
    expect(await filingStatus(db, { code, secret }, 'vi')).toMatchObject({ claimed: true })
  })

  test('an association takes it for a member that agreed, and for no other', async () => {
    const [association] = await db.insert(associations).values({ name: 'Hiệp hội Mẫu Nhận' }).returning()
    const by = await aPerson(db, 'association', { associationId: association!.id })
    const { code, secret } = await file({ name: 'Công ty Mẫu Hội Viên' })
    expect(await wrongness(claimFiling(db, by, { code, secret }))).toBe('422 before:claim.noMember')
    const { enterpriseId } = await stored(code)
    await db.insert(associationMembers).values({ associationId: association!.id, enterpriseId: enterpriseId!, consentedAt: before })
    expect(await claimFiling(db, by, { code, secret })).toBe(code)
    expect(await stored(code)).toMatchObject({ enterpriseId, associationId: association!.id, filedBy: by.personId })
    for (const role of [house.secretary, house.officer]) await expect(claimFiling(db, role, { code, secret })).rejects.toMatchObject({ status: 403 })
  })

  test('a person of the house cannot make the move themselves', async () => {
    const { code } = await file()
    const { id } = await stored(code)
    const move = { type: 'claim' as const, enterprise: house.enterpriseId, association: null, person: house.enterprise.personId }
    for (const by of [house.coordinator, house.secretary]) await expect(walk(db, id, [[by, move]])).rejects.toMatchObject({ status: 409 })
    expect(system.role).toBe('system')
  })
})

test('a plan that is changed keeps the address of its form', async () => {
  await changeConference(db, house.coordinator, conference, { title: 'Hội nghị đối thoại mẫu', heldOn, collectUntil: '2027-02-21' })
  expect(await openFormOf(db, key, before)).toMatchObject({ collectUntil: '2027-02-21' })
})
