import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createVerdictLink } from '#app/verdicts/create-verdict-link.server.ts'
import { commitments, issues, rateLimits, verdicts } from '#db/schema/index.ts'
import { expectAccessible, newPage, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { pageOf } from '#tests/support/signed-in.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

const { app, db } = await openHouse()

const withPictures = 120_000
const phone = { viewport: { width: 360, height: 740 } }
const today = new Date()
/** A day so many days from now, as people type it and as it is stored. */
const inDays = (days: number) => {
  const iso = new Date(today.getTime() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
  return { iso, typed: iso.split('-').reverse().join('/') }
}

async function answered() {
  const house = await aHouse(db)
  const { id, code } = await anIssue(db, { enterpriseId: house.enterpriseId })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, samples.accept], [house.officer, samples.submitAnswer], [house.head, samples.approve]])
  return { ...house, id, code }
}

async function look(page: Page, name: string) {
  await expectAccessible(page)
  await screenshots(page, name, [360, 1280])
  await page.setViewportSize(phone.viewport)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  // a form that was sent back with its mistakes
  expect(troublesOf(page).filter((one) => !one.includes('422'))).toEqual([])
}

const send = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click()

test('a promise is made, moved with leave, kept, and every date of it can be read', { timeout: withPictures }, async () => {
  const of = await answered()
  const officer = await pageOf(db, app.origin, of.officer, phone)
  await officer.goto(`/issues/${of.code}?move=commit`)
  await officer.getByLabel('Nội dung cam kết').fill('Cấp giấy chứng nhận cho Công ty.')
  await officer.getByLabel('Người phụ trách').fill(of.officer.name)
  await officer.getByLabel('Hạn hoàn thành').fill(inDays(-1).typed)
  await look(officer, 'commit')
  await send(officer, 'Ghi nhận cam kết')
  await officer.getByText('Hạn phải từ hôm nay trở đi.').first().waitFor()
  await officer.getByLabel('Hạn hoàn thành').fill(inDays(10).typed)
  await send(officer, 'Ghi nhận cam kết')
  await officer.getByText('Đã ghi nhận cam kết').first().waitFor()
  await officer.goto(`/issues/${of.code}?move=slip`)
  await officer.getByLabel('Hạn mới đề nghị').fill(inDays(40).typed)
  await officer.getByLabel('Lý do lùi hạn').fill('Chờ kết quả đo đạc.')
  await send(officer, 'Đề nghị lùi hạn cam kết')
  await officer.getByText('Đã đề nghị lùi hạn cam kết').first().waitFor()
  const head = await pageOf(db, app.origin, of.head, phone)
  await head.goto('/work?queue=slips')
  await head.getByRole('link', { name: of.code }).click()
  await head.getByRole('link', { name: 'Đồng ý lùi hạn cam kết', exact: true }).click()
  expect(await head.getByLabel('Hạn mới').inputValue()).toBe(inDays(40).typed)
  await send(head, 'Đồng ý lùi hạn cam kết')
  await head.getByText('Đã lùi hạn cam kết').first().waitFor()
  await officer.goto(`/issues/${of.code}`)
  await officer.locator('#commitments').getByText(`${inDays(10).typed} → ${inDays(40).typed}`).waitFor()
  await look(officer, 'issue-with-slips')
  await officer.goto(`/issues/${of.code}?move=fulfil`)
  await officer.getByLabel('Kết quả, minh chứng').fill('Giấy chứng nhận số 12.')
  await officer.getByLabel('Địa chỉ trang có văn bản').fill('hanoi.gov.vn/12')
  await send(officer, 'Báo đã thực hiện')
  await officer.getByText('Địa chỉ phải bắt đầu bằng https://').first().waitFor()
  await officer.getByLabel('Địa chỉ trang có văn bản').fill('https://hanoi.gov.vn/12')
  await send(officer, 'Báo đã thực hiện')
  await officer.getByRole('link', { name: 'https://hanoi.gov.vn/12' }).waitFor()
  const [row] = await db.select().from(commitments).where(eq(commitments.issueId, of.id))
  expect(row).toMatchObject({ state: 'done', firstDueOn: inDays(10).iso, dueOn: inDays(40).iso, responsibleId: of.officer.personId })
})

test('the calendar shows overdue before the month, works without scripts, and gives a file', { timeout: withPictures }, async () => {
  const of = await answered()
  const commit = (dueOn: string, text: string) => ({ ...samples.commit, dueOn, text })
  await walk(db, of.id, [[of.officer, commit(inDays(0).iso, 'Họp với doanh nghiệp về đường gom và hệ thống thoát nước của cụm công nghiệp')], [of.officer, commit(inDays(1).iso, 'Bàn giao mốc')]])
  await db.update(commitments).set({ dueOn: inDays(-3).iso, firstDueOn: inDays(-9).iso }).where(eq(commitments.text, 'Bàn giao mốc'))
  const page = await pageOf(db, app.origin, of.officer, { ...phone, javaScriptEnabled: false })
  await page.goto('/commitments')
  expect(await page.locator('main').innerText()).toMatch(/Quá hạn \(1\)[^]*Bàn giao mốc[^]*Họp với doanh nghiệp/)
  await page.getByLabel('Trạng thái').selectOption('overdue')
  await page.getByRole('button', { name: 'Lọc', exact: true }).click()
  expect(await page.locator('main').innerText()).not.toContain('Họp với doanh nghiệp')
  const scripted = await pageOf(db, app.origin, of.officer, phone)
  await scripted.goto('/commitments')
  await look(scripted, 'commitments')
  const file = await scripted.request.get('/commitments.ics')
  expect([file.status(), file.headers()['content-type'], (await file.text()).match(/BEGIN:VEVENT/g)?.length]).toEqual([200, 'text/calendar; charset=utf-8', 3])
  const filer = await pageOf(db, app.origin, of.enterprise)
  expect([(await filer.request.get('/commitments')).status(), (await filer.request.get('/commitments.ics')).status()]).toEqual([403, 403])
})

