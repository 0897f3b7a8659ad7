import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { captureComment } from '#app/conferences/desk.server.ts'
import { conferenceById } from '#db/queries/conferences.ts'
import { conferences, enterprises, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { pageOf } from '#tests/support/signed-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let secretary: Actor, colleague: Actor, leader: Actor
beforeAll(async () => {
  await seedReference(db)
  secretary = await aPerson(db, 'secretary', { unit: 'VPUB' })
  colleague = await aPerson(db, 'secretary', { unit: 'VPUB' })
  leader = await aPerson(db, 'leader', { unit: 'VPUB' })
  await db.insert(enterprises).values({ name: 'Công ty cổ phần Mẫu Đèo Ngang', taxCode: '0100100079' })
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

const meeting = async () => (await conferenceById(db, await aConference(db, secretary)))!
const say = (conference: { id: number; heldOn: string }, text: string) =>
  captureComment(db, conference, { enterprise: 'Công ty TNHH Mẫu Kín Tên', group: 'land', text }, secretary)

/** The hall's screen, once its stream stands and what it asked for at first is there. */
async function screenOf(id: number): Promise<Page> {
  const page = await pageOf(db, app.origin, leader)
  const asked = page.waitForResponse('**/figures')
  await page.goto(`/conferences/${id}/hall`)
  await asked
  await page.getByText('Đang nối lại').waitFor({ state: 'detached' })
  return page
}

async function deskOf(id: number, person: Actor): Promise<Page> {
  const page = await pageOf(db, app.origin, person)
  await page.goto(`/conferences/${id}/desk`)
  await page.getByText('Trực tiếp', { exact: true }).waitFor()
  return page
}

const figures = (page: Page) => page.locator('dd').allTextContents()
/** Of the issue: what the desks write stands on the screen within two seconds. */
const within = { timeout: 2_000, interval: 50 }

test('the hall’s screen follows within two seconds of each commit, and names nobody', async () => {
  const conference = await meeting()
  const screen = await screenOf(conference.id)
  for (const n of [1, 2, 3]) {
    await say(conference, `Ý kiến thứ ${n}.`)
    await expect.poll(() => figures(screen), within).toEqual([String(n), '0', '0'])
  }
  expect(await screen.locator('body').innerText()).not.toContain('Kín Tên')
  expect(await screen.getByRole('link').count()).toBe(0)
  await expectAccessible(screen)
  expect(troublesOf(screen)).toEqual([])
})

test('thirty comments at once make the screen ask a few times, not thirty', async () => {
  const conference = await meeting()
  const screen = await screenOf(conference.id)
  let asked = 0
  screen.on('request', (request) => void (request.url().endsWith('/figures') && asked++))
  await Promise.all(Array.from({ length: 30 }, (_, n) => say(conference, `Ý kiến dồn dập ${n}.`)))
  await expect.poll(() => figures(screen)).toEqual(['30', '0', '0'])
  expect(asked).toBeLessThan(20)
})

test('who speaks and who is next stand on the screen where names may be shown', async () => {
  const { id } = await meeting()
  await db.update(conferences).set({ namesShown: true, title: 'Hội nghị đối thoại giữa lãnh đạo thành phố với doanh nghiệp khu công nghiệp, cụm công nghiệp' }).where(eq(conferences.id, id))
  const [desk, screen] = [await deskOf(id, secretary), await screenOf(id)]
  for (const name of ['Công ty cổ phần Mẫu Đèo Ngang', 'Hợp tác xã Mẫu Kế Tiếp']) {
    await desk.getByLabel('Đăng ký phát biểu').fill(name)
    await desk.getByRole('button', { name: 'Thêm vào hàng đợi' }).click()
    await desk.getByRole('button', { name: `Mời phát biểu: ${name}` }).waitFor()
  }
  await desk.getByRole('button', { name: 'Mời phát biểu: Công ty cổ phần Mẫu Đèo Ngang' }).click()
  await screen.getByText('Đang phát biểu: Công ty cổ phần Mẫu Đèo Ngang').waitFor()
  await screen.getByText('Tiếp theo: Hợp tác xã Mẫu Kế Tiếp').waitFor()
  await expectAccessible(screen)
  await expectAccessible(desk)
  await screenshots(screen, 'hall-names', [360, 1024, 1280])
  await screenshots(desk, 'desk-speakers', [360, 1280])
})

test('two desks see each other’s rows and one queue; who is called stands in the form, unless somebody is being written down', async () => {
  const { id } = await meeting()
  const [one, other] = [await deskOf(id, secretary), await deskOf(id, colleague)]
  for (const [desk, text] of [[one, 'Ghi ở bàn thứ nhất.'], [other, 'Ghi ở bàn thứ hai.']] as const) {
    await desk.locator('#capture-enterprise').fill('Công ty TNHH Mẫu Hai Bàn')
    await desk.locator('#capture-text').fill(text)
    await desk.keyboard.press('Control+Enter')
    for (const reader of [one, other]) await reader.locator('li').getByText(text).waitFor()
  }
  for (const name of ['Công ty Mẫu Thứ Nhất', 'Công ty Mẫu Thứ Hai']) {
    await one.getByLabel('Đăng ký phát biểu').fill(name)
    await one.getByRole('button', { name: 'Thêm vào hàng đợi' }).click()
    await other.getByRole('button', { name: `Mời phát biểu: ${name}` }).waitFor()
  }
  await other.locator('#capture-enterprise').fill('Công ty đang ghi dở')
  await other.locator('#capture-text').fill('Đang gõ dở')
  await one.getByRole('button', { name: 'Mời phát biểu: Công ty Mẫu Thứ Nhất' }).click()
  await expect.poll(() => one.locator('#capture-enterprise').inputValue()).toBe('Công ty Mẫu Thứ Nhất')
  await other.getByRole('button', { name: 'Đã xong: Công ty Mẫu Thứ Nhất' }).waitFor()
  expect(await other.locator('#capture-enterprise').inputValue()).toBe('Công ty đang ghi dở')
  await other.locator('#capture-text').press('Control+Enter')
  await expect.poll(() => other.locator('#capture-enterprise').inputValue()).toBe('Công ty Mẫu Thứ Nhất')
  await expect.poll(() => other.evaluate(() => document.activeElement?.id)).toBe('capture-text')
  // only what was said is left to type
  await other.keyboard.type('Chỉ gõ nội dung.')
  await other.keyboard.press('Control+Enter')
  await one.locator('li').getByText('Chỉ gõ nội dung.').waitFor()
  await one.getByRole('button', { name: 'Mời phát biểu: Công ty Mẫu Thứ Hai' }).click()
  await expect.poll(() => other.locator('#capture-enterprise').inputValue()).toBe('Công ty Mẫu Thứ Hai')
  expect([...troublesOf(one), ...troublesOf(other)]).toEqual([])
})

test('without scripts the queue is kept by forms, and what another desk did first is told in words', async () => {
  const { id } = await meeting()
  const page = await pageOf(db, app.origin, secretary, { javaScriptEnabled: false })
  await page.goto(`/conferences/${id}/desk`)
  for (const name of ['Công ty Mẫu A', 'Công ty Mẫu B']) {
    await page.getByLabel('Đăng ký phát biểu').fill(name)
    await page.getByRole('button', { name: 'Thêm vào hàng đợi' }).click()
    await page.getByRole('button', { name: `Mời phát biểu: ${name}` }).waitFor()
  }
  await page.getByRole('button', { name: 'Đưa lên: Công ty Mẫu B' }).click()
  await expect.poll(() => page.locator('#speakers li strong').allTextContents()).toEqual(['Công ty Mẫu B', 'Công ty Mẫu A'])
  const quicker = await deskOf(id, colleague)
  await quicker.getByRole('button', { name: 'Mời phát biểu: Công ty Mẫu B' }).click()
  await quicker.getByRole('button', { name: 'Đã xong: Công ty Mẫu B' }).waitFor()
  await page.getByRole('button', { name: 'Mời phát biểu: Công ty Mẫu A' }).click()
  await page.getByText('Thư ký khác vừa mời một doanh nghiệp phát biểu').waitFor()
  await page.goto(`/conferences/${id}/desk`)
  expect(await page.getByLabel('Doanh nghiệp').inputValue()).toBe('Công ty Mẫu B')
})

test('on a phone, in one hand, twenty comments are written down: all within reach, and the button stays above the keyboard', { timeout: 90_000 }, async () => {
  const { id } = await meeting()
  const before = await db.$count(issues)
  const page = await pageOf(db, app.origin, secretary, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true })
  await page.goto(`/conferences/${id}/desk`)
  await page.getByText('Trực tiếp', { exact: true }).waitFor()
  const button = page.getByRole('button', { name: 'Ghi', exact: true })
  for (let n = 1; n <= 20; n += 1) {
    if (n % 5 === 1) await page.locator('#capture-enterprise').fill(`Công ty TNHH Mẫu ${n}`)
    else await page.locator('#capture-enterprise').fill('Công ty TNHH Mẫu 1')
    await page.locator('#capture-text').tap()
    // what a keyboard leaves of the screen
    await page.setViewportSize({ width: 360, height: 340 })
    await page.locator('#capture-text').pressSequentially(`Một tay, ý kiến ${n}.`)
    const place = await button.boundingBox()
    expect(place!.y + place!.height).toBeLessThanOrEqual(340)
    await button.tap()
    await expect.poll(() => page.locator('#capture-text').inputValue()).toBe('')
    await page.setViewportSize({ width: 360, height: 640 })
  }
  await expect.poll(() => db.$count(issues)).toBe(before + 20)
  await expect.poll(() => page.locator('ol li').getByText('Một tay, ý kiến 20.').count()).toBe(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const targets = await page.locator('main').locator('button, input:not([type=hidden]), select, textarea, nav ul a, ol li p:last-child a').evaluateAll((all) => all
    .filter((one) => one.checkVisibility())
    .map((one) => [one.textContent?.trim() || one.id, Math.round(one.getBoundingClientRect().height)] as const)
    .filter(([, height]) => height < 44))
  expect(targets).toEqual([])
  await expectAccessible(page)
})

test('a promise is taken down with few presses: the likely unit on top, the date by a button; a half-typed comment outlives a reload', async () => {
  const { id } = await meeting()
  const desk = await deskOf(id, secretary)
  await desk.locator('#capture-enterprise').fill('Công ty TNHH Mẫu Đất')
  await desk.locator('#capture-group').selectOption('land')
  await desk.locator('#capture-text').fill('Đề nghị sớm cấp giấy chứng nhận quyền sử dụng đất cho nhà máy.')
  await desk.keyboard.press('Control+Enter')
  await desk.getByRole('status').getByText(/đã ghi ý kiến/).waitFor()
  await desk.locator('#capture-text').fill('Ý kiến tiếp theo đang gõ')
  const said = desk.locator('li', { hasText: 'cấp giấy chứng nhận' })
  await said.getByRole('link', { name: 'Chủ trì hứa' }).click()
  const form = desk.locator('form', { has: desk.getByLabel('Lời hứa, đúng như đã nói') })
  await expect.poll(() => desk.evaluate(() => document.activeElement?.id.endsWith('-text') && document.activeElement.id)).toMatch(/^promise-/)
  await desk.keyboard.type('Tháng này cấp giấy.')
  await form.locator('optgroup').first().waitFor({ state: 'attached' })
  const likely = (await form.locator('optgroup[label="Gợi ý cho kiến nghị này"] option').first().getAttribute('value'))!
  await form.getByLabel('Đơn vị thực hiện').selectOption(likely)
  await form.getByRole('button', { name: 'Cuối năm' }).click()
  expect(await form.getByLabel('Thời hạn').inputValue()).toMatch(/^31\/12\/\d{4}$/)
  await form.getByLabel('Người hứa').fill('Phó Chủ tịch Mẫu')
  await screenshots(desk, 'desk-taking-promise', [360, 1280])
  await expectAccessible(desk)
  await desk.keyboard.press('Control+Enter')
  await said.getByText('1 lời hứa').waitFor()
  expect(await desk.locator('#capture-text').inputValue()).toBe('Ý kiến tiếp theo đang gõ')
  expect(await desk.locator('#capture-group').inputValue()).toBe('land')
  await desk.reload()
  await expect.poll(() => desk.locator('#capture-text').inputValue()).toBe('Ý kiến tiếp theo đang gõ')
  expect(troublesOf(desk)).toEqual([])
})
