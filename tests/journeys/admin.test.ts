import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { adminEvents, calendarDays, deadlinePolicies, memberships, people, unitSuccessors, units } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anIssue } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { pageOf } from '#tests/support/signed-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let admin: Actor
beforeAll(async () => {
  await seedReference(db)
  admin = await aPerson(db, 'admin', { name: 'Đỗ Thị Mẫu Nga' })
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const looked = async (page: Page, name: string) => {
  await expectAccessible(page)
  await screenshots(page, `admin-${name}`)
  await page.setViewportSize({ width: 1280, height: 800 })
}

test('walk 5: an administrator keeps units, with errors at the field and every change on record', { timeout: 90_000 }, async () => {
  const page = await pageOf(db, app.origin, admin)
  await page.goto('/admin')
  await looked(page, 'overview')
  await page.getByRole('navigation', { name: 'Quản trị hệ thống' }).getByRole('link', { name: 'Đơn vị' }).click()
  await page.getByRole('heading', { level: 1, name: 'Đơn vị' }).waitFor()
  await looked(page, 'units')
  await page.getByLabel('Tìm kiếm').fill('xay dung')
  await press(page, 'Lọc')
  await page.getByRole('link', { name: 'Sở Xây dựng' }).waitFor()

  await page.goto('/admin/units/new')
  await page.getByLabel('Mã đơn vị').fill('sở mới')
  await press(page, 'Thêm đơn vị')
  await page.getByText('Mã đơn vị: Mã chỉ gồm chữ in hoa').waitFor()
  await looked(page, 'unit-errors')
  await page.getByLabel('Mã đơn vị').fill('sxd')
  await page.getByLabel('Tên tiếng Việt').fill('Sở Thử nghiệm')
  await page.getByLabel('Tên tiếng Anh').fill('Test Department')
  await page.getByLabel('Loại').selectOption('so')
  await press(page, 'Thêm đơn vị')
  await page.getByText('Mã đơn vị: Mã này đã dùng').waitFor()
  expect(await page.getByLabel('Tên tiếng Việt').inputValue()).toBe('Sở Thử nghiệm')
  await page.getByLabel('Mã đơn vị').fill('STN')
  await press(page, 'Thêm đơn vị')
  await page.getByRole('heading', { level: 1, name: 'Sở Thử nghiệm' }).waitFor()
  await looked(page, 'unit')

  await page.locator('#successor-successor').selectOption('SXD')
  await press(page, 'Thêm đơn vị kế thừa')
  await page.getByRole('button', { name: 'Gỡ đơn vị kế thừa Sở Xây dựng' }).waitFor()
  await page.getByLabel('Ngày hoạt động cuối cùng').fill('30/06/2026')
  await press(page, 'Kết thúc hoạt động')
  await page.getByRole('heading', { name: 'Kết thúc hoạt động' }).waitFor({ state: 'detached' })
  expect((await db.select().from(units).where(eq(units.code, 'STN')))[0]).toMatchObject({ validTo: '2026-06-30', verified: false })
  expect(await db.select().from(unitSuccessors).where(eq(unitSuccessors.unit, 'STN'))).toMatchObject([{ successor: 'SXD' }])

  await page.getByRole('link', { name: 'Lịch sử thay đổi' }).click()
  await page.getByRole('heading', { level: 1, name: 'Nhật ký quản trị' }).waitFor()
  await expect.poll(() => page.getByRole('row').count()).toBe(4)
  await looked(page, 'log')
  expect(troublesOf(page).filter((trouble) => !trouble.includes('422'))).toEqual([])
})

test('a person is added, moved to another unit and locked out, without the administrator locking themself out', { timeout: 90_000 }, async () => {
  const page = await pageOf(db, app.origin, admin)
  await page.goto('/admin/people/new')
  await looked(page, 'person-role')
  await page.getByRole('link', { name: 'Chuyên viên xử lý' }).click()
  await page.getByLabel('Họ và tên').fill('Trần Thị Ước')
  await page.getByLabel('Thư điện tử').fill('uoc@example.vn')
  await press(page, 'Thêm tài khoản')
  await page.getByText('Đơn vị: Vui lòng chọn một mục.').waitFor()
  await page.locator('#person-unit').selectOption('SXD')
  await press(page, 'Thêm tài khoản')
  const password = await page.locator('code').textContent()
  expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
  await looked(page, 'person-password')

  const theirs = await pageOf(db, app.origin, { ...admin, ...(await idsOf('uoc@example.vn')) })
  await theirs.goto('/notices')
  await theirs.getByRole('heading', { level: 1, name: 'Thông báo' }).waitFor()

  await page.getByRole('link', { name: 'Mở tài khoản vừa tạo' }).click()
  await page.locator('#role').selectOption('head')
  await press(page, 'Chọn vai trò này')
  await page.getByRole('button', { name: 'Lưu vai trò: Lãnh đạo đơn vị' }).waitFor()
  await page.locator('#role-form-unit').selectOption('STC')
  await press(page, 'Lưu vai trò: Lãnh đạo đơn vị')
  await page.waitForURL((address) => address.search === '')
  expect((await idsOf('uoc@example.vn')).row).toMatchObject({ role: 'head', unit: 'STC' })
  await theirs.goto('/notices')
  expect(new URL(theirs.url()).pathname).toBe('/sign-in')
  await looked(page, 'person')
  await press(page, 'Khóa tài khoản')
  await page.getByRole('button', { name: 'Mở khóa tài khoản' }).waitFor()

  await page.goto(`/admin/people/${admin.personId}`)
  await press(page, 'Khóa tài khoản')
  await page.getByText('Đây là quản trị viên cuối cùng còn hoạt động').waitFor()
  expect((await db.select().from(people).where(eq(people.id, admin.personId)))[0]?.disabledAt).toBeNull()
  await page.goto('/admin/people')
  await looked(page, 'people')
})

async function idsOf(email: string) {
  const [row] = await db.select().from(memberships).innerJoin(people, eq(people.id, memberships.personId)).where(eq(people.email, email))
  return { personId: row!.people.id, membershipId: row!.memberships.id, row: row!.memberships }
}

test('a day off is entered after the page has said how many issues would move', { timeout: 90_000 }, async () => {
  const { dueOn } = await anIssue(db)
  const page = await pageOf(db, app.origin, admin)
  await page.goto('/admin/calendar?year=2025')
  await looked(page, 'calendar')
  await page.goto('/admin/calendar/new')
  await page.getByLabel('Ngày', { exact: true }).fill(dueOn)
  await page.getByLabel('Ngày nghỉ').check()
  await page.getByLabel('Tên gọi').fill('Nghỉ bù')
  await looked(page, 'day')
  await press(page, 'Xem ảnh hưởng')
  await page.getByText('1 kiến nghị đang mở sẽ đổi hạn.').waitFor()
  await looked(page, 'day-preview')
  expect(await db.select().from(calendarDays).where(eq(calendarDays.date, dueOn))).toEqual([])
  await press(page, 'Lưu ngày này')
  await page.getByRole('heading', { level: 1, name: /Lịch làm việc năm/ }).waitFor()
  expect(await db.select().from(calendarDays).where(eq(calendarDays.date, dueOn))).toMatchObject([{ kind: 'holiday', verified: false }])

  await page.goto(`/admin/calendar/${dueOn}`)
  await page.locator('form', { hasText: 'trở lại là ngày thường' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Xóa khỏi lịch' }).click()
  await page.getByRole('heading', { level: 1, name: /Lịch làm việc năm/ }).waitFor()
  expect(await db.select().from(calendarDays).where(eq(calendarDays.date, dueOn))).toEqual([])
})

test('a new version of a term, a topic’s route, a group and a zone are entered, also with scripts off', { timeout: 120_000 }, async () => {
  const page = await pageOf(db, app.origin, admin, { javaScriptEnabled: false })
  await page.goto('/admin/policies/new')
  await page.locator('#policy-clock').selectOption('answer')
  await page.locator('#policy-class').selectOption('simple')
  await page.locator('#policy-amount').fill('7')
  await press(page, 'Thêm phiên bản thời hạn')
  await page.getByText('Có hiệu lực từ ngày: Vui lòng nhập nội dung này.').waitFor()
  await page.locator('#policy-validFrom').fill('1/1/2027')
  await page.locator('#policy-legalBasis').fill('Quyết định 12/QĐ-UBND')
  await press(page, 'Thêm phiên bản thời hạn')
  await page.getByText('Quyết định 12/QĐ-UBND').waitFor()
  expect(await db.select().from(deadlinePolicies).where(eq(deadlinePolicies.validFrom, '2027-01-01'))).toMatchObject([{ code: 'answer.simple', amount: 7 }])

  await page.goto('/admin/topics/land.allocation_lease')
  await page.locator('#route-validFrom').fill('01/01/2026')
  await page.locator('#route-leadUnit').selectOption('STC')
  await page.getByLabel('Sở Xây dựng').check()
  await page.locator('form#route').getByRole('button', { name: 'Lưu thay đổi' }).click()
  await page.getByRole('cell', { name: 'Sở Xây dựng' }).first().waitFor()

  await page.goto('/admin/groups')
  await page.locator('#group-code').fill('tax')
  await page.locator('#group-nameVi').fill('Thuế, phí')
  await page.locator('#group-nameEn').fill('Tax')
  await press(page, 'Lưu thay đổi')
  await page.getByRole('link', { name: 'Thuế, phí' }).waitFor()

  await page.goto('/admin/zones')
  await page.locator('#zone-name').fill('KCN Mẫu')
  await page.locator('#zone-kind').selectOption('park')
  await page.locator('#zone-status').selectOption('operating')
  await press(page, 'Lưu thay đổi')
  await page.getByRole('link', { name: 'KCN Mẫu' }).waitFor()
  const changes = (await db.select().from(adminEvents).orderBy(adminEvents.id)).slice(-4).map(({ subject, change, personName }) => [subject, change, personName])
  expect(changes).toEqual([['policy', 'add', admin.name], ['topic', 'saveRoute', admin.name], ['group', 'add', admin.name], ['zone', 'add', admin.name]])
})

test('every page of the administration is accessible in both languages, and closed to everyone else', { timeout: 120_000 }, async () => {
  const page = await pageOf(db, app.origin, admin)
  for (const path of ['topics', 'topics/land.allocation_lease', 'topics/new', 'groups', 'zones', 'policies', 'policies/new']) {
    await page.goto(`/admin/${path}`)
    await looked(page, path.replace(/[/.]/g, '-'))
  }
  await page.context().addCookies([{ name: 'lang', value: 'en', url: app.origin }])
  for (const path of ['', '/units', '/units/SXD', `/people/${admin.personId}`, '/calendar', '/policies', '/log']) {
    await page.goto(`/admin${path}`)
    expect(await page.locator('main').textContent(), path).not.toMatch(/admin:|\{\{/)
    await expectAccessible(page)
  }
  expect(troublesOf(page)).toEqual([])
  const coordinator = await pageOf(db, app.origin, await aPerson(db, 'coordinator', { unit: 'VPUB' }))
  for (const path of ['/admin', '/admin/units', '/admin/people', '/admin/log', '/audit']) expect((await coordinator.goto(path))?.status(), path).toBe(403)
  expect((await page.goto('/issues'))?.status()).toBeLessThan(500)
  expect(await page.locator('main').textContent()).not.toContain('KN')
})
