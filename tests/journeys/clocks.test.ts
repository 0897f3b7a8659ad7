import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { calendarDays, calendarProposals, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { pageOf } from '#tests/support/signed-in.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let house: Awaited<ReturnType<typeof aHouse>>
let admin: Actor
beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  admin = await aPerson(db, 'admin', { name: 'Đỗ Thị Mẫu Nga' })
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const looked = async (page: Page, name: string) => {
  await expectAccessible(page)
  await screenshots(page, `clocks-${name}`)
  await page.setViewportSize({ width: 360, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.setViewportSize({ width: 1280, height: 800 })
}

/** Lived in April and May 2025: a class changed, the enterprise asked, the text written, returned and written again. */
async function aTravelledIssue() {
  const { coordinator, officer, head, enterprise, enterpriseId } = house
  const { id, code } = await anIssue(db, { enterpriseId, at: new Date('2025-04-21T03:00:00Z') })
  const written: MoveInput = { type: 'submitAnswer', text: 'Đã cấp giấy.', note: undefined, overOpenOpinions: undefined }
  const moves: [Actor, MoveInput, string][] = [
    [coordinator, routeTo('STNMT'), '2025-04-22T02:00:00Z'],
    [officer, { type: 'accept', note: undefined }, '2025-04-22T08:00:00Z'],
    [coordinator, { type: 'changeClass', deadlineClass: 'severalUnits', note: 'Liên quan ba sở' }, '2025-04-23T02:00:00Z'],
    [officer, { type: 'askEnterprise', question: 'Số hồ sơ?' }, '2025-04-24T02:00:00Z'],
    [enterprise, { type: 'supply', text: 'Số 5.' }, '2025-05-05T02:00:00Z'],
    [officer, written, '2025-05-06T02:00:00Z'],
    [head, { type: 'returnForRedraft', note: 'Nêu rõ thời hạn' }, '2025-05-08T04:00:00Z'],
  ]
  for (const [by, move, at] of moves) await walk(db, id, [[by, move]], new Date(at))
  return code
}

test('staff see who had an issue for how long, every clock, and why the date is what it is; the filer sees one line', { timeout: 120_000 }, async () => {
  const code = await aTravelledIssue()
  const page = await pageOf(db, app.origin, house.officer)
  await page.goto(`/issues/${code}`)
  await page.getByRole('heading', { name: 'Thời gian làm việc theo từng bên' }).waitFor()
  await page.getByRole('img', { name: 'Biểu đồ thời gian làm việc nối tiếp của từng bên' }).waitFor()
  const clocks = page.getByRole('table', { name: 'Các thời hạn của kiến nghị này' })
  for (const name of ['Trả lời', 'Nhận xử lý', 'Doanh nghiệp bổ sung', 'Phê duyệt']) await clocks.getByRole('rowheader', { name }).first().waitFor()
  const stretches = page.getByRole('table', { name: 'Các giai đoạn nối tiếp' })
  await expect.poll(() => stretches.getByRole('rowheader').allTextContents()).toEqual([
    expect.stringContaining('Cơ quan đầu mối'), expect.stringContaining('Đơn vị chủ trì'), expect.stringContaining('Doanh nghiệp'),
    expect.stringContaining('Đơn vị chủ trì'), expect.stringContaining('Người phê duyệt'), expect.stringContaining('Đơn vị chủ trì'), 'Tổng cộng',
  ])
  await page.getByText('Vì sao là ngày này?').click()
  await page.getByText('đổi mức thời hạn').first().waitFor()
  await page.getByText('Liên quan ba sở').first().waitFor()
  await looked(page, 'issue')
  expect(troublesOf(page)).toEqual([])

  const theirs = await pageOf(db, app.origin, house.enterprise)
  await theirs.goto(`/issues/${code}`)
  await theirs.getByText(/Kiến nghị đang ở đơn vị chủ trì: .* Đến nay đã .* làm việc\./).waitFor()
  const shown = await theirs.locator('main').innerText()
  for (const inside of ['Người phê duyệt', 'Các thời hạn', 'Liên quan ba sở']) expect(shown).not.toContain(inside)
  await looked(theirs, 'filer')
})

const calendarFile = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20270101', 'SUMMARY:Tết Dương lịch', 'END:VEVENT', 'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20270214', 'SUMMARY:Lễ tình nhân', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')
const chosen = (buffer: string | Buffer) => ({ name: 'nghi-le-2027.ics', mimeType: 'text/calendar', buffer: Buffer.from(buffer) })

test('a calendar file is read as proposals, taken over one by one, and a year is checked until the next edit', { timeout: 120_000 }, async () => {
  const page = await pageOf(db, app.origin, admin, { javaScriptEnabled: false })
  await page.goto('/admin/units')
  await page.getByText('Lịch năm 2027 chưa có ngày nào').waitFor()
  await page.goto('/admin/calendar/import')
  await page.locator('#file-file').setInputFiles(chosen(Buffer.from([0x50, 0x4b, 3, 4, 0, 255, 254])))
  await press(page, 'Đọc tệp')
  await page.getByText('Tệp lịch (.ics): Tệp này không phải tệp lịch iCalendar (.ics).').waitFor()
  await page.locator('#file-file').setInputFiles(chosen(calendarFile))
  await press(page, 'Đọc tệp')
  await page.getByText('Đã thêm 2 đề xuất.').waitFor()
  expect(await db.select().from(calendarDays).where(eq(calendarDays.date, '2027-01-01'))).toEqual([])
  await press(page, 'Bỏ qua ngày 14/02/2027')
  await page.getByRole('heading', { name: '1 ngày chờ chấp nhận' }).first().waitFor()
  await page.getByRole('link', { name: 'Xem ảnh hưởng và chấp nhận ngày 01/01/2027' }).click()
  await press(page, 'Xem ảnh hưởng')
  await press(page, 'Lưu ngày này')
  await page.getByRole('heading', { level: 1, name: /Lịch làm việc năm 2027/ }).waitFor()
  expect(await db.select().from(calendarDays).where(eq(calendarDays.date, '2027-01-01'))).toMatchObject([{ kind: 'holiday', name: 'Tết Dương lịch', source: 'nghi-le-2027.ics' }])
  expect((await db.select().from(calendarProposals)).map(({ state }) => state).sort()).toEqual(['accepted', 'refused'])
  await expect.poll(() => page.getByText('Lịch năm 2027 chưa có ngày nào').count()).toBe(0)

  await press(page, 'Xác nhận đã kiểm tra lịch năm 2027')
  await page.getByText(/Lịch năm 2027 đã được Đỗ Thị Mẫu Nga kiểm tra lúc/).waitFor()
  await page.goto('/admin/calendar/2027-01-01')
  await page.locator('#day-name').fill('Tết Dương lịch 2027')
  await page.locator('form#day').getByRole('button').click()
  await press(page, 'Lưu ngày này')
  await page.getByText(/nhưng Đỗ Thị Mẫu Nga đã sửa lịch lúc/).waitFor()
})

test('each of these pages reads well on a desk and on a phone', { timeout: 120_000 }, async () => {
  const page = await pageOf(db, app.origin, admin)
  await anIssue(db)
  await db.insert(calendarProposals).values({ date: '2027-09-02', kind: 'holiday', name: 'Quốc khánh', file: 'nghi-le-2027.ics', proposedAt: new Date() })
  const [open] = await db.select({ dueOn: issues.dueOn }).from(issues).orderBy(issues.dueOn).limit(1)
  for (const [name, address] of [
    ['calendar', '/admin/calendar?year=2027'], ['import', '/admin/calendar/import'], ['moved', `/admin/calendar/moved?date=${open?.dueOn}&kind=holiday`],
    ['policy', '/admin/policies/new'],
  ] as const) {
    await page.goto(address)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await looked(page, name)
  }
  expect((await page.request.get('/admin/calendar/moved?date=2027-02-31')).status()).toBe(404)
  expect(troublesOf(page)).toEqual([])
})

test('a new term is applied to open issues only when ticked, after its preview', { timeout: 120_000 }, async () => {
  const { code } = await anIssue(db)
  const page = await pageOf(db, app.origin, admin)
  await page.goto('/admin/policies/new')
  await page.locator('#policy-clock').selectOption('answer')
  await page.locator('#policy-class').selectOption('simple')
  await page.locator('#policy-amount').fill('20')
  await page.locator('#policy-validFrom').fill('01/01/2026')
  await page.locator('#policy-legalBasis').fill('Quyết định 20/QĐ-UBND')
  await page.getByLabel('Áp dụng cho kiến nghị đang mở').check()
  await press(page, 'Thêm phiên bản thời hạn')
  await page.getByText('Thêm phiên bản này và tính lại hạn của kiến nghị đang mở?').waitFor()
  await page.getByRole('rowheader', { name: code }).waitFor()
  await looked(page, 'policy-preview')
  await press(page, 'Thêm và tính lại')
  await page.getByText('Quyết định 20/QĐ-UBND').waitFor()
  const reader = await pageOf(db, app.origin, house.coordinator)
  await reader.goto(`/issues/${code}`)
  await reader.getByText('Vì sao là ngày này?').click()
  await reader.getByText('thời hạn mới theo Quyết định 20/QĐ-UBND').waitFor()
})
