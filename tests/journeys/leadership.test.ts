import { asc, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { expectAccessible, newPage, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aConference, importAnnex } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { live, lives } from '#tests/support/histories.ts'
import { aHouse, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { pageOf } from '#tests/support/signed-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let house: Awaited<ReturnType<typeof aHouse>>
let conference: number

/** The annex, most of it routed and some of it answered, beside issues of two months earlier with a life behind them. */
beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  conference = await aConference(db, house.secretary, 'Hội nghị đối thoại với doanh nghiệp khu, cụm công nghiệp')
  const plan = lives.flatMap((life, index) => [life.length, 3].map((steps) => ({ life: index, steps, hours: [30] })))
  await live(db, house, conference, plan)
  await importAnnex(db, conference, house.coordinator)
  const entered = await db.select({ id: issues.id }).from(issues).where(eq(issues.channel, 'annex')).orderBy(asc(issues.id))
  const units = ['STNMT', 'SKHDT', 'STC', 'BQLKCN']
  for (const [at, { id }] of entered.slice(0, 40).entries()) await walk(db, id, [[house.coordinator, routeTo(units[at % 4]!)]])
  for (const { id } of entered.slice(0, 40).filter((_one, at) => at % 4 === 0)) {
    await walk(db, id, [
      [house.officer, { type: 'accept', note: undefined }],
      [house.officer, { type: 'submitAnswer', text: 'Sở đã có văn bản.', note: undefined }],
      [house.head, { type: 'approve', letterNumber: '15/STNMT', letterDate: '2024-06-10', note: undefined }],
    ])
  }
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

const shownCount = (html: string) => Number(/>([\d.]+) kiến nghị</.exec(html.replaceAll('<!-- -->', ''))?.[1])

/** Every number on the page that is a link, against how many issues the page behind it says it lists. */
async function expectEveryNumberToHold(page: Page) {
  await page.waitForLoadState()
  const links = await page.locator('main a[href^="/issues?"]').evaluateAll((all) =>
    all.map((one) => ({ href: one.getAttribute('href') ?? '', shown: Number(one.textContent) })))
  expect(links.length).toBeGreaterThan(20)
  for (const [href, shown] of new Map(links.map(({ href, shown }) => [href, shown]))) {
    const html = await (await page.request.get(`${app.origin}${href}`)).text()
    expect([href, shownCount(html)]).toEqual([href, shown])
  }
}

test('walk 4: leadership reads the conference by group and by unit, and finds behind a number its issues', { timeout: 120_000 }, async () => {
  const page = await pageOf(db, app.origin, house.leader)
  await page.goto('/reports/resolution')
  await page.getByLabel('Hội nghị').selectOption({ value: String(conference) })
  await page.getByRole('button', { name: 'Xem báo cáo' }).click()
  await page.waitForURL(/conference=/)
  await page.getByText(/^Tính đến \d\d:\d\d \d\d\/\d\d\/\d{4}$/).waitFor()
  await expectAccessible(page)
  await screenshots(page, 'report-group')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByText('Cách tính').first().click()
  await expect.poll(() => page.getByText(/Kiến nghị không được chấp thuận, doanh nghiệp rút hoặc chuyển luồng khác vẫn nằm ở mẫu số/).first().isVisible()).toBe(true)
  await expectEveryNumberToHold(page)

  await page.getByRole('link', { name: 'Theo đơn vị chủ trì' }).click()
  const states = page.getByRole('table', { name: 'Tình trạng theo đơn vị chủ trì' })
  await states.waitFor()
  await expectAccessible(page)
  await screenshots(page, 'report-unit')
  for (const width of [360, 768]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await expectEveryNumberToHold(page)

  const answered = states.getByRole('row', { name: /Sở Tài nguyên và Môi trường/ }).getByRole('cell').first().getByRole('link')
  const number = Number(await answered.textContent())
  expect(number).toBeGreaterThan(10)
  await answered.click()
  await page.getByRole('heading', { level: 1, name: 'Kiến nghị', exact: true }).waitFor()
  await expect.poll(() => page.locator('main table tbody tr').count()).toBe(number)
  expect(troublesOf(page)).toEqual([])
})

test('a past day shows the figures of that day, also without scripts', async () => {
  const page = await pageOf(db, app.origin, house.leader, { javaScriptEnabled: false })
  await page.goto(`/reports/resolution?conference=${conference}&by=unit`)
  await page.getByLabel('Tính đến hết ngày').fill('2024-06-02')
  await page.getByRole('button', { name: 'Xem báo cáo' }).click()
  await page.getByText('Tính đến 23:59 02/06/2024').waitFor()
  expect(new URL(page.url()).searchParams.get('by')).toBe('unit')
  await expectEveryNumberToHold(page)
  await screenshots(page, 'report-past', [360])
})

test('the table leaves as a file of the same figures, for those who may read it', async () => {
  const page = await pageOf(db, app.origin, house.leader)
  const file = await page.request.get(`${app.origin}/reports/resolution.csv?conference=${conference}&by=group`)
  const text = await file.text()
  expect(text.startsWith('\uFEFF"Mã","Nhóm nội dung"')).toBe(true)
  expect(text.trim().split('\r\n').at(-1)).toMatch(/^"","Tổng cộng","[^"]+",10\d,/)
  const stranger = await pageOf(db, app.origin, house.enterprise)
  expect((await stranger.request.get(`${app.origin}/reports/resolution.csv`)).status()).toBe(403)
})

test('where nothing was received there is no rate, and a unit reads only its own part', async () => {
  const empty = await aConference(db, house.secretary, 'Hội nghị chưa có kiến nghị')
  const page = await pageOf(db, app.origin, house.leader)
  await page.goto(`/reports/resolution?conference=${empty}`)
  await page.getByText('Chưa có kiến nghị nào trong phạm vi này').waitFor()
  const stranger: Actor = await aPerson(db, 'head', { unit: 'SYT' })
  const other = await pageOf(db, app.origin, stranger)
  await other.goto(`/reports/resolution?conference=${conference}`)
  await other.getByText('Chưa có kiến nghị nào trong phạm vi này').waitFor()
  const nobody = await newPage()
  await nobody.goto(`${app.origin}/reports/resolution`)
  expect(nobody.url()).toContain('/sign-in')
})
