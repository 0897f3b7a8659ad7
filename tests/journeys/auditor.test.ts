import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { issueEvents, issues, notices } from '#db/schema/index.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson } from '#tests/support/people.ts'
import { cookieOf, pageOf } from '#tests/support/signed-in.ts'
import { moveNames } from '#workflows/resolution/moves.ts'

const { app, db } = await openHouse()

async function anAcceptedIssue() {
  const house = await aHouse(db)
  const issue = await anIssue(db, { enterpriseId: house.enterpriseId })
  await walk(db, issue.id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: 'Nhận xử lý.' }]])
  return { ...house, ...issue }
}

test('walk 5: the auditor finds a move in the log, sees that the chain is whole and reads the issue', { timeout: 90_000 }, async () => {
  const { code } = await anAcceptedIssue()
  const auditor = await aPerson(db, 'auditor', { name: 'Bùi Văn Mẫu' })
  const page = await pageOf(db, app.origin, auditor)
  await page.goto('/audit')
  await expectAccessible(page)
  await page.getByLabel('Mã kiến nghị').fill(code)
  await page.getByRole('button', { name: 'Tìm trong nhật ký' }).click()
  await page.getByText('Chuỗi 3 sự kiện còn nguyên vẹn').waitFor()
  await expect.poll(() => page.getByRole('row').count()).toBe(4)
  await expectAccessible(page)
  await screenshots(page, 'audit')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/audit?from=2024-02-30')
  await page.getByText('Vui lòng nhập ngày theo dạng').waitFor()
  await page.goto(`/audit?code=${code}`)
  await page.getByRole('link', { name: code }).first().click()
  await page.getByRole('heading', { level: 1 }).filter({ hasText: code }).or(page.getByText('Đã tiếp nhận giải quyết')).first().waitFor()
  await expect.poll(() => page.getByRole('button', { name: /^(Phân công|Tiếp nhận giải quyết|Trình duyệt|Phê duyệt)$/ }).count()).toBe(0)
  expect(troublesOf(page)).toEqual([])
})

test('whatever an auditor posts is refused and changes nothing', { timeout: 60_000 }, async () => {
  const { id, code } = await anAcceptedIssue()
  const cookie = await cookieOf(db, await aPerson(db, 'auditor'))
  const post = (path: string, fields: Record<string, string>) =>
    fetch(app.origin + path, { method: 'POST', redirect: 'manual', headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' }, body: new URLSearchParams(fields) })
  const fields = { version: '3', text: 'x', note: 'x', letterNumber: '1', letterDate: '2024-05-06', question: 'x', competentUnit: 'SXD', unit: 'SXD', leadUnit: 'SXD', reason: 'other', satisfied: 'yes' }
  for (const move of moveNames) {
    const { status } = await post(`/issues/${code}`, { ...fields, move, type: move, intent: move })
    expect(status, move).toBeGreaterThanOrEqual(400)
    expect(status, move).toBeLessThan(500)
  }
  for (const path of ['/admin/units/new', '/admin/people/new', '/admin/calendar/new', '/admin/policies/new', '/admin/groups']) {
    expect((await post(path, { code: 'x' })).status, path).toBe(403)
  }
  expect(await db.select().from(issueEvents).where(eq(issueEvents.issueId, id))).toHaveLength(3)
  expect((await db.select().from(issues).where(eq(issues.id, id)))[0]).toMatchObject({ version: 3, state: 'inProgress' })
})

test('the inbox shows unread notices, marks them as read, and works with scripts off', { timeout: 90_000 }, async () => {
  const { enterprise, code } = await anAcceptedIssue()
  const page = await pageOf(db, app.origin, enterprise)
  await page.goto('/notices')
  await page.getByText(`Đơn vị chủ trì đã nhận xử lý kiến nghị ${code}.`).waitFor()
  await page.getByText('2 thông báo chưa đọc').waitFor()
  await expectAccessible(page)
  await screenshots(page, 'notices')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: /^Đánh dấu đã đọc: Đơn vị chủ trì/ }).click()
  await page.getByText('1 thông báo chưa đọc').waitFor()
  const plain = await pageOf(db, app.origin, enterprise, { javaScriptEnabled: false })
  await plain.goto('/notices')
  await plain.getByRole('button', { name: 'Đánh dấu tất cả đã đọc' }).click()
  await plain.getByText('Không còn thông báo chưa đọc').waitFor()
  expect((await db.select().from(notices).where(eq(notices.personId, enterprise.personId))).every((row) => row.readAt !== null)).toBe(true)
  expect(troublesOf(page)).toEqual([])
})
