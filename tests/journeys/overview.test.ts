import { asc, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issues, reportLooks } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aConference, importAnnex } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { live, lives } from '#tests/support/histories.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { pageOf } from '#tests/support/signed-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let house: Awaited<ReturnType<typeof aHouse>>

/** Issues of May 2024 with a life behind them, and an annex of today, half of it routed and a quarter answered. */
beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  const conference = await aConference(db, house.secretary)
  await live(db, house, conference, lives.flatMap(({ length }, life) => [length, 3].map((steps) => ({ life, steps, hours: [30] }))))
  await importAnnex(db, conference, house.coordinator)
  const entered = await db.select({ id: issues.id }).from(issues).where(eq(issues.channel, 'annex')).orderBy(asc(issues.id))
  for (const [at, { id }] of entered.slice(0, 24).entries()) {
    await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }]])
    if (at % 2 === 0) await walk(db, id, [
      [house.officer, { type: 'submitAnswer', text: 'Sở đã có văn bản.', note: undefined }],
      [house.head, { type: 'approve', letterNumber: '15/STNMT', letterDate: '2024-06-10', note: undefined }],
    ])
  }
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

const html = async (page: Page, path: string) => (await (await page.request.get(`${app.origin}${path}`)).text()).replaceAll('<!-- -->', '')
const saidToList = (text: string) => Number(/>([\d.]+) kiến nghị</.exec(text)?.[1])
const number = (text: string | null) => Number((text ?? '').replace(/[+−.]/g, ''))

/** Rows of a list over all its pages. */
async function listed(page: Page, path: string): Promise<number> {
  const text = await html(page, path)
  const next = /href="([^"]*cursor=[^"]*)"[^>]*rel="next"|rel="next"[^>]*href="([^"]*cursor=[^"]*)"/.exec(text)
  const rows = (/<tbody>.*<\/tbody>/s.exec(text)?.[0].match(/<tr/g) ?? []).length
  const to = next?.[1] ?? next?.[2]
  return rows + (to ? await listed(page, `${path.split('?')[0]}${to.replaceAll('&amp;', '&')}`) : 0)
}

/** Every number on the page that is a link, marks of its charts too, against the page behind it. */
async function expectEveryNumberToHold(page: Page, atLeast: number) {
  const links = await page.locator('main a[href^="/issues?"], main a[href^="/reports/since?"]').evaluateAll((all) =>
    all.filter((one) => !one.closest('svg')).map((one) => [one.getAttribute('href') ?? '', one.textContent] as const))
  expect(links.length).toBeGreaterThan(atLeast)
  for (const [href, shown] of new Map(links)) {
    const found = href.startsWith('/issues?') ? saidToList(await html(page, href)) : await listed(page, href)
    expect([href, found]).toEqual([href, number(shown)])
  }
  const marks = await page.locator('main svg a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  for (const mark of marks) expect(links.map(([href]) => href)).toContain(mark)
  return marks.length
}

test('the leader’s day begins with the overview, on which every number and mark leads to as many issues', { timeout: 180_000 }, async () => {
  const page = await pageOf(db, app.origin, house.leader)
  await page.goto('/')
  await page.waitForURL(/\/reports$/)
  await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor()
  await page.getByText('Đây là lần xem đầu tiên').waitFor()
  expect(await expectEveryNumberToHold(page, 40)).toBeGreaterThan(1)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Từ trước đến nay' }).click()
  await page.waitForURL(/period=all/)
  await page.getByText('Kiến nghị tiếp nhận: từ trước đến nay.').waitFor()
  await expectEveryNumberToHold(page, 40)
  await screenshots(page, 'overview')
  for (const width of [360, 768]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
  expect(troublesOf(page)).toEqual([])
})

test('what changed since the last look is told, and a reload does not wipe it', { timeout: 60_000 }, async () => {
  const leader = await aPerson(db, 'leader', { unit: 'VPUB' })
  const page = await pageOf(db, app.origin, leader, { javaScriptEnabled: false })
  await page.goto('/reports')
  const lookedAt = new Date(Date.now() - 3_600_000)
  await db.update(reportLooks).set({ lookedAt }).where(eq(reportLooks.personId, leader.personId))
  await db.update(reportLooks).set({ beforeAt: null }).where(eq(reportLooks.personId, leader.personId))
  await page.goto('/reports')
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'Thay đổi từ lần xem trước' }) })
  const fresh = card.locator('div', { has: page.getByText('Mới tiếp nhận', { exact: true }) }).getByRole('link')
  await card.getByText('So với lần xem lúc').waitFor()
  const before = number(await fresh.first().textContent())
  await anIssue(db, {})
  for (const look of ['first', 'again']) {
    await page.goto('/reports')
    expect([look, number(await fresh.first().textContent())]).toEqual([look, before + 1])
  }
  await fresh.first().click()
  await page.getByRole('heading', { level: 1, name: 'Mới tiếp nhận' }).waitFor()
  expect(await listed(page, new URL(page.url()).pathname + new URL(page.url()).search)).toBe(before + 1)
})

test('own days are typed as on paper, and wrong ones are said at their field', async () => {
  const page = await pageOf(db, app.origin, house.leader, { javaScriptEnabled: false })
  await page.goto('/reports')
  await page.getByText('Chọn từ ngày, đến ngày').click()
  await page.getByLabel('Tiếp nhận từ ngày').fill('1/5/2024')
  await page.getByLabel('Đến hết ngày').fill('31/7/2024')
  await page.getByRole('button', { name: 'Xem số liệu' }).click()
  await page.getByText('Kiến nghị tiếp nhận: từ 01/05/2024 đến hết 31/07/2024.').waitFor()
  await expectEveryNumberToHold(page, 30)
  await page.getByLabel('Đến hết ngày').fill('31/4/2024')
  await page.getByRole('button', { name: 'Xem số liệu' }).click()
  await page.waitForURL(/31%2F4%2F2024/)
  expect(await page.getByLabel('Đến hết ngày').getAttribute('aria-invalid')).toBe('true')
  expect(await page.getByLabel('Đến hết ngày').inputValue()).toBe('31/4/2024')
  await page.goto('/reports?from=2020-01-01&to=2020-01-31')
  await page.getByText('Chưa có kiến nghị nào tiếp nhận trong thời gian này').waitFor()
})

test('two periods are compared, counted then and now, and every number leads to its issues', { timeout: 180_000 }, async () => {
  const page = await pageOf(db, app.origin, house.leader)
  const own = 'from=1/1/2025&beforeFrom=1/5/2024&beforeTo=31/7/2024'
  for (const more of ['counting=then', 'counting=now&by=unit']) {
    await page.goto(`/reports/compare?${own}&${more}`)
    await page.getByRole('heading', { level: 1, name: 'So sánh hai kỳ' }).waitFor()
    await expectEveryNumberToHold(page, 30)
  }
  await expectAccessible(page)
  await page.getByText('không khác rõ rệt').first().waitFor()
  await page.getByText('dưới 10, không so sánh').first().waitFor()
  await screenshots(page, 'compare')
  for (const width of [360, 768]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
  expect(troublesOf(page)).toEqual([])
})
