import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { actorOfCookie } from '#app/access/lucia.server.ts'
import { addRole } from '#app/admin/add-role.server.ts'
import { changeRole } from '#app/admin/change-role.server.ts'
import { endRole } from '#app/admin/end-role.server.ts'
import { roleForm } from '#app/admin/person-form.ts'
import { capacitiesOf } from '#db/queries/capacities.ts'
import { adminEvents, memberships } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { cookieOf, pageOf } from '#tests/support/signed-in.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let admin: Actor
beforeAll(async () => {
  await seedReference(db)
  admin = await aPerson(db, 'admin')
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

const role = (more: Record<string, unknown>) => roleForm.parse({ intent: 'role', ...more })
const rolesOf = (personId: number) => db.select().from(memberships).where(eq(memberships.personId, personId)).orderBy(asc(memberships.id))

test('a person with two roles chooses in which to act, and four eyes remain two people', async () => {
  const { coordinator, officer } = await aHouse(db, 'SXD')
  await addRole(db, admin, officer.personId, role({ role: 'head', unit: 'SXD' }))
  const [, asHead] = await capacitiesOf(db, officer.personId)
  expect(asHead).toMatchObject({ role: 'head', unit: 'SXD', holder: null })
  const head = await actorOfCookie(db, await cookieOf(db, { ...officer, membershipId: asHead!.membershipId }))
  expect(head).toMatchObject({ personId: officer.personId, role: 'head' })
  const { id } = await anIssue(db)
  await walk(db, id, [[coordinator, routeTo('SXD')], [officer, samples.accept], [officer, samples.submitAnswer]])
  await expect(walk(db, id, [[head!, samples.approve]])).rejects.toMatchObject({ status: 409 })
})

test('the same role is not given twice, the first is changed and not ended, an ended one is out at once', async () => {
  const officer = await aPerson(db, 'officer', { unit: 'SXD' })
  await addRole(db, admin, officer.personId, role({ role: 'head', unit: 'STC' }))
  await expect(addRole(db, admin, officer.personId, role({ role: 'head', unit: 'STC' }))).rejects.toMatchObject({ fields: { '': { key: 'admin:invalid.roleHeld' } } })
  const [first, second] = await rolesOf(officer.personId)
  await expect(endRole(db, admin, officer.personId, first!.id)).rejects.toMatchObject({ reason: { key: 'admin:refused.firstRole' } })
  await expect(endRole(db, admin, admin.personId, second!.id)).rejects.toMatchObject({ status: 404 })
  const cookie = await cookieOf(db, { ...officer, membershipId: second!.id })
  expect(await actorOfCookie(db, cookie)).toMatchObject({ role: 'head' })
  await endRole(db, admin, officer.personId, second!.id)
  expect(await actorOfCookie(db, cookie)).toBeUndefined()
  expect((await capacitiesOf(db, officer.personId)).map((one) => one.role)).toEqual(['officer'])
  await addRole(db, admin, officer.personId, role({ role: 'head', unit: 'STC' }))
  const log = await db.select({ change: adminEvents.change }).from(adminEvents).where(eq(adminEvents.subjectId, String(officer.personId))).orderBy(asc(adminEvents.id))
  expect(log.map(({ change }) => change)).toEqual(['addRole', 'endRole', 'addRole'])
})

test('who administers only by a role that ended keeps nobody from being the last administrator', async () => {
  const second = await aPerson(db, 'auditor')
  await addRole(db, admin, second.personId, role({ role: 'admin' }))
  const [, asAdmin] = await rolesOf(second.personId)
  await endRole(db, admin, second.personId, asAdmin!.id)
  await expect(changeRole(db, admin, admin.personId, role({ role: 'auditor' }))).rejects.toMatchObject({ reason: { key: 'admin:refused.lastAdmin' } })
})

test('the administrator adds a role and ends it on the person’s page, and the person finds it in their menu', { timeout: 60_000 }, async () => {
  const officer = await aPerson(db, 'officer', { unit: 'SXD' })
  const page = await pageOf(db, app.origin, admin)
  await page.goto(`/admin/people/${officer.personId}?role=head`)
  await page.locator('#role-form-unit').selectOption('SXD')
  await page.getByRole('button', { name: 'Thêm thành vai trò khác' }).click()
  await page.getByRole('heading', { name: 'Các vai trò khác' }).waitFor()
  await expectAccessible(page)
  await screenshots(page, 'admin-further-roles')
  const theirs = await pageOf(db, app.origin, officer)
  await theirs.goto('/account/absence')
  await theirs.getByRole('button', { name: /Chuyển sang: .*Lãnh đạo đơn vị/i }).click()
  await theirs.waitForURL(/done=capacity/)
  await page.getByRole('button', { name: /Kết thúc vai trò/ }).click()
  await page.getByText(/kết thúc ngày/).waitFor()
  await theirs.goto('/work')
  await theirs.waitForURL(/sign-in/)
  expect(troublesOf(page)).toEqual([])
})
