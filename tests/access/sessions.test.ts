import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { changeRole } from '#app/admin/change-role.server.ts'
import { disablePerson } from '#app/admin/disable-person.server.ts'
import { roleForm } from '#app/admin/person-form.ts'
import { resetPassword } from '#app/admin/reset-password.server.ts'
import { memberships, people, sessions } from '#db/schema/index.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson } from '#tests/support/people.ts'
import { givePassword, signInAt } from '#tests/support/sign-in.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const { app, db } = await openHouse()

const hashed = (cookie: string) => createHash('sha256').update(cookie.split('=')[1]!).digest('hex')
const get = (Cookie: string, path = '/notices') => fetch(app.origin + path, { headers: { Cookie, Accept: 'text/html' }, redirect: 'manual' })
const isIn = async (cookie: string) => (await get(cookie)).status === 200
const rowOf = async (cookie: string) => (await db.select().from(sessions).where(eq(sessions.id, hashed(cookie))))[0]

async function signedIn(role: Actor['role'] = 'officer') {
  const person = await aPerson(db, role, { unit: 'SXD' })
  return { ...person, cookie: await cookieOf(db, person) }
}

describe('the cookie', () => {
  test('holds a token that no table holds, out of reach of scripts and of other sites', async () => {
    const person = await aPerson(db, 'auditor')
    await givePassword(db, person)
    const setCookie = (await signInAt(app.origin, { email: person.email })).headers.get('Set-Cookie')!
    const [pair = '', ...attributes] = setCookie.split('; ')
    expect(attributes.sort()).toEqual(['HttpOnly', expect.stringMatching(/^Max-Age=/), 'Path=/', 'SameSite=Lax'])
    const token = pair.slice('session='.length)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(await rowOf(pair)).toMatchObject({ userId: person.personId })
    const [{ found }] = (await db.execute(sql`select exists (select 1 from sessions s where s::text like ${`%${token}%`}) as found`)) as unknown as [{ found: boolean }]
    expect(found).toBe(false)
  })

  test.each(['', 'x', 'a'.repeat(5_000), '%00', "' or 1=1 --", '../..'])('that says %j is nobody’s', async (token) => {
    const response = await get(`session=${token}`)
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/sign-in?returnTo=%2Fnotices'])
  })

  test('of another person is not made from the id of their row', async () => {
    const { cookie } = await signedIn()
    expect(await isIn(`session=${hashed(cookie)}`)).toBe(false)
  })
})

describe('a session', () => {
  const expire = (cookie: string, seconds: number) =>
    db.update(sessions).set({ expiresAt: new Date(Date.now() + seconds * 1000) }).where(eq(sessions.id, hashed(cookie)))
  const begun = (cookie: string, hoursAgo: number) =>
    db.update(sessions).set({ createdAt: new Date(Date.now() - hoursAgo * 3_600_000) }).where(eq(sessions.id, hashed(cookie)))

  test('lasts two hours from the last use', async () => {
    const { cookie } = await signedIn()
    await expire(cookie, 30)
    expect(await isIn(cookie)).toBe(true)
    const left = (await rowOf(cookie))!.expiresAt.getTime() - Date.now()
    expect(left / 3_600_000).toBeCloseTo(2, 1)
    await expire(cookie, -1)
    expect(await isIn(cookie)).toBe(false)
    expect(await rowOf(cookie)).toBeUndefined()
  })

  test('in use is not written down with every page', async () => {
    const { cookie } = await signedIn()
    const before = await rowOf(cookie)
    await get(cookie)
    expect(await rowOf(cookie)).toEqual(before)
  })

  test('ends after twelve hours, however busy', async () => {
    const { cookie } = await signedIn()
    await begun(cookie, 11.9)
    expect(await isIn(cookie)).toBe(true)
    await begun(cookie, 12)
    expect(await isIn(cookie)).toBe(false)
    expect(await rowOf(cookie)).toBeUndefined()
  })

  test.each<[string, (id: number) => Promise<unknown>]>([
    ['is disabled', async (id) => disablePerson(db, await aPerson(db, 'admin'), id)],
    ['gets another role', async (id) => changeRole(db, await aPerson(db, 'admin'), id, roleForm.parse({ intent: 'role', role: 'head', unit: 'STC' }))],
    ['gets a new password', async (id) => resetPassword(db, await aPerson(db, 'admin'), id)],
    ['is disabled by hand in the table', (id) => db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, id))],
    ['holds the role no longer', (id) => db.update(memberships).set({ validTo: '2024-01-01' }).where(eq(memberships.personId, id))],
  ])('ends at once when the person %s', async (_what, change) => {
    const { personId, cookie } = await signedIn()
    expect(await isIn(cookie)).toBe(true)
    await change(personId)
    expect(await isIn(cookie)).toBe(false)
    const data = await get(cookie, '/notices.data')
    expect(await data.text()).not.toContain('items')
  })

  test('ends in the database when the person signs out, and on that device only', async () => {
    const person = await signedIn()
    const phone = await cookieOf(db, person)
    const response = await fetch(`${app.origin}/sign-out`, {
      method: 'POST', redirect: 'manual', headers: { Cookie: person.cookie, 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(response.headers.get('Set-Cookie')).toMatch(/^session=; .*Max-Age=0/)
    expect(await rowOf(person.cookie)).toBeUndefined()
    expect([await isIn(person.cookie), await isIn(phone)]).toEqual([false, true])
  })

  test('cannot be ended by a link from elsewhere', async () => {
    const { cookie } = await signedIn()
    await get(cookie, '/sign-out')
    await fetch(`${app.origin}/sign-out`, { method: 'POST', redirect: 'manual', headers: { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' } })
    expect(await isIn(cookie)).toBe(true)
  })
})
