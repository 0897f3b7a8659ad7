import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { clusterMembers, issues } from '#db/schema/index.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { pageOf } from '#tests/support/signed-in.ts'
import { aPerson } from '#tests/support/people.ts'

const { app, db } = await openHouse()

const text = 'Đề nghị giảm tiền thuê đất năm 2024 cho doanh nghiệp trong khu công nghiệp Thăng Long. Làm đường vào cụm.'
const accept = { type: 'accept', note: undefined } as const
const stateOf = async (id: number) => (await db.select({ state: issues.state }).from(issues).where(eq(issues.id, id)))[0]!.state

test('without scripts: the office joins two issues, the officer answers both, the head approves both with one letter', { timeout: 120_000 }, async () => {
  const { coordinator, officer, head } = await aHouse(db)
  const [one, two, three] = [await anIssue(db, { text }), await anIssue(db, { text }), await anIssue(db, { text: 'Xin giảm tiền thuê đất năm 2024.' })]
  for (const { id } of [one, two]) await walk(db, id, [[coordinator, routeTo('STNMT')], [officer, accept]])
  const plain = { javaScriptEnabled: false }

  const office = await pageOf(db, app.origin, coordinator, plain)
  await office.goto(`/issues/${one.code}`)
  await office.getByRole('button', { name: `Không cùng nội dung với ${three.code}` }).click()
  await office.goto(`/issues/${one.code}`)
  await expect.poll(() => office.getByRole('button', { name: `với ${three.code}` }).count()).toBe(0)
  await office.getByRole('button', { name: `Cùng nội dung với ${two.code}`, exact: true }).click()
  await office.waitForURL(/\/clusters\/\d+\?done=joinCluster/)
  expect(await db.select().from(clusterMembers)).toHaveLength(2)
  const cluster = new URL(office.url()).pathname

  const drafter = await pageOf(db, app.origin, officer, plain)
  await drafter.goto(cluster)
  await drafter.getByLabel('Nội dung trả lời').fill('Sở đã trình giảm tiền thuê đất.')
  await drafter.getByRole('button', { name: 'Xem lại trước khi thực hiện' }).click()
  await drafter.getByRole('button', { name: 'Sửa lại' }).click()
  expect(await drafter.getByLabel('Nội dung trả lời').inputValue()).toBe('Sở đã trình giảm tiền thuê đất.')
  await drafter.getByRole('button', { name: 'Xem lại trước khi thực hiện' }).click()
  await drafter.getByRole('button', { name: 'Trình duyệt 2 kiến nghị' }).click()
  await drafter.waitForURL(/done=submitAnswer&n=2/)

  const approver = await pageOf(db, app.origin, head, plain)
  await approver.goto(cluster)
  await approver.getByRole('button', { name: 'Xem lại trước khi thực hiện' }).click()
  await expect.poll(() => approver.locator('[role=alert]').count()).toBe(1)
  await approver.getByLabel('Số, ký hiệu văn bản').fill('15/STNMT')
  await approver.getByLabel('Ngày văn bản').fill('10/04/2024')
  await approver.getByRole('button', { name: 'Xem lại trước khi thực hiện' }).click()
  await approver.getByRole('button', { name: 'Phê duyệt 2 kiến nghị' }).click()
  await approver.waitForURL(/done=approve&n=2/)
  expect([await stateOf(one.id), await stateOf(two.id)]).toEqual(['answered', 'answered'])
})

