import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { askView } from '#app/directives/ask-view.server.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { mailer } from '#app/notices/mailer.server.ts'
import { sendDueMail } from '#app/notices/send-mail.server.ts'
import { notices } from '#db/schema/index.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { mailServer } from '#tests/support/mail-server.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { pageOf } from '#tests/support/signed-in.ts'

const { app, db } = await openHouse()
registerFromDisk()
afterEach(() => void delete process.env.SMTP_URL)

const phone = { viewport: { width: 360, height: 740 } }
const typed = (day: string) => day.split('-').reverse().join('/')
const send = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click()

async function look(page: Page, name: string) {
  await expectAccessible(page)
  await screenshots(page, name, [360, 1280])
  await page.setViewportSize(phone.viewport)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  expect(troublesOf(page).filter((one) => !one.includes('422'))).toEqual([])
}

/** A letter's words, however they were encoded on the way. */
const readable = (source: string) =>
  source.replace(/=\r\n/g, '') + (source.match(/(?:^[\w+/=]{20,}\r\n)+/gm) ?? []).map((block) => Buffer.from(block, 'base64').toString('utf8')).join('\n')

async function routed(unit: string, count: number) {
  const house = await aHouse(db, unit)
  for (let n = 0; n < count; n += 1) await walk(db, (await anIssue(db, { enterpriseId: house.enterpriseId })).id, [[house.coordinator, routeTo(unit)]])
  return house
}

const modes = [['with scripts', 'STNMT', true], ['without scripts', 'SXD', false]] as const

test.each(modes)('%s: a figure leads to its list, the list to a demand, which is explained, sent back, explained again and accepted', { timeout: 180_000 }, async (_, unit, javaScriptEnabled) => {
  const house = await routed(unit, 3)
  await db.delete(notices)
  const server = await mailServer()
  process.env.SMTP_URL = server.url
  const letters = async () => {
    await sendDueMail(db, mailer({ SMTP_URL: server.url, MAIL_FROM: 'no-reply@example.vn', PUBLIC_ORIGIN: 'https://doithoai.example.vn', PORT: 3000 })!)
    return server.received.splice(0)
  }
  const { usualDay } = await askView(db, house.leader, { params: new URLSearchParams({ about: '/issues' }), language: 'vi' })
  const [leader, head] = [await pageOf(db, app.origin, house.leader, { ...phone, javaScriptEnabled }), await pageOf(db, app.origin, house.head, { ...phone, javaScriptEnabled })]

  await leader.goto('/reports/resolution?by=unit')
  await leader.locator(`main a[href*="unit=${unit}"][href*="box=open"]`).first().click()
  await leader.waitForURL('**/issues?**')
  await leader.getByRole('link', { name: 'Yêu cầu giải trình về danh sách này' }).click()
  await leader.waitForURL('**/directives/new?**')
  await leader.getByRole('link', { name: '3 kiến nghị' }).waitFor()
  expect(await leader.getByLabel('Đơn vị giải trình').inputValue()).toBe(unit)
  expect(await leader.getByLabel('Hạn giải trình').inputValue()).toBe(typed(usualDay))
  await leader.getByLabel('Cần giải trình điều gì?').fill('Vì sao chưa đơn vị nào tiếp nhận?')
  await leader.getByLabel('Hạn giải trình').fill('01/01/2024')
  await send(leader, 'Gửi yêu cầu giải trình')
  await leader.getByText('Hạn giải trình không được là ngày đã qua.').first().waitFor()
  expect(await leader.getByLabel('Cần giải trình điều gì?').inputValue()).toBe('Vì sao chưa đơn vị nào tiếp nhận?')
  await leader.getByLabel('Hạn giải trình').fill(typed(usualDay))
  if (javaScriptEnabled) await look(leader, 'directive-ask')
  await send(leader, 'Gửi yêu cầu giải trình')
  await leader.getByText('Đã gửi yêu cầu giải trình đến đơn vị.').waitFor()
  const number = new URL(leader.url()).pathname.split('/').at(-1)!
  const asked = await letters()
  expect(asked.map(({ to }) => to).sort()).toEqual([house.head.email, house.officer.email].sort())
  expect(readable(asked[0]!.source)).toContain(`https://doithoai.example.vn/directives/${number}`)

  await head.goto('/work')
  await head.getByRole('main').getByRole('link', { name: /^Yêu cầu giải trình\s*1$/ }).click()
  await head.getByRole('link', { name: `Số ${number}`, exact: true }).click()
  await head.getByLabel('Nội dung giải trình').fill('Đang phân công lại chuyên viên.')
  await head.getByLabel(/Kiến nghị liên quan/).fill('KN00-99')
  await send(head, 'Gửi giải trình')
  await head.getByText('Không tìm thấy trong phạm vi được xem: KN00-99.').first().waitFor()
  await head.getByLabel(/Kiến nghị liên quan/).fill('')
  if (javaScriptEnabled) await look(head, 'directive-explain')
  await send(head, 'Gửi giải trình')
  await head.getByText('Đã gửi giải trình.').waitFor()
  expect((await letters()).map(({ to }) => to)).toEqual([house.leader.email])

  await leader.goto('/work')
  await leader.getByRole('main').getByRole('link', { name: /^Yêu cầu giải trình\s*1$/ }).click()
  await leader.getByRole('link', { name: `Số ${number}`, exact: true }).waitFor()
  if (javaScriptEnabled) await look(leader, 'directive-list')
  await leader.getByRole('link', { name: `Số ${number}`, exact: true }).click()
  await leader.getByText('Đang phân công lại chuyên viên.').waitFor()
  await leader.getByLabel('Cần bổ sung, làm rõ điều gì?').fill('Ngày nào xong?')
  if (javaScriptEnabled) await look(leader, 'directive-judge')
  await send(leader, 'Gửi lại đơn vị')
  await leader.getByText('Đã đề nghị đơn vị giải trình thêm.').waitFor()

  await head.goto(`/directives/${number}`)
  await head.getByText('Ngày nào xong?').waitFor()
  await head.getByLabel('Nội dung giải trình').fill('Xong trong tuần này.')
  await send(head, 'Gửi giải trình')
  await head.getByText('Đã gửi giải trình.').waitFor()
  await leader.goto(`/directives/${number}`)
  await send(leader, 'Chấp nhận')
  await leader.getByText('Đã chấp nhận giải trình.').waitFor()
  await leader.goto('/directives?box=done')
  await leader.getByRole('link', { name: `Số ${number}`, exact: true }).waitFor()
})

