import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { actorOfToken, createToken } from '#app/access/api-actor.server.ts'
import { passwordMatches } from '#app/access/password.server.ts'
import { adminEvents, apiTokens, credentials, people } from '#db/schema/index.ts'
import { expectAccessible, troublesOf } from '#tests/support/browser.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson } from '#tests/support/people.ts'
import { givePassword, password, signInAt } from '#tests/support/sign-in.ts'
import { cookieOf, pageOf } from '#tests/support/signed-in.ts'

const { app, db } = await openHouse()

const fresh = 'Một câu dễ nhớ'
const passwords = { intent: 'password', currentPassword: password, newPassword: fresh, newPasswordAgain: fresh }

async function signedIn() {
  const person = await aPerson(db, 'officer', { unit: 'SXD' })
  await givePassword(db, person)
  return { ...person, cookie: await cookieOf(db, person), phone: await cookieOf(db, person) }
}

async function send(cookie: string, fields: Record<string, string>) {
  const headers = { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html', Cookie: cookie }
  const response = await fetch(`${app.origin}/account`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) })
  return { status: response.status, to: response.headers.get('Location'), set: response.headers.get('Set-Cookie'), page: await response.text() }
}

const isIn = async (Cookie: string) => (await fetch(`${app.origin}/account`, { headers: { Cookie }, redirect: 'manual' })).status === 200
const storedOf = async (personId: number) => (await db.select().from(credentials).where(eq(credentials.personId, personId)))[0]!.passwordHash

test('a new password is the one that signs in; the other sessions end, this one stays, and it is on record', async () => {
  const { personId, email, cookie, phone } = await signedIn()
  expect(await send(cookie, { ...passwords, newPasswordAgain: fresh.normalize('NFD') })).toMatchObject({ status: 303, to: '/account?done=password' })
  expect([await isIn(cookie), await isIn(phone)]).toEqual([true, false])
  expect((await signInAt(app.origin, { email })).status).toBe(422)
  expect((await signInAt(app.origin, { email, password: fresh.normalize('NFD') })).status).toBe(303)
  expect(await db.select().from(adminEvents).where(eq(adminEvents.subjectId, String(personId)))).toMatchObject([{ change: 'changePassword', personId, before: null, after: null }])
})

test.each<[string, Partial<typeof passwords>, string, string]>([
  ['a wrong current one', { currentPassword: 'không phải mật khẩu' }, 'currentPassword', 'Mật khẩu hiện tại chưa đúng.'],
  ['one too short', { newPassword: 'ngắn quá', newPasswordAgain: 'ngắn quá' }, 'newPassword', 'Vui lòng nhập ít nhất 12 ký tự.'],
  ['the same again', { newPassword: password, newPasswordAgain: password }, 'newPassword', 'Mật khẩu mới phải khác'],
  ['two that differ', { newPasswordAgain: 'Một câu khác hẳn' }, 'newPasswordAgain', 'không giống nhau'],
])('%s is told at its field, and nothing is changed or sent back', async (_what, wrong, field, words) => {
  const { personId, cookie, phone } = await signedIn()
  const { status, page } = await send(cookie, { ...passwords, ...wrong })
  expect(status).toBe(422)
  expect(page.split(`id="password-${field}-error"`)[1]?.slice(0, 300)).toContain(words)
  for (const typed of Object.values({ ...passwords, ...wrong }).slice(1)) expect(page).not.toContain(typed)
  expect(await passwordMatches(await storedOf(personId), password)).toBe(true)
  expect(await isIn(phone)).toBe(true)
})

test('guesses at the current password are limited together with those at signing in', async () => {
  const { email, cookie } = await signedIn()
  for (let guess = 0; guess < 9; guess += 1) expect((await send(cookie, { ...passwords, currentPassword: `sai ${guess}` })).status).toBe(422)
  expect((await signInAt(app.origin, { email, password: 'cũng sai' })).status).toBe(422)
  const { status, page } = await send(cookie, passwords)
  expect(status).toBe(429)
  expect(page).toContain('quá nhiều lần')
})

test('the others of one’s own sessions are ended, and nobody else’s', async () => {
  const [one, other] = [await signedIn(), await signedIn()]
  expect(await send(one.cookie, { intent: 'sessions' })).toMatchObject({ status: 303 })
  expect([await isIn(one.cookie), await isIn(one.phone), await isIn(other.cookie), await isIn(other.phone)]).toEqual([true, false, true, true])
})

const tokenOf = async (email: string, name: string) => `Bearer ${await createToken(db, email, name)}`
const pageFor = async (Cookie: string) => (await fetch(`${app.origin}/account`, { headers: { Cookie } })).text()

