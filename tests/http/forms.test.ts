import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '#app/access/password.server.ts'
import { credentials, people } from '#db/schema/index.ts'
import { eq } from 'drizzle-orm'
import { expectAccessible, newPage, troublesOf } from '#tests/support/browser.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'

const { db, url } = await testDatabase()
const password = 'Mật khẩu đủ dài 1'
let app: Awaited<ReturnType<typeof startApp>>
let email = ''

beforeAll(async () => {
  const auditor = await aPerson(db, 'auditor', { name: 'Đỗ Thị Ước' })
  email = auditor.email
  await db.insert(credentials).values({ personId: auditor.personId, passwordHash: await hashPassword(password) })
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

async function signInPage(javaScriptEnabled: boolean) {
  const page = await newPage({ javaScriptEnabled })
  await page.goto(`${app.origin}/sign-in`)
  if (javaScriptEnabled) await page.waitForLoadState('networkidle')
  return page
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a form %s', (_mode, scripts) => {
  test('names each mistake above and at its field, and keeps what was typed', async () => {
    const page = await signInPage(scripts)
    await page.locator('#sign-in-email').fill('ước@congty.vn')
    await page.locator('#sign-in button').click()
    const summary = page.locator('#sign-in-summary')
    await summary.getByRole('link', { name: 'Mật khẩu: Vui lòng nhập nội dung này.' }).click()
    expect(page.url()).toContain('#sign-in-password')
    const field = page.locator('#sign-in-password')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const described = await field.getAttribute('aria-describedby')
    expect(await page.locator(`#${described}`).innerText()).toContain('Vui lòng nhập nội dung này.')
    expect(await page.locator('#sign-in-email').inputValue()).toBe('ước@congty.vn')
  })

  test('that only the server can refuse comes back with its reason', async () => {
    const page = await signInPage(scripts)
    await page.locator('#sign-in-email').fill(email)
    await page.locator('#sign-in-password').fill('sai')
    await page.locator('#sign-in button').click()
    await page.locator('#sign-in-summary').waitFor()
    expect(await page.locator('#sign-in-email').inputValue()).toBe(email)
    expect(await page.content()).not.toContain('"sai"')
  })

  test('that passes leads on', async () => {
    const page = await signInPage(scripts)
    await page.locator('#sign-in-email').fill(email)
    await page.locator('#sign-in-password').fill(password)
    await page.locator('#sign-in button').click()
    await page.locator('header').getByText('Đỗ Thị Ước').first().waitFor({ state: 'attached' })
    expect(page.url()).not.toContain('sign-in')
  })
})

test('a page starts its scripts without a complaint of the browser and is accessible', async () => {
  const page = await signInPage(true)
  await page.locator('#sign-in button').click()
  await page.locator('#sign-in-summary').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('sign-in-summary')
  await expectAccessible(page)
  expect(troublesOf(page)).toEqual([])
})

test('whoever works in English has an English page after signing in', async () => {
  await db.update(people).set({ locale: 'en' }).where(eq(people.email, email))
  const page = await signInPage(true)
  await page.locator('#sign-in-email').fill(email)
  await page.locator('#sign-in-password').fill(password)
  await page.locator('#sign-in button').click()
  await page.getByRole('link', { name: 'Skip to the main content' }).waitFor({ state: 'attached' })
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
})