test.each(modes)('%s: a filter is kept under a name, shared with all offices, renamed and deleted', { timeout: 120_000 }, async (_, unit, javaScriptEnabled) => {
  const house = await routed(unit, 1)
  const name = `Chờ tiếp nhận ${unit}`
  const [office, officer] = [await pageOf(db, app.origin, house.coordinator, { ...phone, javaScriptEnabled }), await pageOf(db, app.origin, house.officer, { javaScriptEnabled })]
  await office.goto(`/issues?unit=${unit}&state=routed&q=`)
  await office.getByRole('link', { name: 'Lưu bộ lọc này' }).click()
  await office.waitForURL('**/views?save=**')
  await send(office, 'Lưu bộ lọc')
  await office.getByRole('alert').getByText('Tên bộ lọc').waitFor()
  await office.getByLabel('Tên bộ lọc').fill(name)
  await office.getByLabel('Chia sẻ với').selectOption('everybody')
  if (javaScriptEnabled) await look(office, 'view-save')
  await send(office, 'Lưu bộ lọc')
  await office.waitForURL(`**/issues?state=routed&unit=${unit}`)
  await office.locator('a[aria-current=page]', { hasText: name }).waitFor()
  if (javaScriptEnabled) await look(office, 'view-list')

  await officer.goto('/issues')
  await officer.getByRole('link', { name, exact: true }).click()
  await officer.waitForURL(`**/issues?state=routed&unit=${unit}`)
  await officer.goto('/views')
  await officer.getByText(`do ${house.coordinator.name} chia sẻ`).first().waitFor()

  await office.goto('/views')
  await office.getByText(`Đổi tên, chia sẻ hoặc xóa «${name}»`).click()
  await office.getByLabel('Tên bộ lọc').first().fill(`${name} mới`)
  if (javaScriptEnabled) await look(office, 'views')
  await send(office, 'Lưu thay đổi')
  await office.getByRole('link', { name: `${name} mới`, exact: true }).waitFor()
  await office.getByText(`Đổi tên, chia sẻ hoặc xóa «${name} mới»`).click()
  await office.getByRole('button', { name: `Xóa bộ lọc «${name} mới»` }).click()
  await office.getByText('Đã xóa bộ lọc.').waitFor()
  await officer.goto('/issues')
  await expect.poll(() => officer.getByRole('link', { name: `${name} mới` }).count()).toBe(0)
})
