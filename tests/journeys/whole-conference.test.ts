import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { issues } from '#db/schema/index.ts'
import { countIssues } from '#db/queries/issue-list.ts'
import { newPage, troublesOf } from '#tests/support/browser.ts'
import { annexBytes, annexName } from '#tests/support/conferences.ts'
import { aHouse, walk } from '#tests/support/issues.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { pageOf } from '#tests/support/signed-in.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'
import { unresolvedStates } from '#workflows/resolution/states.ts'

const { app, db } = await openHouse()
let house: Awaited<ReturnType<typeof aHouse>>
beforeAll(async () => {
  house = await aHouse(db, 'SNNMT')
})

const inDays = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
const typed = (day: string) => day.split('-').reverse().join('/')
const press = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click()

async function plan(page: Page, title: string, heldOn: string, series: { new: string } | { known: string }) {
  await page.goto('/conferences/new')
  await page.getByLabel('Tên hội nghị').fill(title)
  await page.getByLabel('Ngày tổ chức').fill(typed(heldOn))
  await page.getByLabel('Địa điểm').fill('Trung tâm hội nghị Mẫu')
  await page.getByLabel('Chủ trì hội nghị').fill('Phó Chủ tịch Mẫu')
  if ('new' in series) await page.getByLabel('Tên chuỗi hội nghị mới').fill(series.new)
  else await page.getByLabel('Chuỗi hội nghị', { exact: false }).first().selectOption(series.known)
  await press(page, 'Tạo hội nghị')
  await page.waitForURL(/\/conferences\/\d+\/plan/)
  return Number(/conferences\/(\d+)/.exec(page.url())![1])
}