test('a member that moved on meanwhile gives the list back, with all that was typed', { timeout: 120_000 }, async () => {
  const { coordinator, officer } = await aHouse(db)
  const [one, two] = [await anIssue(db, { text }), await anIssue(db, { text })]
  for (const { id } of [one, two]) await walk(db, id, [[coordinator, routeTo('STNMT')], [officer, accept]])
  const office = await pageOf(db, app.origin, coordinator)
  await office.goto(`/issues/${one.code}/similar`)
  await office.getByRole('button', { name: `Cùng nội dung với ${two.code}`, exact: true }).click()
  await office.waitForURL(/\/clusters\//)
  const page = await pageOf(db, app.origin, officer)
  await page.goto(new URL(office.url()).pathname)
  await page.getByLabel('Nội dung trả lời').fill('Câu trả lời dài đã soạn.')
  await page.getByRole('button', { name: 'Xem lại trước khi thực hiện' }).click()
  await page.getByRole('button', { name: 'Trình duyệt 2 kiến nghị' }).waitFor()
  await expectAccessible(page)
  await screenshots(page, 'cluster-confirm', [360, 1280])
  await walk(db, two.id, [[officer, { type: 'askEnterprise', question: 'Số hợp đồng?' }]])
  await page.getByRole('button', { name: 'Trình duyệt 2 kiến nghị' }).click()
  await page.getByText(`${two.code}: đã có người khác xử lý`).waitFor()
  expect(await page.getByLabel('Nội dung trả lời').inputValue()).toBe('Câu trả lời dài đã soạn.')
  expect(await stateOf(one.id)).toBe('inProgress')
  await expectAccessible(page)
  await screenshots(page, 'cluster-problems', [360, 1280])
  expect(troublesOf(page).filter((one) => !one.includes('409'))).toEqual([])
})

test('without scripts: sentences are chosen for a split, both texts filled, and the page marks the part', { timeout: 120_000 }, async () => {
  const { coordinator } = await aHouse(db)
  const { code } = await anIssue(db, { text })
  const page = await pageOf(db, app.origin, coordinator, { javaScriptEnabled: false })
  await page.goto(`/issues/${code}?move=split`)
  await page.getByLabel('Làm đường vào cụm.').check()
  await page.getByRole('button', { name: 'Điền hai phần theo câu đã chọn' }).click()
  expect(await page.getByLabel('Kiến nghị mới tách ra').inputValue()).toBe('Làm đường vào cụm.')
  await page.getByLabel('Kiến nghị mới tách ra').fill('Làm đường vào cụm công nghiệp.')
  await page.getByRole('button', { name: 'Tách kiến nghị' }).click()
  await page.waitForURL(/done=split/)
  await expect.poll(() => page.locator('blockquote mark').allTextContents()).toEqual([text.split('. ')[0] + '.'])
  expect(await page.locator('blockquote').textContent()).toBe(text)
})

test('the pages of clusters and of the hand-over fit a phone and are accessible', { timeout: 120_000 }, async () => {
  const { coordinator, officer } = await aHouse(db, 'SXD')
  const [one, two] = [await anIssue(db, { text }), await anIssue(db, { text })]
  for (const { id } of [one, two]) await walk(db, id, [[coordinator, routeTo('SXD')], [officer, accept]])
  const office = await pageOf(db, app.origin, coordinator)
  const admin = await pageOf(db, app.origin, await aPerson(db, 'admin'))
  const look = async (page: typeof office, path: string, name: string) => {
    await page.goto(path)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${path} ${width}`).toBe(0)
      await expectAccessible(page)
    }
    await screenshots(page, name, [360, 1280])
    expect(troublesOf(page)).toEqual([])
  }
  await look(office, `/issues/${one.code}`, 'issue-similar')
  await look(office, `/issues/${one.code}/similar`, 'similar')
  await office.getByRole('button', { name: `Cùng nội dung với ${two.code}`, exact: true }).click()
  await office.waitForURL(/\/clusters\//)
  await look(office, new URL(office.url()).pathname, 'cluster')
  await look(office, '/admin/units/SXD/hand-over', 'hand-over')
  await office.getByRole('button', { name: 'Chuyển các kiến nghị đã chọn' }).click()
  await office.waitForURL(/moved=2/)
  await look(admin, '/admin/units/SXD/hand-over', 'hand-over-people')
  await admin.getByRole('button', { name: 'Chuyển những người đã chọn' }).click()
  await admin.waitForURL(/people=2/)
  const third = await anIssue(db, { text: 'Hai câu. Câu hai.' })
  await look(office, `/issues/${third.code}?move=split`, 'split')
})
