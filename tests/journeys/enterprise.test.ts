import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { hashPassword } from '#app/access/password.server.ts'
import { credentials, issueEvents, issues } from '#db/schema/index.ts'
import { expectAccessible, newPage, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { pageOf } from '#tests/support/signed-in.ts'

const { app, db } = await openHouse()

/** Three sizes and axe on every page take their time. */
const withPictures = 120_000
const phone = { viewport: { width: 360, height: 740 } }
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const issueOf = async (id: number) => (await db.select().from(issues).where(eq(issues.id, id)))[0]!
const lastEvent = async (id: number) => (await db.select().from(issueEvents).where(eq(issueEvents.issueId, id))).at(-1)!

async function look(page: Page, name: string) {
  await page.waitForLoadState('networkidle')
  await expectAccessible(page)
  await screenshots(page, name)
  await page.setViewportSize(phone.viewport)
}

const accept = { type: 'accept', note: undefined } as const
const ask = { type: 'askEnterprise', question: 'Hồ sơ nộp số mấy, ngày nào?' } as const
const draft = { type: 'submitAnswer', text: 'Sở đã cấp giấy chứng nhận cho Công ty.', note: undefined } as const
const approve = { type: 'approve', letterNumber: '123/STNMT-QLĐĐ', letterDate: '2024-04-12', note: undefined } as const

async function anAnsweredIssue() {
  const house = await aHouse(db)
  const { id, code } = await anIssue(db, { enterpriseId: house.enterpriseId })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, accept], [house.officer, draft], [house.head, approve]])
  return { ...house, id, code }
}

async function anAskedIssue() {
  const house = await aHouse(db)
  const { id, code } = await anIssue(db, { enterpriseId: house.enterpriseId })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, accept], [house.officer, ask]])
  return { ...house, id, code }
}

async function signIn(page: Page, { email, personId }: Actor) {
  await db.insert(credentials).values({ personId, passwordHash: await hashPassword('mật khẩu dài') })
  await page.goto('/sign-in')
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByLabel('Mật khẩu').fill('mật khẩu dài')
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL(/\/(issues|work)?$/)
}

test('an enterprise signs in, sees only its own issues, and another’s does not exist', async () => {
  const { enterprise, enterpriseId } = await aHouse(db)
  const own = await anIssue(db, { enterpriseId, text: 'Việc của chúng tôi.' })
  const other = await anIssue(db, { text: 'Việc của người khác.' })
  const page = await newPage({ baseURL: app.origin, ...phone })
  await signIn(page, enterprise)
  await page.goto('/issues')
  await page.getByText(own.code).first().waitFor()
  expect(await page.locator('main').innerText()).not.toContain(other.code)
  expect((await page.goto(`/issues/${own.code}`))?.status()).toBe(200)
  for (const path of ['', '/filed', '/reply', '/verdict']) {
    expect((await page.goto(`/issues/${other.code}${path}`))?.status()).toBe(404)
  }
})

test('it supplies what was asked, and is told until when', async () => {
  const { enterprise, id, code } = await anAskedIssue()
  const page = await pageOf(db, app.origin, enterprise, phone)
  await page.goto(`/issues/${code}`)
  await page.getByRole('paragraph').filter({ hasText: 'Hồ sơ nộp số mấy, ngày nào?' }).waitFor()
  await page.getByRole('link', { name: 'Bổ sung thông tin' }).click()
  await heading(page, `Bổ sung thông tin cho ${code}`)
  await page.getByText('Hồ sơ nộp số mấy, ngày nào?').waitFor()
  await page.getByText(/Trả lời trước 17:00 ngày \d\d\/\d\d\/\d{4}/).waitFor()
  await look(page, 'reply')
  await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
  await page.getByRole('alert').getByText('Vui lòng nhập').waitFor()
  await page.getByLabel('Thông tin bổ sung').fill('Hồ sơ số 5 ngày 02/03/2024.')
  await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
  await page.waitForURL(`**/issues/${code}?done=supply`)
  expect(await issueOf(id)).toMatchObject({ state: 'inProgress' })
  expect((await lastEvent(id)).payload).toMatchObject({ text: 'Hồ sơ số 5 ngày 02/03/2024.' })
  expect(troublesOf(page)).toEqual([])
}, withPictures)