test('a conference of 80 comments goes from its plan to the next one of its series', { timeout: 300_000 }, async () => {
  const { coordinator, secretary, leader, officer, head } = house
  const held = inDays(1)

  // before: planned, the annex entered, issues sent where the register suggests
  const office = await pageOf(db, app.origin, coordinator)
  const id = await plan(office, 'Hội nghị đối thoại Mẫu kỳ 1', held, { new: 'Chuỗi đối thoại Mẫu' })
  const page = `/conferences/${id}`
  await office.goto(`${page}/import`)
  await office.getByLabel('Tệp phụ lục').setInputFiles({ name: annexName, mimeType: 'application/octet-stream', buffer: annexBytes() })
  await office.locator('#annex-file').getByRole('button', { name: 'Xem trước' }).click()
  await press(office, 'Nhập 80 ý kiến')
  await office.getByText('Đã nhập 80 ý kiến vào hội nghị.').waitFor()
  const left = async () => countIssues(db, coordinator, { conference: id, state: 'received' })
  let before: number
  do {
    before = await left()
    await office.goto(`${page}?pick=all`)
    await press(office, 'Xác nhận các kiến nghị đã chọn')
    await office.getByRole('status').getByText(/Đã phân công \d+ kiến nghị|chưa được phân công/).first().waitFor()
  } while ((await left()) > 0 && (await left()) < before)
  expect(await left()).toBeLessThan(10)

  // units prepare answers
  const mine = await db.select({ id: issues.id }).from(issues).where(and(eq(issues.conferenceId, id), eq(issues.leadUnit, 'SNNMT'), eq(issues.state, 'routed'))).orderBy(asc(issues.id)).limit(3)
  expect(mine).toHaveLength(3)
  for (const one of mine) await walk(db, one.id, [[officer, samples.accept], [officer, samples.submitAnswer], [head, samples.approve]])
  await office.goto(`${page}/report`)
  await office.getByRole('row', { name: /Tổng cộng/ }).getByRole('link', { name: '80', exact: true }).waitFor()

  // in the hall: two comments, one answered on the spot, one promised; the hall counts them
  const hall = await pageOf(db, app.origin, leader)
  await hall.goto(`${page}/hall`)
  const desk = await pageOf(db, app.origin, secretary)
  for (const [enterprise, text, key] of [['Công ty TNHH Mẫu Hội Trường', 'Đề nghị làm rõ thủ tục gia hạn thuê đất.', 'Ghi, đã trả lời'], ['Công ty CP Mẫu Bến Bãi', 'Đề nghị làm đường gom.', 'Ghi, chủ trì hứa']] as const) {
    await desk.goto(`${page}/desk`)
    await desk.getByLabel('Doanh nghiệp').fill(enterprise)
    await desk.getByLabel('Nhóm nội dung').selectOption('land')
    await desk.getByLabel('Nội dung phát biểu').fill(text)
    await press(desk, key)
    if (key.endsWith('hứa')) {
      await desk.getByLabel('Lời hứa, đúng như đã nói').fill('Khởi công đường gom trong quý sau.')
      await desk.getByLabel('Đơn vị thực hiện').selectOption('SNNMT')
      await desk.getByLabel('Thời hạn').fill(typed(inDays(90)))
      await press(desk, 'Ghi lời hứa')
      await desk.getByRole('status').getByText(/đã ghi lời hứa/).waitFor()
    } else {
      await desk.getByLabel('Người trả lời').fill('Giám đốc Sở Mẫu')
      await desk.getByLabel('Đơn vị trả lời').selectOption('SNNMT')
      await desk.getByLabel('Nội dung trả lời tại hội nghị').fill('Nộp tại bộ phận một cửa, 10 ngày.')
      await press(desk, 'Ghi câu trả lời')
      await desk.getByRole('status').getByText(/đã ghi câu trả lời/).waitFor()
    }
  }
  await expect.poll(() => hall.locator('dd').allTextContents()).toEqual(['82', '5', '1'])

  // after: the notice is drafted, one date set, issued; its papers can be taken away
  await office.goto(`${page}/conclusion`)
  await press(office, 'Lập dự thảo thông báo')
  await office.getByText('Khởi công đường gom trong quý sau.').waitFor()
  await office.getByRole('link', { name: 'Sửa nhiệm vụ 2' }).click()
  await office.getByLabel('Thời hạn', { exact: false }).fill(typed(inDays(60)))
  await press(office, 'Lưu')
  await office.waitForURL(/conclusion#tasks/)
  for (const [label, value] of [['Số, ký hiệu', '761/TB-UBND'], ['Ngày ban hành', typed(inDays(2))], ['Chức vụ của người ký', 'CHÁNH VĂN PHÒNG'], ['Họ và tên người ký', 'Nguyễn Văn Mẫu']]) await office.getByLabel(label!).fill(value!)
  await press(office, 'Ghi nhận đã ban hành')
  await office.getByText('Số 761/TB-UBND').waitFor()
  for (const file of ['conclusion.docx', 'conclusion.pdf', 'tasks.xlsx', 'minutes.docx', 'handling.pdf', 'contents.xlsx', 'figures.docx']) {
    const answer = await office.request.get(`${page}/${file}`)
    expect([file, answer.status(), (await answer.body()).length > 2000]).toEqual([file, 200, true])
  }

  // published: drafted by one, approved by another, read by anybody
  const [answered] = await db.select({ code: issues.code }).from(issues).where(eq(issues.id, mine[0]!.id))
  await office.goto(`${page}/publication/${answered!.code}`)
  await press(office, 'Lưu và gửi duyệt')
  await office.getByText('Đã lưu, chờ duyệt.').waitFor()
  const chair = await pageOf(db, app.origin, leader)
  await chair.goto(`${page}/publication/${answered!.code}`)
  await press(chair, 'Duyệt bản này')
  await chair.getByText('Đã duyệt. Bản này ra công khai').waitFor()
  await chair.goto(`${page}/publication`)
  await chair.getByRole('link', { name: 'Công khai 1 kiến nghị đã duyệt' }).click()
  await press(chair, 'Công khai ngay')
  await chair.getByText('Kết quả đợt công khai').waitFor()
  const anybody = await newPage({ baseURL: app.origin })
  expect((await anybody.goto(`/published/${answered!.code}`))?.status()).toBe(200)

  // the next of the series takes up what is unresolved, and counts nothing of it as received
  await walk(db, mine[1]!.id, [[officer, samples.fulfil]])
  const next = await plan(office, 'Hội nghị đối thoại Mẫu kỳ 2', inDays(120), { known: 'Chuỗi đối thoại Mẫu' })
  const unresolved = await db.$count(issues, and(eq(issues.conferenceId, id), inArray(issues.state, [...unresolvedStates])))
  await office.goto(`/conferences/${next}/carry-over`)
  await office.getByRole('heading', { name: `Kiến nghị chuyển sang kỳ này (${unresolved})` }).waitFor()
  expect(await countIssues(db, coordinator, { conference: next })).toBe(0)
  expect([office, hall, desk, chair, anybody].flatMap(troublesOf).filter((one) => !one.includes('422'))).toEqual([])
})
