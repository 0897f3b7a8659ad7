import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { actorOfToken, createToken } from '#app/access/api-actor.server.ts'
import { actorOfCookie, startSession } from '#app/access/lucia.server.ts'
import { signIn } from '#app/access/sign-in.server.ts'
import type { Actor } from '#app/access/actor.ts'
import { addPerson } from '#app/admin/add-person.server.ts'
import { changePerson } from '#app/admin/change-person.server.ts'
import { changeRole } from '#app/admin/change-role.server.ts'
import { disablePerson } from '#app/admin/disable-person.server.ts'
import { enablePerson } from '#app/admin/enable-person.server.ts'
import { newPersonForm, roleForm } from '#app/admin/person-form.ts'
import { resetPassword } from '#app/admin/reset-password.server.ts'
import { listPeople } from '#db/queries/admin-people.ts'
import { adminEvents, enterprises, memberships, people } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

const from = { address: '127.0.0.1', userAgent: null }
const input = (more: Record<string, unknown>) => newPersonForm.parse({ name: 'Trần Thị Ước', email: 'uoc@example.vn', locale: 'vi', role: 'officer', unit: 'SXD', ...more })
const role = (more: Record<string, unknown>) => roleForm.parse({ intent: 'role', ...more })
const sessionOf = async ({ personId, membershipId }: Actor) =>
  (await startSession(db, { personId, membershipId, address: null, userAgent: null })).split(';')[0] ?? null

test('a person who was added signs in with the password shown once, and the log holds no password', async () => {
  const admin = await aPerson(db, 'admin')
  const { id, password } = await addPerson(db, admin, input({}))
  expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
  expect(await signIn(db, { email: 'uoc@example.vn', password }, from)).toMatchObject({ ok: true })
  await expect(addPerson(db, admin, input({ name: 'Khác' }))).rejects.toMatchObject({ fields: { email: { key: 'admin:invalid.emailTaken' } } })
  const token = `Bearer ${await createToken(db, 'uoc@example.vn', 'test')}`
  const fresh = await resetPassword(db, admin, id)
  expect(await actorOfToken(db, token)).toBeUndefined()
  expect(await signIn(db, { email: 'uoc@example.vn', password }, from)).toMatchObject({ ok: false })
  expect(await signIn(db, { email: 'uoc@example.vn', password: fresh }, from)).toMatchObject({ ok: true })
  const log = JSON.stringify(await db.select().from(adminEvents).where(eq(adminEvents.subjectId, String(id))))
  expect(log).toContain('resetPassword')
  for (const secret of [password, fresh, 'argon2']) expect(log).not.toContain(secret)
})

test('an enterprise is found by its tax code, or entered when a name is given', async () => {
  const admin = await aPerson(db, 'admin')
  const person = { role: 'enterprise', unit: undefined, taxCode: '0100109106' }
  await expect(addPerson(db, admin, input({ ...person, email: 'a@dn.vn' }))).rejects.toMatchObject({ fields: { enterpriseName: {} } })
  await addPerson(db, admin, input({ ...person, email: 'a@dn.vn', enterpriseName: 'Công ty Mẫu' }))
  await addPerson(db, admin, input({ ...person, email: 'b@dn.vn' }))
  const [company] = await db.select().from(enterprises).where(eq(enterprises.taxCode, '0100109106'))
  expect(await db.select().from(memberships).where(eq(memberships.enterpriseId, company!.id))).toHaveLength(2)
})

test('whoever loses a role or is disabled is out at once, with sessions and tokens', async () => {
  const admin = await aPerson(db, 'admin')
  const officer = await aPerson(db, 'officer', { unit: 'SXD' })
  const cookie = await sessionOf(officer)
  const token = `Bearer ${await createToken(db, officer.email, 'test')}`
  expect(await actorOfCookie(db, cookie)).toMatchObject({ role: 'officer' })
  await changeRole(db, admin, officer.personId, role({ role: 'head', unit: 'STC' }))
  expect(await actorOfCookie(db, cookie)).toBeUndefined()
  expect(await actorOfToken(db, token)).toBeUndefined()
  const again = await sessionOf(officer)
  expect(await actorOfCookie(db, again)).toMatchObject({ role: 'head', unit: 'STC' })
  await disablePerson(db, admin, officer.personId)
  expect(await actorOfCookie(db, again)).toBeUndefined()
  await enablePerson(db, admin, officer.personId)
  expect(await actorOfCookie(db, await sessionOf(officer))).toMatchObject({ role: 'head' })
})

test('two people never share an e-mail, however it is written', async () => {
  const admin = await aPerson(db, 'admin')
  const one = await aPerson(db, 'auditor')
  const other = await aPerson(db, 'auditor')
  const changed = { name: 'X', email: one.email, locale: 'vi' as const }
  await expect(changePerson(db, admin, other.personId, changed)).rejects.toMatchObject({ fields: { email: {} } })
  expect(newPersonForm.parse({ name: 'X', email: ` ${one.email.toUpperCase()} `, locale: 'vi', role: 'auditor' }).email).toBe(one.email)
})

test('the last administrator can neither be disabled nor lose the role, and two cannot remove each other at once', async () => {
  await db.update(people).set({ disabledAt: new Date() })
  const [one, two] = [await aPerson(db, 'admin'), await aPerson(db, 'admin')]
  const both = await Promise.allSettled([disablePerson(db, one, two.personId), changeRole(db, two, one.personId, role({ role: 'auditor' }))])
  expect(both.map((done) => done.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find((done) => done.status === 'rejected')).toMatchObject({ reason: { status: 409, reason: { key: 'admin:refused.lastAdmin' } } })
})

test.each([
  ['an officer without a unit', { role: 'officer', unit: '' }, 'unit'],
  ['an enterprise without a tax code', { role: 'enterprise' }, 'taxCode'],
  ['a tax code that lost a digit', { role: 'enterprise', taxCode: '01001091' }, 'taxCode'],
  ['an association without a name', { role: 'association' }, 'association'],
  ['no e-mail address', { email: 'uoc@' }, 'email'],
  ['a role that does not exist', { role: 'root' }, 'role'],
])('the form says at the field: %s', (_, change, field) => {
  const form = { name: 'X', email: 'x@example.vn', locale: 'vi', role: 'auditor', ...change }
  expect(newPersonForm.safeParse(form).error?.issues[0]?.path).toEqual([field])
})

test('people stand by given name in Vietnamese order, page by page', async () => {
  await db.delete(people)
  for (const name of ['Nguyễn Văn Ân', 'Lê Thị Đào', 'Trần An', 'Phạm Dũng', 'Bùi Văn An', 'Đỗ Ánh', 'Một']) await aPerson(db, 'auditor', { name })
  const seen: string[] = []
  let cursor: number | null = null
  do {
    const page = await listPeople(db, { q: '' }, cursor, 3)
    seen.push(...page.items.map((row) => row.name))
    cursor = page.next === null ? null : Number(page.next)
  } while (cursor !== null)
  expect(seen).toEqual(['Bùi Văn An', 'Trần An', 'Đỗ Ánh', 'Nguyễn Văn Ân', 'Phạm Dũng', 'Lê Thị Đào', 'Một'])
  expect((await listPeople(db, { q: 'dao' }, null)).items.map((row) => row.name)).toEqual(['Lê Thị Đào'])
})