test('a private address of the calendar is shown once, opens without a session, and is revoked', { timeout: withPictures }, async () => {
  const of = await answered()
  await walk(db, of.id, [[of.officer, { ...samples.commit, dueOn: inDays(5).iso }]])
  const page = await pageOf(db, app.origin, of.officer, phone)
  await page.goto('/account')
  await send(page, 'Tạo địa chỉ lịch')
  const address = (await page.locator('#calendar code').innerText()).trim()
  await look(page, 'account-calendar')
  const open = await fetch(address)
  expect([open.status, (await open.text()).includes(of.code)]).toEqual([200, true])
  expect(new URL(address).searchParams.get('token')).toHaveLength(43)
  await page.goto('/account')
  await expect.poll(() => page.locator('#calendar code').count()).toBe(0)
  await send(page, 'Thu hồi địa chỉ')
  await page.getByText('Địa chỉ lịch không còn dùng được.').waitFor()
  expect((await fetch(address)).status).toBe(404)
})

test('an enterprise judges by the address in a letter without scripts, once, and may say why', { timeout: withPictures }, async () => {
  const of = await answered()
  const token = await createVerdictLink(db, { personId: of.enterprise.personId, issueId: of.id, kind: 'filer.approve' }, new Date())
  const page = await newPage({ baseURL: app.origin, ...phone, javaScriptEnabled: false })
  const shown = await page.goto(`/v/${token}?lang=vi`)
  expect(shown?.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'same-origin' })
  await expect.poll(() => page.locator('nav').count()).toBe(0)
  await page.getByLabel('Chưa được giải quyết').check()
  await send(page, 'Gửi phản hồi')
  expect(await page.getByRole('alert').innerText()).toMatch(/vì sao[^]*Ý kiến của doanh nghiệp/)
  await expect.poll(() => page.getByLabel('Chưa được giải quyết').isChecked()).toBe(true)
  await page.getByLabel('Mới giải thích, chưa giải quyết').check()
  await page.getByLabel('Ý kiến của doanh nghiệp').fill('Văn bản chỉ nhắc lại quy định.')
  await send(page, 'Gửi phản hồi')
  await page.getByText('Phản hồi đã được ghi nhận').waitFor()
  expect((await db.select().from(issues).where(eq(issues.id, of.id)))[0]).toMatchObject({ state: 'inProgress', reopenings: 1 })
  expect(await db.select().from(verdicts).where(eq(verdicts.issueId, of.id))).toMatchObject([{ solved: false, reason: 'explainsOnly', through: 'link' }])
  await page.goto(`/v/${token}`)
  await page.getByText('Mỗi đường dẫn chỉ dùng được một lần').waitFor()
  const staff = await pageOf(db, app.origin, of.officer, phone)
  await staff.goto(`/issues/${of.code}`)
  await staff.locator('#verdicts').getByText('Kết quả lần đầu được giữ lại: «Đã trả lời»').waitFor()
  expect(await staff.locator('main').innerText()).toContain('qua đường dẫn gửi trong thư')
  await look(staff, 'issue-disputed')
})

test('the page of the address is accessible and in the language of its letter; a wrong address says so, and too many are turned away', { timeout: withPictures }, async () => {
  const of = await answered()
  const link = () => createVerdictLink(db, { personId: of.enterprise.personId, issueId: of.id, kind: 'filer.approve' }, new Date())
  const page = await newPage({ baseURL: app.origin, ...phone })
  await page.goto(`/v/${await link()}?lang=en`)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.goto(`/v/${await link()}?lang=vi`)
  await look(page, 'verdict-by-link')
  await page.getByLabel('Đã giải quyết xong').check()
  await page.getByLabel('Chưa hài lòng').check()
  await send(page, 'Gửi phản hồi')
  await page.getByRole('alert').getByText(/vì sao/).waitFor()
  await page.getByLabel('Quá muộn').check()
  await send(page, 'Gửi phản hồi')
  await page.getByText('Phản hồi đã được ghi nhận').waitFor()
  await look(page, 'verdict-by-link-used')
  const wrong = `${app.origin}/v/${'a'.repeat(43)}`
  expect((await fetch(wrong)).status).toBe(404)
  await db.update(rateLimits).set({ points: 1000 })
  expect((await fetch(wrong)).status).toBe(429)
})
