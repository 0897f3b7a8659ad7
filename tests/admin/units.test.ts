import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { addSuccessor } from '#app/admin/add-successor.server.ts'
import { addUnit } from '#app/admin/add-unit.server.ts'
import { changeUnit } from '#app/admin/change-unit.server.ts'
import { endUnit } from '#app/admin/end-unit.server.ts'
import { newUnitForm } from '#app/admin/unit-form.ts'
import { listUnits, unitWithTies } from '#db/queries/admin-units.ts'
import { adminEvents } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'

const { db, sql } = await testDatabase()
beforeAll(() => seedReference(db))

const unit = { nameVi: 'Sở Thử nghiệm', nameEn: 'Test Department', kind: 'so' as const, parent: null, validFrom: '2025-03-01', validTo: null, note: null, verified: false }
const logOf = async (id: string) => (await db.select().from(adminEvents).where(eq(adminEvents.subjectId, id)).orderBy(adminEvents.id)).map(({ change, before, after }) => ({ change, before, after }))

test('a unit is added, renamed, ended and succeeded, and the log keeps every step', async () => {
  const admin = await aPerson(db, 'admin')
  await addUnit(db, admin, { code: 'STN', ...unit })
  await changeUnit(db, admin, 'STN', { ...unit, nameVi: 'Sở Thử nghiệm mới', verified: true })
  await endUnit(db, admin, 'STN', { lastDay: '2025-06-30', successor: 'SXD' })
  expect(await unitWithTies(db, 'STN')).toMatchObject({ unit: { validTo: '2025-06-30' }, successors: [{ code: 'SXD' }], openIssues: 0 })
  const log = await logOf('STN')
  expect(log.map((one) => one.change)).toEqual(['add', 'change', 'end', 'addSuccessor'])
  expect(log[1]).toMatchObject({ before: { nameVi: 'Sở Thử nghiệm', verified: false }, after: { nameVi: 'Sở Thử nghiệm mới', verified: true } })
  await expect(sql`update admin_events set change = 'x'`).rejects.toThrow(/append-only/)
})

test('what cannot be is refused at its field, and leaves no line in the log', async () => {
  const admin = await aPerson(db, 'admin')
  await expect(addUnit(db, admin, { code: 'SXD', ...unit })).rejects.toMatchObject({ fields: { code: { key: 'admin:invalid.unitCodeTaken' } } })
  await expect(addUnit(db, admin, { code: 'STN2', ...unit, parent: 'NONE' })).rejects.toMatchObject({ fields: { parent: {} } })
  await expect(addSuccessor(db, admin, 'SXD', 'SXD')).rejects.toMatchObject({ fields: { successor: { key: 'admin:invalid.successorItself' } } })
  await expect(changeUnit(db, admin, 'NONE', unit)).rejects.toMatchObject({ status: 404 })
  expect(await logOf('STN2')).toEqual([])
})

test('a unit does not succeed itself by way of another', async () => {
  const admin = await aPerson(db, 'admin')
  for (const code of ['VONGA', 'VONGB', 'VONGC']) await addUnit(db, admin, { code, ...unit })
  await addSuccessor(db, admin, 'VONGA', 'VONGB')
  await addSuccessor(db, admin, 'VONGB', 'VONGC')
  await expect(addSuccessor(db, admin, 'VONGC', 'VONGA')).rejects.toMatchObject({ status: 422 })
})

test.each([
  ['một mã có dấu', { code: 'SỞ1' }, 'code'],
  ['no name', { nameVi: '  ' }, 'nameVi'],
  ['a day that does not exist', { validFrom: '2025-02-30' }, 'validFrom'],
  ['an end before the beginning', { validFrom: '2025-03-01', validTo: '2025-02-28' }, 'validTo'],
  ['a kind that is not on the list', { kind: 'x' }, 'kind'],
])('the form says at the field: %s', (_, change, field) => {
  const form = { code: 'STN9', nameVi: 'Sở', nameEn: 'Dept', kind: 'so', validFrom: '', validTo: '', ...change }
  expect(newUnitForm.safeParse(form).error?.issues[0]?.path).toEqual([field])
})

test('units are found without accents and by code', async () => {
  expect((await listUnits(db, 'xay dung', 'all')).map((row) => row.code)).toContain('SXD')
  expect((await listUnits(db, 'sxd', 'all')).map((row) => row.code)).toContain('SXD')
  expect(await listUnits(db, '%', 'all')).toEqual([])
  expect((await listUnits(db, '', 'ended')).every((row) => row.validTo !== null)).toBe(true)
})
