import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { endAllSessions } from '#app/access/lucia.server.ts'
import { issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { newPage } from '#tests/support/browser.ts'
import { testDatabase } from '#tests/support/database.ts'
import { wholeHouse, issuesInEveryState } from '#tests/support/every-state.ts'
import { startApp } from '#tests/support/server.ts'
import { givePassword, password } from '#tests/support/sign-in.ts'
import { cookieOf, pageOf } from '#tests/support/signed-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let house: Awaited<ReturnType<typeof wholeHouse>>
let states: Awaited<ReturnType<typeof issuesInEveryState>>
const long = `Dòng thứ nhất, dài.\n${'Đề nghị được hướng dẫn cụ thể. '.repeat(60)}`.trim()

beforeAll(async () => {
  await seedReference(db)
  house = await wholeHouse(db)
  for (const person of [house.enterprise, house.officer]) await givePassword(db, person)
  app = await startApp({ databaseUrl: url })
})
beforeEach(async () => void (states = await issuesInEveryState(db, house)))
afterAll(() => app.close())

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a session that ends while a long text is written, %s', (_mode, javaScriptEnabled) => {
  test.each([
    ['officer', 'inProgress', '?move=submitAnswer', 'awaitingApproval'],
    ['enterprise', 'awaitingEnterprise', '/reply', 'inProgress'],
  ] as const)('loses nothing: %s of %s signs in in another tab and sends it again', async (who, state, form, after) => {
    const page = await pageOf(db, app.origin, house[who], { javaScriptEnabled })
    await page.goto(`/issues/${states[state].code}${form}`)
    if (javaScriptEnabled) await page.waitForLoadState('networkidle')
    await page.locator('textarea[name=text]').fill(long)
    await endAllSessions(db, house[who].personId)
    await page.locator('form:has(textarea[name=text]) button[type=submit]:not([name=intent])').first().click()

    await page.getByText('Phiên làm việc đã hết hạn').waitFor()
    expect(await page.locator('textarea[name=text]').inputValue()).toBe(long)
    const [tab] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: 'Đăng nhập trong thẻ mới' }).click()])
    await tab.locator('#sign-in-email').fill(house[who].email)
    await tab.locator('#sign-in-password').fill(password)
    await tab.locator('#sign-in button').click()
    await tab.waitForURL((address) => !address.pathname.includes('sign-in'))
    await page.getByRole('button', { name: 'Gửi lại' }).click()
    await page.waitForURL(`**/issues/${states[state].code}**`)
    await expect.poll(async () => (await db.select().from(issues).where(eq(issues.id, states[state].id)))[0]?.state).toBe(after)
  })
})

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(app.origin + path, { method: 'POST', redirect: 'manual', headers: { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html', ...headers }, body })
const gone = async () => {
  const cookie = await cookieOf(db, house.admin)
  await endAllSessions(db, house.admin.personId)
  return { Cookie: cookie }
}

test('passwords and files are not given back, other fields are', async () => {
  const form = new FormData()
  for (const [name, value] of [['text', long], ['password', 'rất-bí-mật'], ['version', '3']] as const) form.set(name, value)
  form.set('file', new Blob(['nội dung tệp']), 'a.csv')
  const response = await post('/conferences/1/import', form, await gone())
  const page = await response.text()
  expect(response.status).toBe(401)
  expect(page).toContain('Dòng thứ nhất, dài.')
  expect(page).toContain('name="version" value="3"')
  expect(page).toMatch(/enctype="multipart\/form-data"/i)
  expect(page).not.toMatch(/rất-bí-mật|nội dung tệp/)
})

test('what was sent cannot become a part of the page itself', async () => {
  const hostile = '"><script>alert(1)</script></textarea>'.repeat(3)
  const page = await (await post('/issues/new/text', new URLSearchParams({ text: hostile, [hostile]: 'x' }), await gone())).text()
  expect(page).not.toContain('<script>alert')
})

test('whoever never had a session is sent to sign in, unread', async () => {
  const response = await post('/issues/new/text', new URLSearchParams({ text: long }))
  expect([response.status, response.headers.get('Location')]).toEqual([302, '/sign-in?returnTo=%2Fissues%2Fnew%2Ftext'])
  const page = await newPage()
  expect((await page.goto(`${app.origin}/issues/new`))!.url()).toContain('/sign-in')
})
