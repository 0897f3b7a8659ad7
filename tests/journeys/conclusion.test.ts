import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { issues } from '#db/schema/index.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aConference } from '#tests/support/conferences.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { pageOf } from '#tests/support/signed-in.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

const { app, db } = await openHouse()

const withPictures = 120_000
const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
const typed = inAMonth.split('-').reverse().join('/')
const press = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click()

/** A conference with one promise made in the hall and one answer that STNMT still owes. */
async function held() {
  const house = await aHouse(db)
  const conference = await aConference(db, house.coordinator)
  const promised = await anIssue(db, { conferenceId: conference })
  await walk(db, promised.id, [[house.secretary, samples.answerOnTheSpot], [house.secretary, samples.commit]])
  const owed = await anIssue(db, { conferenceId: conference, enterpriseId: house.enterpriseId })
  await walk(db, owed.id, [[house.coordinator, routeTo('STNMT')], [house.officer, samples.accept]])
  return { ...house, page: `/conferences/${conference}/conclusion`, promised, owed }
}

test('without JavaScript the notice is drafted, a task is changed and put first, and it is issued; the unit finds its task and date', { timeout: withPictures }, async () => {
  const of = await held()
  const secretary = await pageOf(db, app.origin, of.secretary, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await secretary.goto(of.page)
  await secretary.getByText('Dự thảo được lập từ 1 cam kết còn phải thực hiện và 1 kiến nghị').waitFor()
  await press(secretary, 'Lập dự thảo thông báo')
  await secretary.getByRole('heading', { name: '2 nhiệm vụ' }).waitFor()
  await secretary.getByRole('link', { name: 'Sửa nhiệm vụ 2' }).click()
  await secretary.getByLabel('Thời hạn', { exact: false }).fill('hôm nào đó')
  await press(secretary, 'Lưu')
  await secretary.getByRole('alert').waitFor()
  expect(await secretary.getByLabel('Thời hạn', { exact: false }).inputValue()).toBe('hôm nào đó')
  await secretary.getByLabel('Thời hạn', { exact: false }).fill(typed)
  await secretary.getByLabel('Sản phẩm').fill('Văn bản trả lời')
  await press(secretary, 'Lưu')
  await press(secretary, 'Đưa nhiệm vụ 2 lên')
  await expect.poll(() => secretary.locator('#task-1').textContent()).toContain(of.owed.code)
  await secretary.getByText('Văn phòng điều phối ghi số, ngày và người ký').waitFor()

  const coordinator = await pageOf(db, app.origin, of.coordinator, { javaScriptEnabled: false })
  await coordinator.goto(of.page)
  await coordinator.getByText('thời hạn của 1 kiến nghị sẽ được ấn định').waitFor()
  await press(coordinator, 'Ghi nhận đã ban hành')
  await coordinator.getByRole('alert').waitFor()
  await coordinator.getByLabel('Số, ký hiệu').fill('761/TB-UBND')
  await coordinator.getByLabel('Ngày ban hành').fill('12/4/2024')
  await coordinator.getByLabel('Chức vụ của người ký').fill('CHÁNH VĂN PHÒNG')
  await coordinator.getByLabel('Họ và tên người ký').fill('Nguyễn Văn Mẫu')
  await press(coordinator, 'Ghi nhận đã ban hành')
  await coordinator.getByText('Số 761/TB-UBND, ngày 12/04/2024').waitFor()
  await expect.poll(() => coordinator.getByRole('main').getByRole('button').count()).toBe(0)

  const officer = await pageOf(db, app.origin, of.officer)
  await officer.goto(`/issues/${of.owed.code}`)
  await officer.getByText('Thông báo 761/TB-UBND ngày 12/04/2024, nhiệm vụ 1').waitFor()
  const [row] = await db.select({ dueOn: issues.dueOn }).from(issues).where(eq(issues.id, of.owed.id))
  expect(row!.dueOn! >= inAMonth).toBe(true)
  const enterprise = await pageOf(db, app.origin, of.enterprise)
  await enterprise.goto(`/issues/${of.owed.code}`)
  await enterprise.getByText('Thông báo 761/TB-UBND ngày 12/04/2024, nhiệm vụ 1').waitFor()
  expect(troublesOf(enterprise)).toEqual([])
})

test('who was second sees what the first one wrote beside what they typed, and decides', { timeout: withPictures }, async () => {
  const of = await held()
  const secretary = await pageOf(db, app.origin, of.secretary)
  await secretary.goto(of.page)
  await press(secretary, 'Lập dự thảo thông báo')
  await secretary.getByRole('heading', { name: '2 nhiệm vụ' }).waitFor()
  await expectAccessible(secretary)
  await screenshots(secretary, 'conclusion-draft', [360, 1280])
  const coordinator = await pageOf(db, app.origin, of.coordinator)
  await coordinator.goto(of.page)
  await coordinator.getByLabel('Trích yếu').fill('Kết luận mà điều phối viết')
  await secretary.getByLabel('Trích yếu').fill('Kết luận mà thư ký viết')
  const card = (page: Page) => page.locator('#wording').getByRole('button', { name: 'Lưu', exact: true })
  await card(secretary).click()
  await secretary.waitForURL(/#tasks$/)
  await card(coordinator).click()
  await coordinator.getByText('Nội dung đang lưu, do người khác vừa sửa').waitFor()
  await expect.poll(() => coordinator.locator('details dd').allTextContents()).toContain('Kết luận mà thư ký viết')
  expect(await coordinator.getByLabel('Trích yếu').inputValue()).toBe('Kết luận mà điều phối viết')
  await card(coordinator).click()
  await coordinator.waitForURL(/#tasks$/)
  await secretary.goto(of.page)
  expect(await secretary.getByLabel('Trích yếu').inputValue()).toBe('Kết luận mà điều phối viết')
  expect(troublesOf(coordinator).filter((one) => !one.includes('422'))).toEqual([])
})
