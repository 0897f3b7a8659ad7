import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { answers } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { pageOf } from '#tests/support/signed-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let house: Awaited<ReturnType<typeof aHouse>>
let colleague: Actor
beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db, 'SXD25')
  colleague = await aPerson(db, 'officer', { unit: 'SXD25', name: 'Trần Thị Lan' })
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app?.close())

async function atWork() {
  const issue = await anIssue(db, { enterpriseId: house.enterpriseId, text: 'Đề nghị sớm nghiệm thu nhà xưởng số 3.' })
  await walk(db, issue.id, [[house.coordinator, routeTo('SXD25', { group: 'land' })], [house.officer, { type: 'accept', note: undefined }]])
  return issue
}
const write = async (page: Page, code: string) => {
  await page.goto(`/issues/${code}?move=submitAnswer`)
  await page.locator('#move-text').waitFor()
}
const textOf = async (id: number) => (await db.select().from(answers).where(eq(answers.issueId, id))).at(-1)?.text
const send = (page: Page, name: string) => page.locator('#move').getByRole('button', { name, exact: true }).click()
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

test('what is typed is kept by itself, survives a crash of the page, and two colleagues see each other', async () => {
  const { id, code } = await atWork()
  const page = await pageOf(db, app.origin, house.officer)
  await write(page, code)
  await page.locator('#move-text').pressSequentially('Sở sẽ nghiệm thu')
  await page.getByRole('status').getByText(/^Đã lưu lúc \d\d:\d\d/).waitFor()
  expect(await textOf(id)).toBe('Sở sẽ nghiệm thu')
  expect(troublesOf(page)).toEqual([])
  await page.context().close()

  const again = await pageOf(db, app.origin, house.officer)
  await write(again, code)
  expect(await again.inputValue('#move-text')).toBe('Sở sẽ nghiệm thu')
  const lan = await pageOf(db, app.origin, colleague, { javaScriptEnabled: false })
  await lan.goto(`/issues/${code}`)
  await lan.getByText(`${house.officer.name} đang soạn`).waitFor()
  await send(again, 'Trình duyệt trả lời')
  await again.locator('h1 + div').getByText('Chờ phê duyệt').waitFor()
})

test('while a syllable is being composed nothing is sent; it goes when the syllable is whole', async () => {
  const { id, code } = await atWork()
  const page = await pageOf(db, app.origin, house.officer)
  let posts = 0
  page.on('request', (request) => void (request.url().endsWith('/draft') && posts++))
  await write(page, code)
  const area = page.locator('#move-text')
  // before the page has woken nothing listens: what was typed by then is kept, whole syllable or not
  await page.waitForFunction(() => Object.keys(document.querySelector('#move-text')!).some((key) => key.startsWith('__reactProps')))
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))))
  await area.dispatchEvent('compositionstart')
  await area.fill('Đấ')
  await page.waitForTimeout(2_600)
  expect(posts).toBe(0)
  await area.fill('Đất')
  await area.dispatchEvent('compositionend')
  await page.getByRole('status').getByText(/^Đã lưu lúc/).waitFor()
  expect([posts, await textOf(id)]).toEqual([1, 'Đất'])
})

test('a colleague’s newer draft is shown beside one’s own and overwritten only when seen', async () => {
  const { id, code } = await atWork()
  const page = await pageOf(db, app.origin, house.officer, { viewport: { width: 360, height: 740 } })
  await write(page, code)
  const lan = await pageOf(db, app.origin, colleague, { javaScriptEnabled: false })
  await write(lan, code)
  await lan.fill('#move-text', 'Bản của chị Lan.')
  await send(lan, 'Lưu dự thảo')
  await page.fill('#move-text', 'Bản của tôi.')
  const told = page.getByRole('alert').filter({ hasText: 'Trần Thị Lan vừa lưu một dự thảo khác' })
  await told.getByText('Bản của chị Lan.').waitFor()
  expect([await page.inputValue('#move-text'), await textOf(id)]).toEqual(['Bản của tôi.', 'Bản của chị Lan.'])
  await expectAccessible(page)
  expect(await fits(page)).toBe(true)
  await screenshots(page, 'draft-theirs', [360, 1280])
  await told.getByRole('button').click()
  await page.getByRole('status').getByText(/^Đã lưu lúc/).waitFor()
  expect(await textOf(id)).toBe('Bản của tôi.')

  await lan.fill('#move-text', 'Lan viết tiếp.')
  await send(lan, 'Lưu dự thảo')
  const panel = lan.getByRole('alert').filter({ hasText: 'Người khác vừa xử lý' })
  for (const text of ['Bản của tôi.', 'Lan viết tiếp.']) await panel.getByText(text).waitFor()
})

