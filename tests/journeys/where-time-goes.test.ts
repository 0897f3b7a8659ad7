import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aConference } from '#tests/support/conferences.ts'
import { live, lives } from '#tests/support/histories.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson } from '#tests/support/people.ts'
import { pageOf } from '#tests/support/signed-in.ts'

const { app, db } = await openHouse()
let house: Awaited<ReturnType<typeof aHouse>>
let stranger: Actor

beforeAll(async () => {
  house = await aHouse(db)
  stranger = await aPerson(db, 'head', { unit: 'SCT' })
  const conference = await aConference(db, house.secretary)
  await live(db, house, conference, lives.flatMap((life, index) => [life.length, 3].map((steps) => ({ life: index, steps, hours: [12 * index + 5, 30, 50] }))))
  const { id } = await anIssue(db, { conferenceId: conference, at: new Date('2024-06-03T02:00:00Z') })
  const at = new Date('2024-06-10T02:00:00Z')
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }]], at)
  await walk(db, id, [[house.officer, { type: 'requestOpinion', units: ['STC'], question: 'Ý kiến?', dueOn: undefined }]], at)
  await walk(db, id, [[await aPerson(db, 'officer', { unit: 'STC' }), { type: 'giveOpinion', text: 'Thống nhất.' }]], new Date('2024-06-13T02:00:00Z'))
  await walk(db, id, [[house.officer, { type: 'submitAnswer', text: 'Đã rà soát.', note: undefined }], [house.head, { type: 'approve', letterNumber: '1/STNMT', letterDate: '2024-06-14', note: undefined }]], new Date('2024-06-14T02:00:00Z'))
}, 120_000)

const year = '/reports/time?answeredFrom=2024-01-01&answeredTo=2024-12-31'

/** Follows every number of a page to its list, which says how many it has. */
async function followNumbers(page: Page, address: string, noun: string) {
  const links = await page.locator('main a[href*="/issues?"], main a[href*="/commitments/list?"]').evaluateAll((all) => all.map((one) => ({ text: one.textContent ?? '', href: one.getAttribute('href')! })))
  const numbers = [...new Map(links.filter(({ text }) => /^[1-9]\d*$/.test(text)).map((one) => [one.href, one])).values()]
  expect(numbers.length, address).toBeGreaterThan(0)
  for (const { text, href } of numbers) {
    await page.goto(href)
    await page.locator('main').getByText(new RegExp(`^${text} ${noun}`)).first().waitFor()
  }
  return numbers.length
}

async function look(page: Page, address: string, heading: string, name: string) {
  await page.goto(address)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await expectAccessible(page)
  await screenshots(page, name, [360, 1280])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  await page.setViewportSize({ width: 1280, height: 800 })
}

test('a leader sees how old open issues are, where the time goes and which promises are kept, and each number is a list', { timeout: 240_000 }, async () => {
  const page = await pageOf(db, app.origin, house.leader)
  for (const [address, heading, name, noun] of [
    ['/reports/open', 'Tuổi của kiến nghị đang mở', 'open', 'kiến nghị'],
    [year, 'Thời gian xử lý theo từng bên', 'time', 'kiến nghị'],
    ['/reports/promises', 'Cam kết theo đơn vị', 'promises', 'cam kết'],
    ['/reports/resolution?by=coordinating', 'Kết quả giải quyết kiến nghị', 'coordinating', 'kiến nghị'],
  ] as const) {
    await look(page, address, heading, name)
    if (name !== 'coordinating') await followNumbers(page, address, noun)
  }
  await page.goto(`${year}&heldUnit=STC`)
  await page.getByRole('row', { name: /Sở Tài chính/ }).getByRole('link').click()
  await page.getByText(/^1 kiến nghị/).first().waitFor()
  await page.getByText(/Trước khi trả lời đã ở: Sở Tài chính/).waitFor()
  expect(troublesOf(page)).toEqual([])
})

test('the head of a unit reads of the issues the unit has a part in; of a unit without any, the page says what to do', { timeout: 120_000 }, async () => {
  const page = await pageOf(db, app.origin, house.head)
  await page.goto(year)
  await page.getByRole('heading', { name: 'Phần thời gian của riêng từng đơn vị' }).waitFor()
  await followNumbers(page, year, 'kiến nghị')
  const other = await pageOf(db, app.origin, stranger)
  for (const [address, words] of [[year, 'Chưa có kiến nghị nào được trả lời trong kỳ này'], ['/reports/open', 'Không có kiến nghị nào đang mở'], ['/reports/promises', 'Chưa có cam kết nào trong phạm vi này']] as const) {
    await other.goto(address)
    await other.getByText(words).waitFor()
  }
  expect(troublesOf(other)).toEqual([])
})