test('what was typed stays when the unit went on meanwhile', async () => {
  const { enterprise, officer, id, code } = await anAskedIssue()
  const page = await pageOf(db, app.origin, enterprise, { ...phone, javaScriptEnabled: false })
  await page.goto(`/issues/${code}/reply`)
  await page.getByLabel('Thông tin bổ sung').fill('Hồ sơ số 5.')
  await walk(db, id, [[officer, { type: 'resume', note: undefined }]])
  await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
  await page.getByText('hiện không chờ bổ sung nữa').waitFor()
  await page.getByText('Hồ sơ số 5.').first().waitFor()
  expect(await issueOf(id)).toMatchObject({ state: 'inProgress' })
})

test('it says solved and satisfied, after reading where that leads', async () => {
  const { enterprise, id, code } = await anAnsweredIssue()
  const page = await pageOf(db, app.origin, enterprise, phone)
  await page.goto(`/issues/${code}/verdict`)
  await page.getByText('Sở đã cấp giấy chứng nhận cho Công ty.').waitFor()
  await page.getByText(/đề nghị xem lại đến 17:00 ngày \d\d\/\d\d\/\d{4}/).waitFor()
  await look(page, 'verdict')
  await page.getByRole('link', { name: 'Đã giải quyết xong' }).click()
  await page.getByRole('heading', { name: 'Doanh nghiệp có hài lòng không?' }).waitFor()
  await look(page, 'verdict-solved')
  await page.getByRole('button', { name: 'Gửi xác nhận' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Hài lòng', { exact: true }).check()
  await page.getByRole('button', { name: 'Gửi xác nhận' }).click()
  await page.waitForURL(`**/issues/${code}?done=confirmSolved`)
  expect(await issueOf(id)).toMatchObject({ state: 'resolved', satisfied: true })
}, withPictures)

test.each([true, false])('it disputes with a reason and in own words, once (scripts: %s)', async (javaScriptEnabled) => {
  const { enterprise, officer, head, id, code } = await anAnsweredIssue()
  const page = await pageOf(db, app.origin, enterprise, { ...phone, javaScriptEnabled })
  await page.goto(`/issues/${code}`)
  await page.getByRole('link', { name: 'Chưa được giải quyết' }).click()
  await page.getByRole('heading', { name: 'Vì sao chưa được giải quyết?' }).waitFor()
  await page.getByText(/hạn mới dự kiến \d\d\/\d\d\/\d{4}/).waitFor()
  if (javaScriptEnabled) await look(page, 'verdict-not-solved')
  await page.getByLabel('Mới giải thích, chưa giải quyết').check()
  await page.getByRole('button', { name: 'Đề nghị xem lại' }).click()
  await page.getByRole('alert').getByText('Vui lòng nhập').waitFor()
  await expect.poll(() => page.getByLabel('Mới giải thích, chưa giải quyết').isChecked()).toBe(true)
  await page.getByLabel('Còn vướng mắc điều gì?').fill('Chưa có ngày trả kết quả.')
  await page.getByRole('button', { name: 'Đề nghị xem lại' }).click()
  await page.waitForURL(`**/issues/${code}?done=dispute`)
  expect(await issueOf(id)).toMatchObject({ state: 'inProgress', reopenings: 1 })
  expect((await lastEvent(id)).payload).toMatchObject({ reason: 'explainsOnly', note: 'Chưa có ngày trả kết quả.' })
  await walk(db, id, [[officer, draft], [head, approve]])
  await page.goto(`/issues/${code}/verdict`)
  await page.getByText('đã được xem lại một lần').waitFor()
  await expect.poll(() => page.getByRole('link', { name: 'Chưa được giải quyết' }).count()).toBe(0)
}, withPictures)