test.each([true, false])('a template is put after what was typed and a dead law is warned of, scripts on: %s', async (javaScriptEnabled) => {
  const { code } = await atWork()
  const page = await pageOf(db, app.origin, house.officer, { javaScriptEnabled })
  await write(page, code)
  await page.fill('#move-text', 'Theo Luật số 45/2013/QH13.')
  await page.fill('#move-note', 'Kính trình.')
  await page.selectOption('#move-template', { label: 'Trả lời về thủ tục đất đai' })
  await send(page, 'Chèn mẫu')
  await page.getByText('hết hiệu lực sau ngày 31/07/2024. Được thay thế bởi 31/2024/QH15.').waitFor()
  await expect.poll(() => page.inputValue('#move-text')).toMatch(/^Theo Luật số 45\/2013\/QH13\.\n\nVề hồ sơ đất đai[^]*- Luật Đất đai 2024, 31\/2024\/QH15\n/)
  expect(await page.inputValue('#move-note')).toBe('Kính trình.')
  if (javaScriptEnabled) await screenshots(page, 'answer-form', [360, 1280])
  if (javaScriptEnabled) await expectAccessible(page)
  await send(page, 'Trình duyệt trả lời')
  await page.locator('h1 + div').getByText('Chờ phê duyệt').waitFor()
  const head = await pageOf(db, app.origin, house.head)
  await head.goto(`/issues/${code}?move=approve`)
  await head.getByText('Nội dung trình duyệt, bản số 1').waitFor()
  await head.getByText('hết hiệu lực sau ngày 31/07/2024').waitFor()
  if (javaScriptEnabled) await screenshots(head, 'approve-form', [360, 1280])
})

test('who approves an older text is told with both texts, and approves the newer one after reading it', async () => {
  const { id, code } = await atWork()
  await walk(db, id, [[house.officer, { type: 'submitAnswer', text: 'Sở sẽ nghiệm thu.', note: undefined }]])
  const page = await pageOf(db, app.origin, house.head)
  await page.goto(`/issues/${code}?move=approve`)
  await page.fill('#move-letterNumber', '12/SXD')
  await page.fill('#move-letterDate', '15/04/2024')
  await walk(db, id, [[house.head, { type: 'returnForRedraft', note: 'Nêu ngày.' }], [house.officer, { type: 'submitAnswer', text: 'Sở đã nghiệm thu ngày 12/4.', note: undefined }]])
  await send(page, 'Phê duyệt')
  const panel = page.getByRole('alert').filter({ hasText: 'Nội dung đang trình không phải bản đã xem' })
  await panel.getByText('Sở sẽ nghiệm thu.', { exact: true }).waitFor()
  await panel.getByText('Sở đã nghiệm thu ngày 12/4.').first().waitFor()
  await expect.poll(() => panel.locator('ins').allInnerTexts()).not.toEqual([])
  await expectAccessible(page)
  await screenshots(page, 'approve-other-text', [360, 1280])
  await send(page, 'Phê duyệt trên bản mới nhất')
  await page.locator('h1 + div').getByText('Đã trả lời').waitFor()
})

test('versions are compared on a phone, and a note is written beside them', async () => {
  const { id, code } = await atWork()
  await walk(db, id, [
    [house.officer, { type: 'submitAnswer', text: 'Sở sẽ nghiệm thu trong tháng.', note: undefined }],
    [house.head, { type: 'returnForRedraft', note: 'Nêu rõ ngày.' }],
    [house.officer, { type: 'submitAnswer', text: 'Sở đã nghiệm thu ngày 12/4.', note: undefined }],
  ])
  const page = await pageOf(db, app.origin, house.head, { viewport: { width: 360, height: 740 } })
  await page.goto(`/issues/${code}`)
  await page.getByText('Nêu rõ ngày.').first().waitFor()
  await page.getByRole('link', { name: 'So với bản số 1' }).click()
  expect(await page.locator('#compare del').first().innerText()).toContain('sẽ')
  expect(await page.locator('#compare ins').first().innerText()).toContain('đã')
  expect(await fits(page)).toBe(true)
  await page.fill('#note-text', 'Đã gọi cho doanh nghiệp, hẹn ngày 20.')
  await page.locator('#note').getByRole('button', { name: 'Lưu ghi chú' }).click()
  await page.getByRole('status').getByText('Đã lưu ghi chú nội bộ').waitFor()
  await page.getByText('Đã gọi cho doanh nghiệp, hẹn ngày 20.').waitFor()
  await page.goto(`/issues/${code}?compare=1..2`)
  await expectAccessible(page)
  await screenshots(page, 'compare', [360, 1280])
})

test('the coordinating office keeps templates and documents; nobody else but the administrator does', async () => {
  const page = await pageOf(db, app.origin, house.coordinator, { viewport: { width: 360, height: 740 } })
  for (const place of ['templates', 'citations']) {
    await page.goto(`/admin/${place}`)
    await expectAccessible(page)
    expect(await fits(page)).toBe(true)
    await screenshots(page, place, [360, 1280])
  }
  await page.fill('#citation-number', '1/2027/NĐ-CP')
  await page.fill('#citation-name', 'Nghị định mẫu')
  await page.fill('#citation-validFrom', '01/02/2027')
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await page.getByRole('link', { name: '1/2027/NĐ-CP' }).waitFor()
  const officer = await pageOf(db, app.origin, house.officer)
  expect((await officer.goto('/admin/templates'))?.status()).toBe(403)
  expect((await page.goto('/admin/units'))?.status()).toBe(403)
})
