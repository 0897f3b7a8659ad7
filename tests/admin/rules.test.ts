import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { addPolicy } from '#app/admin/add-policy.server.ts'
import { addTopic } from '#app/admin/add-topic.server.ts'
import { dayChange } from '#app/admin/day-change.ts'
import { policyForm } from '#app/admin/policy-form.ts'
import { previewMoved } from '#app/admin/preview-moved.server.ts'
import { removeDay } from '#app/admin/remove-day.server.ts'
import { saveDay } from '#app/admin/save-day.server.ts'
import { saveGroup } from '#app/admin/save-group.server.ts'
import { saveRoute } from '#app/admin/save-route.server.ts'
import { saveZone } from '#app/admin/save-zone.server.ts'
import { readRules } from '#app/issues/rules.server.ts'
import { topicWithRoutes } from '#db/queries/admin-catalogue.ts'
import { adminEvents, deadlinePolicies, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

const offDay = { kind: 'holiday' as const, name: 'Nghỉ bù' }

const countMoved = async (date: string, day: typeof offDay | { kind: 'workday'; name: string } | undefined) => {
  const { calendar } = await readRules(db)
  return (await previewMoved(db, dayChange(calendar, date, day))).issues
}
const dueOnOf = async (id: number) => (await db.select().from(issues).where(eq(issues.id, id)))[0]?.dueOn

test('a changed day says beforehand which open issues move, moves them once, and leaves what has ended alone', async () => {
  const admin = await aPerson(db, 'admin')
  const { enterpriseId, coordinator, officer } = await aHouse(db)
  const monday = new Date('2031-05-05T02:00:00Z')
  const running = await anIssue(db, { at: monday })
  await anIssue(db, { at: monday })
  const waiting = await anIssue(db, { enterpriseId, at: monday })
  await walk(db, waiting.id, [[coordinator, routeTo('STNMT')], [officer, { type: 'accept', note: undefined }], [officer, { type: 'askEnterprise', question: 'Hồ sơ?' }]], monday)
  const refused = await anIssue(db, { at: monday })
  await walk(db, refused.id, [[coordinator, { type: 'refuse', legalGround: 'Điều 1', text: 'Không thuộc phạm vi.' }]], monday)
  await anIssue(db, { at: new Date('2031-06-02T02:00:00Z') })

  expect(running.dueOn).toBe('2031-05-19')
  expect(await dueOnOf(waiting.id)).toBe('2031-06-02')
  // the enterprise's bound is counted in working days too, so the day in mid-pause moves what waits for it
  expect(await countMoved('2031-05-14', offDay)).toBe(3)
  expect(await countMoved('2031-05-26', offDay)).toBe(1)
  expect(await countMoved('2031-05-10', offDay)).toBe(0)
  expect(await countMoved('2031-05-10', { kind: 'workday', name: 'Làm bù' })).toBe(3)

  const done = await saveDay(db, admin, { date: '2031-05-14', ...offDay, source: null, verified: false, proposal: null }, monday)
  expect(done.issues).toBe(3)
  expect(await dueOnOf(running.id)).toBe('2031-05-20')
  expect(await dueOnOf(waiting.id)).toBe('2031-06-03')
  expect(await dueOnOf(refused.id)).toBe('2031-05-19')
  expect((await anIssue(db, { at: monday })).dueOn).toBe('2031-05-20')
  expect(await countMoved('2031-05-14', undefined)).toBe(4)
  await removeDay(db, admin, '2031-05-14', monday)
  expect(await dueOnOf(running.id)).toBe('2031-05-19')
  const log = await db.select().from(adminEvents).where(eq(adminEvents.subject, 'calendarDay'))
  expect(log.map(({ change, subjectId }) => [change, subjectId])).toEqual([['add', '2031-05-14'], ['remove', '2031-05-14']])
})

test('a new version of a term holds from its day on, and the old one is not rewritten', async () => {
  const admin = await aPerson(db, 'admin')
  const before = await db.select().from(deadlinePolicies)
  const policy = policyForm.parse({ clock: 'answer', class: 'simple', amount: '7', unit: 'day', convention: 'A', validFrom: '2032-01-01', validTo: '', legalBasis: 'Quyết định 1/QĐ' })
  await addPolicy(db, admin, policy)
  expect((await anIssue(db, { at: new Date('2031-12-30T02:00:00Z') })).dueOn).toBe('2032-01-13')
  expect((await anIssue(db, { at: new Date('2032-03-01T02:00:00Z') })).dueOn).toBe('2032-03-10')
  await expect(addPolicy(db, admin, policy)).rejects.toMatchObject({ fields: { validFrom: { key: 'admin:invalid.policySameDay' } } })
  const after = await db.select().from(deadlinePolicies)
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after).toHaveLength(before.length + 1)
})

