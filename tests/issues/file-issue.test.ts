import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { once } from '#app/http/once.server.ts'
import { fileIssue, type Filing } from '#app/issues/file-issue.server.ts'
import { associationMembers, associations, comments, conferences, deadlines, enterprises, issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson, anEnterprise } from '#tests/support/people.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

const text = 'Đề nghị cấp giấy chứng nhận quyền sử dụng đất cho nhà xưởng tại KCN Thăng Long.'
const monday = new Date('2024-05-06T02:00:00Z')
const file = (by: Actor, more: Partial<Filing> = {}) =>
  db.transaction((tx) => fileIssue(tx, { by, text, channel: 'form', at: monday, ...more }))

async function anAssociation() {
  const [row] = await db.insert(associations).values({ name: `Hiệp hội Mẫu ${Math.random()}` }).returning()
  return { id: row!.id, by: await aPerson(db, 'association', { associationId: row!.id }) }
}

async function ownIssue() {
  const enterpriseId = await anEnterprise(db)
  const by = await aPerson(db, 'enterprise', { enterpriseId })
  return { enterpriseId, by }
}

test('an enterprise files for itself and is told the code and the date due', async () => {
  const { enterpriseId, by } = await ownIssue()
  const contact = { name: 'Nguyễn Thị Mẫu', phone: '0912 345 678' }
  const filed = await file(by, { group: 'land', zone: 'KCN Thăng Long', contact })
  expect(filed).toMatchObject({ state: 'received', version: 1, dueOn: '2024-05-20' })
  expect(filed.code).toMatch(/^KN\d\d-\d+$/)
  const [issue] = await db.select().from(issues).where(eq(issues.id, filed.id))
  expect(issue).toMatchObject({ enterpriseId, filedBy: by.personId, channel: 'form', text, group: 'land' })
  const [comment] = await db.select().from(comments).where(eq(comments.id, issue!.commentId))
  expect(comment).toMatchObject({ text, enterpriseId, zone: 'KCN Thăng Long', contact })
  expect(await db.select().from(issueEvents).where(eq(issueEvents.issueId, filed.id))).toHaveLength(1)
  expect(await db.select().from(deadlines).where(eq(deadlines.issueId, filed.id))).toHaveLength(1)
})

test('what the register suggests is stored with the issue, for units of the conference’s day', async () => {
  const { by } = await ownIssue()
  const [conference] = await db.insert(conferences).values({ title: 'Hội nghị mẫu', heldOn: '2024-04-05' }).returning()
  const { id } = await file(by, { conferenceId: conference!.id, group: 'land' })
  const [issue] = await db.select().from(issues).where(eq(issues.id, id))
  expect(issue).toMatchObject({ conferenceId: conference!.id, suggestion: { group: 'land' } })
  expect((issue!.suggestion as { reasons: unknown[] }).reasons.length).toBeGreaterThan(0)
})

test('fifty equal submissions at once under one key make one issue', async () => {
  const { enterpriseId, by } = await ownIssue()
  const request = { personId: by.personId, key: 'fifty-at-once', body: { text } }
  const all = await Promise.all(Array.from({ length: 50 }, () => once(db, request, (tx) => fileIssue(tx, { by, text, channel: 'api' }))))
  expect(new Set(all.map(({ code }) => code)).size).toBe(1)
  expect(await db.select().from(issues).where(eq(issues.enterpriseId, enterpriseId))).toHaveLength(1)
})

test('an association files for members who agreed, and for no others', async () => {
  const { id, by } = await anAssociation()
  const [member, stranger] = [await anEnterprise(db), await anEnterprise(db)]
  await db.insert(associationMembers).values({ associationId: id, enterpriseId: member, consentedAt: monday })
  const filed = await file(by, { enterprise: { id: member } })
  const [issue] = await db.select().from(issues).where(eq(issues.id, filed.id))
  expect(issue).toMatchObject({ enterpriseId: member, associationId: id })
  const noConsent = { status: 403, reason: { key: 'filing:refused.noConsent' } }
  await expect(file(by, { enterprise: { id: stranger } })).rejects.toMatchObject(noConsent)
  await expect(file(by, { enterprise: { id: 999_999 } })).rejects.toMatchObject(noConsent)
  await expect(file(by)).rejects.toMatchObject({ status: 422, fields: { enterprise: { key: 'common:invalid.required' } } })
})

test('an enterprise cannot file in another’s name', async () => {
  const { by } = await ownIssue()
  const other = await anEnterprise(db)
  await expect(file(by, { enterprise: { id: other } })).rejects.toMatchObject({ fields: { enterprise: { key: 'filing:refused.notOwn' } } })
  await expect(file(by, { enterprise: { name: 'Công ty khác', taxCode: '9900005487' } })).rejects.toMatchObject({ status: 422 })
})

test('the office files for anybody: a known tax code is that enterprise, a new one is added once', async () => {
  const by = await aPerson(db, 'coordinator', { unit: 'VPUB' })
  const enterprise = { name: 'Công ty CP Mẫu 04', taxCode: '9900005487' }
  const filed = await Promise.all([1, 2, 3].map(() => file(by, { channel: 'api', enterprise })))
  const again = await file(by, { channel: 'api', enterprise: { name: 'Tên viết khác', taxCode: '99000 05487' } })
  const rows = await db.select().from(enterprises).where(eq(enterprises.taxCode, '9900005487'))
  expect(rows).toMatchObject([{ name: enterprise.name }])
  for (const { id } of [...filed, again]) {
    const [issue] = await db.select().from(issues).where(eq(issues.id, id))
    expect(issue?.enterpriseId).toBe(rows[0]!.id)
  }
})

test('one known by name alone is found by that name', async () => {
  const by = await aPerson(db, 'secretary', { unit: 'VPUB' })
  const enterprise = { name: 'Hộ kinh doanh Mẫu' }
  await file(by, { channel: 'hall', enterprise })
  await file(by, { channel: 'hall', enterprise })
  expect(await db.select().from(enterprises).where(eq(enterprises.name, enterprise.name))).toHaveLength(1)
})

test.each([
  ['990000548a', 'filing:taxCodeLetters'],
  ['99000', 'filing:taxCodeLength'],
  ['9900005488', 'filing:taxCodeCheck'],
  ['109998880', 'filing:taxCodeLength'],
])('the tax code %s is told at its field', async (taxCode, key) => {
  const by = await aPerson(db, 'secretary', { unit: 'VPUB' })
  const filing = file(by, { enterprise: { name: 'Công ty Mẫu', taxCode } })
  await expect(filing).rejects.toMatchObject({ status: 422, fields: { 'enterprise.taxCode': { key } } })
})

test('a conference, group or topic that does not exist is told at its field and leaves nothing', async () => {
  const { enterpriseId, by } = await ownIssue()
  const wrong = file(by, { conferenceId: 999_999, group: 'none', topic: 'none' })
  await expect(wrong).rejects.toMatchObject({ status: 422, fields: { conference: {}, group: {}, topic: {} } })
  expect(await db.select().from(issues).where(eq(issues.enterpriseId, enterpriseId))).toEqual([])
})

test.each(['officer', 'leader', 'auditor', 'admin'] as const)('an %s files nothing', async (role) => {
  const by = await aPerson(db, role, role === 'officer' ? { unit: 'STNMT' } : {})
  await expect(file(by)).rejects.toMatchObject({ status: 403 })
})
