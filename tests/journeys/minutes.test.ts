import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { comments, enterprises } from '#db/schema/index.ts'
import { expectAccessible, troublesOf } from '#tests/support/browser.ts'
import { aConference } from '#tests/support/conferences.ts'
import { docxBytes } from '#tests/support/docx-bytes.ts'
import { labelledMinutes } from '#tests/support/labelled-minutes.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson } from '#tests/support/people.ts'
import { pageOf } from '#tests/support/signed-in.ts'

const { app, db } = await openHouse()
let secretary: Actor
beforeAll(async () => {
  secretary = await aPerson(db, 'secretary', { unit: 'VPUB' })
  await db.insert(enterprises).values([
    { name: 'Công ty cổ phần May Mẫu Thanh', taxCode: '9907771378', district: 'Thường Tín' }, { name: 'Công ty TNHH Giấy Mẫu Hoa' },
    { name: 'Công ty CP Giấy Mẫu Hoa' }, { name: 'Công ty TNHH Thép Mẫu Vương' },
  ])
})

const saidAt = (conferenceId: number) => db.select().from(comments).where(and(eq(comments.conferenceId, conferenceId), isNull(comments.annulledAt))).orderBy(asc(comments.id))
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
const blockOf = (page: Page, words: string) => page.getByRole('listitem').filter({ has: page.locator('mark') }).filter({ hasText: words })

test.each([
  [true, 1280], [true, 360], [false, 1280], [false, 360],
])('a secretary corrects the minutes and imports them (scripts %s, %s px)', { timeout: 120_000 }, async (javaScriptEnabled, width) => {
  const conferenceId = await aConference(db, secretary, `Hội nghị có biên bản ${javaScriptEnabled} ${width}`)
  const page = await pageOf(db, app.origin, secretary, { javaScriptEnabled, viewport: { width, height: 800 } })
  await page.goto(`/conferences/${conferenceId}/import`)
  const bytes = await docxBytes(labelledMinutes('danh-so').text.split('\n'))
  await page.getByLabel('Tệp biên bản').setInputFiles({ name: 'bien-ban.docx', mimeType: 'application/octet-stream', buffer: bytes })
  await page.getByRole('button', { name: 'Xem trước' }).nth(2).click()
  await page.getByRole('heading', { level: 1, name: 'Nhập từ «bien-ban.docx»' }).waitFor()
  await page.getByText('Tìm thấy 16 ý kiến.').waitFor()
  await page.getByText('1 doanh nghiệp cần chọn trước khi nhập.').waitFor()
  if (javaScriptEnabled) await expectAccessible(page)
  expect(await overflow(page)).toBeLessThanOrEqual(0)

  // typed first, then another button pressed: it stays
  await page.getByLabel('Tên ghi trong biên bản').first().waitFor()
  const land = blockOf(page, 'Công ty TNHH Sản xuất Mẫu Phát').first()
  await land.getByLabel('Nhóm').selectOption('support')
  await land.getByText('Sửa từng câu').click()
  await land.getByRole('checkbox').nth(1).check()
  await land.getByRole('button', { name: 'Tách từ câu đã chọn' }).click()
  await page.getByText('Tìm thấy 17 ý kiến.').waitFor()
  await expect.poll(() => land.getByLabel('Nhóm').inputValue()).toBe('support')
  const second = blockOf(page, 'Hồ sơ đã nộp ba lần').first()
  await second.getByRole('button', { name: 'Gộp vào ý kiến trên' }).click()
  await page.getByText('Tìm thấy 16 ý kiến.').waitFor()

  await page.getByRole('button', { name: 'Nhập 16 ý kiến' }).first().click()
  await page.getByText('Còn 1 ý kiến chưa chọn doanh nghiệp.').waitFor()
  await page.getByLabel('«Công ty TNHH Giấy Mẫu Hoa» là').selectOption('Công ty TNHH Giấy Mẫu Hoa')
  await page.getByRole('button', { name: 'Lưu các sửa đổi' }).first().click()
  await expect.poll(() => page.getByText('cần chọn trước khi nhập').count()).toBe(0)
  const nobody = blockOf(page, 'Một số doanh nghiệp tại KCN Mẫu Nam').first()
  await nobody.getByLabel('Đây là').selectOption('aside')
  await page.getByRole('button', { name: 'Nhập 16 ý kiến' }).last().click()
  await page.getByText('Đã nhập 15 ý kiến vào hội nghị.').waitFor()
  if (javaScriptEnabled) await expectAccessible(page)

  const said = await saidAt(conferenceId)
  expect(said).toHaveLength(15)
  expect(said[0]).toMatchObject({ channel: 'minutes', file: 'bien-ban.docx', row: 18, passage: '18:1-3' })
  expect(troublesOf(page).filter((one) => !/409|422/.test(one))).toEqual([])
})
