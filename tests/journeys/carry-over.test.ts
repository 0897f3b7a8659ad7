import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { readWorkbook } from '#app/imports/read/read-workbook.server.ts'
import { conferences, conferenceSeries } from '#db/schema/index.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aConference } from '#tests/support/conferences.ts'
import { wholeHouse, type House } from '#tests/support/every-state.ts'
import { anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { anEnterprise } from '#tests/support/people.ts'
import { cookieOf, pageOf } from '#tests/support/signed-in.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

const { app, db } = await openHouse()
let house: House
let [earlier, next] = [0, 0]
let codes: string[]

beforeAll(async () => {
  house = await wholeHouse(db)
  const [series] = await db.insert(conferenceSeries).values({ name: 'Đối thoại với doanh nghiệp khu công nghiệp' }).returning()
  const rows = await db.insert(conferences).values([
    { title: 'Hội nghị kỳ thứ nhất', heldOn: '2024-04-05', seriesId: series!.id }, { title: 'Hội nghị kỳ thứ hai', heldOn: '2031-06-05', seriesId: series!.id },
  ]).returning({ id: conferences.id })
  ;[earlier, next] = rows.map(({ id }) => id) as [number, number]
  const other = await anEnterprise(db, 'Công ty CP Mẫu 02 – cơ khí')
  const answered: [Actor, Parameters<typeof walk>[2][number][1]][] = [[house.coordinator, routeTo('STNMT')], [house.officer, samples.accept], [house.officer, samples.submitAnswer], [house.head, samples.approve]]
  const lives = [[], answered, [...answered, [house.officer, samples.commit] as const], [...answered, [house.officer, samples.fulfil] as const]]
  codes = []
  for (const [at, life] of lives.entries()) {
    const issue = await anIssue(db, { conferenceId: earlier, enterpriseId: at % 2 ? other : house.enterpriseId })
    await walk(db, issue.id, life as typeof answered)
    codes.push(issue.code)
  }
})

const here = () => `/conferences/${next}/carry-over`

test('the secretary reads what was raised, promised and done, follows each number to its list, and leaves an issue out', { timeout: 90_000 }, async () => {
  const page = await pageOf(db, app.origin, house.secretary)
  await page.goto(here())
  await page.getByRole('heading', { name: 'Kiến nghị chuyển sang kỳ này (3)' }).waitFor()
  await screenshots(page, 'carry-over', [360, 1280])
  await expectAccessible(page)
  const numbers = await page.locator('main a[href^="/issues?carriedTo="]').evaluateAll((all) => all.map((one) => ({ href: one.getAttribute('href') ?? '', shown: Number(one.textContent) })))
  expect(numbers).toHaveLength(24)
  for (const { href, shown } of numbers) {
    const html = await (await fetch(app.origin + href, { headers: { Cookie: await cookieOf(db, house.secretary) } })).text()
    expect([href, Number(/>(\d+)(?:<!-- -->)? kiến nghị</.exec(html)?.[1] ?? 0)]).toEqual([href, shown])
  }
  const [first] = codes as [string]
  await page.getByRole('link', { name: `Không chuyển: ${first}` }).click()
  await page.getByRole('heading', { name: `Không chuyển ${first} sang kỳ này` }).waitFor()
  await page.getByRole('button', { name: 'Không chuyển kiến nghị này' }).click()
  await page.getByRole('alert').getByText('Lý do', { exact: false }).first().waitFor()
  await page.getByLabel('Lý do').fill('Doanh nghiệp đã chuyển địa điểm.')
  await page.getByRole('button', { name: 'Không chuyển kiến nghị này' }).click()
  await page.getByText(`${first}: không chuyển sang kỳ này.`).waitFor()
  await page.getByRole('heading', { name: 'Kiến nghị chuyển sang kỳ này (2)' }).waitFor()
  await page.getByText('Doanh nghiệp đã chuyển địa điểm.').waitFor()
  await screenshots(page, 'carry-over-left-out', [360, 1280])
  await expectWorkbook()
  await page.getByRole('link', { name: 'Theo khu, cụm công nghiệp' }).click()
  await page.getByRole('columnheader', { name: 'Khu, cụm công nghiệp' }).waitFor()
  await page.goto(`/conferences/${next}/report`)
  await page.getByRole('link', { name: 'Chuyển từ kỳ trước: 2 kiến nghị.' }).waitFor()
  expect(troublesOf(page)).toEqual([])
})

test('without scripts an issue is left out and taken up again; leadership reads and decides nothing', { timeout: 60_000 }, async () => {
  const page = await pageOf(db, app.origin, house.coordinator, { javaScriptEnabled: false })
  const second = codes[1]!
  await page.goto(`${here()}?leaveOut=${second}`)
  await page.getByLabel('Lý do').fill('Đã có kỳ họp riêng.')
  await page.getByRole('button', { name: 'Không chuyển kiến nghị này' }).click()
  await page.getByText(`${second}: không chuyển sang kỳ này.`).waitFor()
  await page.getByRole('button', { name: `Chuyển lại ${second}` }).click()
  await page.getByText(`${second}: đã chuyển lại sang kỳ này.`).waitFor()
  const leader = await pageOf(db, app.origin, house.leader)
  await leader.goto(here())
  await leader.getByRole('heading', { name: /Kiến nghị chuyển sang kỳ này/ }).waitFor()
  expect(await leader.getByRole('link', { name: /^Không chuyển:/ }).count()).toBe(0)
  const alone = await aConference(db, house.coordinator)
  await leader.goto(`/conferences/${alone}/carry-over`)
  await leader.getByText('Hội nghị chưa thuộc chuỗi hội nghị nào').waitFor()
  await leader.goto(`/conferences/${earlier}/carry-over`)
  await leader.getByText('Đây là hội nghị đầu tiên của chuỗi').waitFor()
})

/** The same figures as on the page, and every issue in full. */
async function expectWorkbook() {
  const get = async (by: Actor) => fetch(`${app.origin}${here()}.xlsx`, { headers: { Cookie: await cookieOf(db, by) } })
  const response = await get(house.auditor)
  expect(response.headers.get('Content-Disposition')).toContain('chuyen-ky-2031-06-05.xlsx')
  const sheets = await readWorkbook(Buffer.from(await response.arrayBuffer()))
  const rowsOf = (name: string) => sheets.find((one) => one.sheet === name)!.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''))
  const [, head, ...figures] = rowsOf('Bảng chuyển kỳ')
  expect(head?.slice(0, 4)).toEqual(['Doanh nghiệp', 'Khu, cụm công nghiệp', 'Đã nêu', 'Đã trả lời'])
  expect(figures.find(([name]) => name === 'Tổng cộng')?.slice(2)).toEqual(['4', '3', '1', '1', '0', '3', '2', '1'])
  expect(rowsOf('Theo khu, cụm').length).toBeGreaterThan(3)
  expect(rowsOf('Kiến nghị chuyển sang').slice(1).map(([code]) => code).toSorted()).toEqual(codes.slice(1, 3))
  expect(rowsOf('Không chuyển').slice(1).map(([code]) => code)).toEqual(codes.slice(0, 1))
  for (const by of [house.officer, house.enterprise, house.admin]) expect((await get(by)).status).toBe(403)
}