test('a new password revokes the person’s API tokens, and nobody else’s', async () => {
  const [one, other] = [await signedIn(), await signedIn()]
  const [mine, theirs] = [await tokenOf(one.email, 'của tôi'), await tokenOf(other.email, 'của người khác')]
  expect(await actorOfToken(db, mine)).toMatchObject({ email: one.email })
  expect(await send(one.cookie, passwords)).toMatchObject({ status: 303 })
  expect(await actorOfToken(db, mine)).toBeUndefined()
  expect(await actorOfToken(db, theirs)).toMatchObject({ email: other.email })
})

test('a person sees their API tokens with their last use, and revokes one of them but none of another’s', async () => {
  const [one, other] = [await signedIn(), await signedIn()]
  expect(await pageFor(one.cookie)).not.toContain('Mã truy cập API')
  const [kept, leaked] = [await tokenOf(one.email, 'kế toán'), await tokenOf(one.email, 'bị lộ')]
  expect((await pageFor(one.cookie)).match(/chưa dùng/g)).toHaveLength(2)
  await actorOfToken(db, leaked)
  const page = await pageFor(one.cookie)
  expect(page.match(/chưa dùng/g)).toHaveLength(1)
  const rows = await db.select().from(apiTokens).where(eq(apiTokens.personId, one.personId))
  const token = String(rows.find(({ name }) => name === 'bị lộ')!.id)
  expect((await send(other.cookie, { intent: 'revokeToken', token })).status).toBe(404)
  expect((await send(one.cookie, { intent: 'revokeToken', token: 'x' })).status).toBe(422)
  expect(await send(one.cookie, { intent: 'revokeToken', token })).toMatchObject({ status: 303, to: '/account?done=token' })
  expect(await actorOfToken(db, leaked)).toBeUndefined()
  expect(await actorOfToken(db, kept)).toMatchObject({ email: one.email })
  expect(await pageFor(one.cookie)).not.toContain('bị lộ')
})

test('a use of a token is written down at most every quarter of an hour', async () => {
  const { email, personId } = await signedIn()
  const token = await tokenOf(email, 'máy')
  const usedAt = async () => (await db.select().from(apiTokens).where(eq(apiTokens.personId, personId)))[0]!.lastUsedAt
  await actorOfToken(db, token)
  const first = await usedAt()
  await actorOfToken(db, token)
  expect(await usedAt()).toEqual(first)
  const longAgo = new Date(Date.now() - 16 * 60_000)
  await db.update(apiTokens).set({ lastUsedAt: longAgo }).where(eq(apiTokens.personId, personId))
  await actorOfToken(db, token)
  expect((await usedAt())!.getTime()).toBeGreaterThan(longAgo.getTime())
})

test('a demo account, which many share, keeps its password and its sessions, and the page says why', async () => {
  const { personId, cookie, phone } = await signedIn()
  await db.update(people).set({ demo: true }).where(eq(people.id, personId))
  process.env.DEMO = '1'
  try {
    const page = await (await fetch(`${app.origin}/account`, { headers: { Cookie: cookie, 'Accept-Language': 'vi' } })).text()
    expect(page).toContain('tài khoản dùng thử')
    expect(page).not.toContain('name="newPassword"')
    expect(page).not.toContain('value="sessions"')
    for (const sent of [passwords, { intent: 'sessions' }]) {
      const refused = await send(cookie, sent)
      expect(refused.status).toBe(409)
      expect(refused.page).toContain('tài khoản dùng thử')
    }
    expect(await passwordMatches(await storedOf(personId), password)).toBe(true)
    expect(await isIn(phone)).toBe(true)
    expect((await send(cookie, { intent: 'language', locale: 'vi' })).status).toBe(303)
  } finally {
    process.env.DEMO = ''
  }
})

test('the language is kept with the person and shown at once', async () => {
  const { personId, cookie } = await signedIn()
  const { set } = await send(cookie, { intent: 'language', locale: 'en' })
  expect(set).toContain('lang=en')
  expect((await db.select().from(people).where(eq(people.id, personId)))[0]?.locale).toBe('en')
  expect((await send(cookie, { intent: 'language', locale: 'fr' })).status).toBe(422)
})

test('a person finds the page in their menu and changes the password there', { timeout: 60_000 }, async () => {
  const person = await aPerson(db, 'enterprise')
  await givePassword(db, person)
  await cookieOf(db, person)
  const page = await pageOf(db, app.origin, person)
  await page.goto('/notices')
  await page.getByText(person.name).first().click()
  await page.getByRole('link', { name: 'Tài khoản của tôi' }).click()
  await page.getByText('Phiên này').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Mật khẩu hiện tại').fill(password)
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('ngắn')
  await page.getByLabel('Nhập lại mật khẩu mới').fill(fresh)
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await page.locator('#password-newPassword-error').waitFor()
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(fresh)
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await page.getByText('Đã đổi mật khẩu.').waitFor()
  expect(await page.getByLabel('Mật khẩu hiện tại').inputValue()).toBe('')
  await page.getByLabel('English').check()
  await page.getByRole('button', { name: 'Lưu ngôn ngữ' }).click()
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor()
  await expectAccessible(page)
  expect(troublesOf(page)).toEqual([])
})
