import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readFilter } from '#app/issues/list-filter.ts'
import { countIssues } from '#db/queries/issue-list.ts'
import { issues } from '#db/schema/index.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aConference } from '#tests/support/conferences.ts'
import { live, lives } from '#tests/support/histories.ts'
import { aHouse, routeTo, walk } from '#tests/support/issues.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { pageOf } from '#tests/support/signed-in.ts'

const { app, db } = await openHouse()

test('a leader freezes the figures that are shown, counts them again after more has happened, and downloads them', { timeout: 120_000 }, async () => {
  const house = await aHouse(db)
  const conference = await aConference(db, house.secretary)
  await live(db, house, conference, lives.flatMap((life, index) => [life.length, 2].map((steps) => ({ life: index, steps, hours: [12 * index + 5, 30, 50] }))))
  const page = await pageOf(db, app.origin, house.leader)
  await page.goto(`/reports/resolution?by=unit&conference=${conference}&from=2024-05-30`)
  await page.getByRole('link', { name: 'Chốt số liệu' }).click()
  await page.getByRole('heading', { level: 1, name: 'Chốt số liệu báo cáo' }).waitFor()
  const received = await page.getByRole('row', { name: /^Tổng cộng/ }).first().innerText()
  await page.getByRole('button', { name: 'Chốt số liệu' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Tên báo cáo').fill('Kết quả quý II năm 2024')
  await page.getByRole('button', { name: 'Chốt số liệu' }).click()
  await page.getByRole('heading', { level: 1, name: /Kết quả quý II năm 2024/ }).waitFor()
  expect(await page.getByRole('row', { name: /^Tổng cộng/ }).first().innerText()).toBe(received)
  const links = await page.locator('main a[href^="/issues?"]').evaluateAll((all) => all.map((one) => ({ href: one.getAttribute('href')!, shown: Number(one.textContent) })))
  expect(links.length).toBeGreaterThan(20)
  for (const { href, shown } of links) expect([href, await countIssues(db, house.leader, readFilter(new URL(href, app.origin).searchParams))]).toEqual([href, shown])
  await expectAccessible(page)
  await screenshots(page, 'issued', [360, 1280])

  const [open] = await db.select({ id: issues.id }).from(issues).where(sql`${issues.state} = 'received'`)
  await walk(db, open!.id, [[house.coordinator, routeTo('SXD')]])
  await page.getByRole('link', { name: 'Tính lại' }).click()
  await page.getByText(/khớp hoàn toàn/).waitFor()
  await db.update(issues).set({ annulledAt: new Date() }).where(sql`${issues.id} = ${open!.id}`)
  await page.getByRole('link', { name: 'Tính lại' }).click()
  await page.getByText('1 kiến nghị của báo cáo đã được hủy').waitFor()
  await page.getByText(/«Tiếp nhận»: khi chốt \d+, nay \d+/).first().waitFor()
  await expectAccessible(page)
  await screenshots(page, 'issued-recount', [360, 1280])

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải báo cáo đã chốt, tệp PDF' }).click()])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  expect((await readPdf(new Uint8Array(await readFile(await download.path())))).text).toContain('Kết quả quý II năm 2024')
  await page.goto('/reports/issued')
  await page.getByRole('link', { name: /Kết quả quý II năm 2024/ }).waitFor()
  await screenshots(page, 'issued-list', [360, 1280])
  expect(troublesOf(page)).toEqual([])
})

test('a person chooses on their own page which reports come by mail, without scripts too', { timeout: 60_000 }, async () => {
  const house = await aHouse(db)
  const page = await pageOf(db, app.origin, house.head, { javaScriptEnabled: false })
  await page.goto('/account')
  const box = page.getByLabel(/Mỗi ngày làm việc/)
  expect(await box.isChecked()).toBe(true)
  await box.uncheck()
  await page.getByRole('button', { name: 'Lưu lựa chọn' }).click()
  await page.getByText('Đã lưu lựa chọn nhận báo cáo qua thư').waitFor()
  expect(await page.getByLabel(/Mỗi ngày làm việc/).isChecked()).toBe(false)
  await page.goto('/issues?unit=STNMT&cursor=999999')
  await expect.poll(() => page.getByRole('link', { name: 'Tải CSV' }).getAttribute('href')).toBe('/issues.csv?unit=STNMT')
  await page.goto('/issues?q=khongcogi')
  await page.getByText('Không có kiến nghị nào phù hợp').waitFor()
  expect(await page.getByRole('link', { name: 'Tải CSV' }).count()).toBe(0)
})
