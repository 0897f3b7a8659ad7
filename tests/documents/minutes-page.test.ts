import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { adminEvents, conferences } from '#db/schema/index.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aHeldConference, withNotice } from '#tests/support/held-conference.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { readDocx } from '#tests/support/read-docx.ts'
import { pageOf } from '#tests/support/signed-in.ts'

registerFromDisk()
const { app, db } = await openHouse()
let held: Awaited<ReturnType<typeof aHeldConference>>
beforeAll(async () => {
  held = await aHeldConference(db)
  await withNotice(db, held)
})
const stored = async () => (await db.select().from(conferences).where(eq(conferences.id, held.conferenceId)))[0]!

test('the secretary reads what was said in its order, and writes down when it opened and closed', async () => {
  const page = await pageOf(db, app.origin, held.house.secretary)
  await page.goto(`/conferences/${held.conferenceId}/minutes`)
  const course = page.locator('ol > li strong')
  expect(await course.allTextContents()).toEqual(['Công ty TNHH Quặng Hữu Nghị', expect.stringContaining('Công ty TNHH Mẫu'), 'Công ty TNHH Thuở Ấy'])
  await page.getByLabel('Giờ khai mạc').fill('8h15')
  await page.getByLabel('Giờ bế mạc').fill('7:00')
  await page.getByLabel('Người ghi biên bản').fill('Vũ Mẫu Ữ')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByText('Giờ bế mạc phải sau giờ khai mạc.').first().waitFor()
  await expectAccessible(page)
  await page.getByLabel('Giờ bế mạc').fill('11:45')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('status').getByText('Đã lưu').waitFor()
  expect(await stored()).toMatchObject({ openedAt: new Date('2026-04-05T01:15:00Z'), closedAt: new Date('2026-04-05T04:45:00Z'), minuteTaker: 'Vũ Mẫu Ữ', chair: 'Phó Chủ tịch Trần Mẫu Đức' })
  const log = await db.select().from(adminEvents).where(eq(adminEvents.subject, 'conference'))
  expect(log.at(-1)).toMatchObject({ change: 'change', personId: held.house.secretary.personId, before: { minuteTaker: 'Lê Mẫu Hữu' }, after: { minuteTaker: 'Vũ Mẫu Ữ' } })
  expect(troublesOf(page)).toEqual([])
  await screenshots(page, 'minutes', [360, 1280])
})

test('the minutes are saved from their page, with what stands on it', async () => {
  const page = await pageOf(db, app.origin, held.house.coordinator)
  await page.goto(`/conferences/${held.conferenceId}/minutes`)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Biên bản, tệp DOCX' }).click()])
  expect(download.suggestedFilename()).toBe('Biên bản 05-04-2026.docx')
  const { text } = await readDocx(readFileSync(await download.path()))
  expect(text).toContain('08 giờ 15 phút, ngày 05 tháng 4 năm 2026')
  expect(text).toContain('Vũ Mẫu Ữ')
})

test('it can be written without scripts, and those who only read find facts in place of a form', async () => {
  const page = await pageOf(db, app.origin, held.house.coordinator, { javaScriptEnabled: false })
  await page.goto(`/conferences/${held.conferenceId}/minutes`)
  await page.getByLabel('Địa điểm').fill('Nhà văn hóa huyện Đông Anh')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('status').waitFor()
  expect(await stored()).toMatchObject({ venue: 'Nhà văn hóa huyện Đông Anh' })
  const reader = await pageOf(db, app.origin, held.house.leader)
  await reader.goto(`/conferences/${held.conferenceId}/minutes`)
  await reader.getByText('Nhà văn hóa huyện Đông Anh').waitFor()
  expect(await reader.getByRole('button', { name: 'Lưu' }).count()).toBe(0)
  await expectAccessible(reader)
})

test('report and notice lead to their files', async () => {
  const page = await pageOf(db, app.origin, held.house.leader)
  for (const [place, names] of [['report', ['handling', 'contents', 'figures']], ['conclusion', ['conclusion', 'tasks']]] as const) {
    await page.goto(`/conferences/${held.conferenceId}/${place}`)
    await page.locator('a[download]').first().waitFor()
    const links = await page.locator('a[download]').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    for (const name of names) expect(links.some((link) => link?.includes(`/${name}.`))).toBe(true)
  }
})