test('the longest extension is a term like any other: what is longer is refused at the field, asked or granted', async () => {
  const [admin, house] = [await aPerson(db, 'admin'), await aHouse(db)]
  const policy = { clock: 'extension', class: '', amount: '5', unit: 'day', convention: 'A', validFrom: '2033-01-01', validTo: '', legalBasis: 'Quyết định 2/QĐ' }
  await addPolicy(db, admin, policyForm.parse(policy))
  const at = new Date('2033-02-10T02:00:00Z')
  const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, at })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }]], at)
  const ask = (workingDays: number, on = at) => walk(db, id, [[house.officer, { type: 'requestExtension', workingDays, note: 'Khảo sát' }]], on)
  const grant = (workingDays: number) => walk(db, id, [[house.coordinator, { type: 'grantExtension', workingDays, note: undefined }]], at)
  const tooLong = { fields: { workingDays: { key: 'rules:invalid.extensionTooLong', params: { most: 5 } } } }
  await expect(ask(6)).rejects.toMatchObject(tooLong)
  await ask(5)
  await expect(grant(6)).rejects.toMatchObject(tooLong)
  await grant(5)
  await expect(ask(1)).rejects.toMatchObject({ status: 409 })
})

test.each([
  ['an extension in hours', { clock: 'extension', class: '', unit: 'hour' }, 'unit'],
  ['a class where the clock has none', { clock: 'opinion', class: 'urgent' }, 'class'],
  ['an answer term without a class', { clock: 'answer', class: '' }, 'class'],
  ['no legal basis', { legalBasis: '' }, 'legalBasis'],
  ['no working day', { amount: '0' }, 'amount'],
  ['more than ten years', { amount: '3000' }, 'amount'],
  ['an end before the beginning', { validTo: '2029-01-01' }, 'validTo'],
])('the form of a term says at the field: %s', (_, change, field) => {
  const form = { clock: 'answer', class: 'simple', amount: '7', unit: 'day', convention: 'A', validFrom: '2030-01-01', legalBasis: 'QĐ', ...change }
  expect(policyForm.safeParse(form).error?.issues[0]?.path).toEqual([field])
})

test('a group, a topic with its routes by date, and a zone are kept, with every change on record', async () => {
  const admin = await aPerson(db, 'admin')
  await saveGroup(db, admin, { code: 'tax', nameVi: 'Thuế', nameEn: 'Tax' })
  await saveGroup(db, admin, { code: 'tax', nameVi: 'Thuế, phí', nameEn: 'Tax' })
  const topic = { code: 'tax.vat', group: 'tax', nameVi: 'Thuế GTGT', nameEn: 'VAT', keywords: ['hoàn thuế'], note: null }
  await addTopic(db, admin, topic)
  await expect(addTopic(db, admin, topic)).rejects.toMatchObject({ fields: { code: {} } })
  await expect(addTopic(db, admin, { ...topic, code: 'tax.x', group: 'none' })).rejects.toMatchObject({ fields: { group: {} } })
  const route = { validFrom: null, leadUnit: 'STC', leadInZone: null, coordinatingUnits: ['SXD'] }
  await saveRoute(db, admin, 'tax.vat', route)
  await saveRoute(db, admin, 'tax.vat', { ...route, validFrom: '2025-03-01', leadUnit: 'SXD', coordinatingUnits: [] })
  await saveRoute(db, admin, 'tax.vat', { ...route, leadUnit: 'SCT' })
  await expect(saveRoute(db, admin, 'tax.vat', { ...route, coordinatingUnits: ['NONE'] })).rejects.toMatchObject({ fields: { coordinatingUnits: {} } })
  const found = await topicWithRoutes(db, 'tax.vat')
  expect(found?.routes.map(({ validFrom, leadUnit }) => [validFrom, leadUnit])).toEqual([['2025-03-01', 'SXD'], [null, 'SCT']])
  const zone = { name: 'KCN Mẫu', kind: 'park' as const, district: null, status: 'operating' as const, verified: true }
  await saveZone(db, admin, null, zone)
  await expect(saveZone(db, admin, null, zone)).rejects.toMatchObject({ fields: { name: {} } })
  const changes = (await db.select().from(adminEvents).orderBy(adminEvents.id)).slice(-7).map(({ subject, change }) => `${subject}.${change}`)
  expect(changes).toEqual(['group.add', 'group.change', 'topic.add', 'topic.saveRoute', 'topic.saveRoute', 'topic.saveRoute', 'zone.add'])
})
