import { expect, test } from 'vitest'
import { addNote } from '#app/notes/add-note.server.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aConference } from '#tests/support/conferences.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson } from '#tests/support/people.ts'
import { pageOf } from '#tests/support/signed-in.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

const { app, db } = await openHouse()
const asked = new Date('2025-02-10T03:00:00Z')
const ask: MoveInput = { type: 'requestOpinion', units: ['STC', 'SXD'], question: 'Ý kiến về giá đất?', dueOn: undefined }
const handBack = (competentUnit: string): MoveInput => ({ type: 'handBack', competentUnit, note: 'Không thuộc thẩm quyền.' })

/** One issue with an opinion in time and one that never came, urged about; another sent to and fro. */
async function aConferenceWithParts() {
  const house = await aHouse(db)
  const conference = await aConference(db, house.secretary, 'Hội nghị đối thoại')
  const [stc, sxd] = await Promise.all([aPerson(db, 'officer', { unit: 'STC' }), aPerson(db, 'officer', { unit: 'SXD' })])
  const issue = () => anIssue(db, { enterpriseId: house.enterpriseId, conferenceId: conference, at: asked })
  const [heard, moved] = [await issue(), await issue()]
  await walk(db, heard.id, [
    [house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }], [house.officer, ask],
    [stc, { type: 'giveOpinion', text: 'Thống nhất.' }], [house.coordinator, { type: 'urge', unit: 'SXD' }],
  ], asked)
  await walk(db, moved.id, [
    [house.coordinator, routeTo('STNMT')], [house.officer, handBack('SXD')], [house.coordinator, routeTo('SXD')],
    [sxd, handBack('STNMT')], [house.coordinator, routeTo('STNMT')],
  ], asked)
  await addNote(db, { id: heard.id, by: house.officer, text: 'Đã gọi Sở Xây dựng.', shared: false })
  return { ...house, conference, heard }
}

test('leadership reads which unit was silent, urged or sent issues to and fro, and finds them behind each number', { timeout: 120_000 }, async () => {
  const { leader, conference, heard } = await aConferenceWithParts()
  const page = await pageOf(db, app.origin, leader)
  await page.goto(`/reports/resolution?conference=${conference}&by=coordinating`)
  const opinions = page.getByRole('table', { name: 'Ý kiến của đơn vị phối hợp' })
  await expect.poll(() => opinions.getByRole('row').count()).toBe(3)
  await page.getByRole('table', { name: 'Đôn đốc, chuyển lại và chuyển đi chuyển lại' }).getByText('(1 lần)').waitFor()
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await screenshots(page, 'unit-parts', [360, 768, 1280])
  await page.setViewportSize({ width: 1280, height: 800 })
  const links = await page.locator('main a[href*="partUnit="]').evaluateAll((all) => all.map((one) => ({ href: one.getAttribute('href') ?? '', shown: one.textContent })))
  expect(links.length).toBeGreaterThanOrEqual(9)
  for (const { href, shown } of links) {
    const html = (await (await page.request.get(`${app.origin}${href}`)).text()).replaceAll('<!-- -->', '')
    expect([href, />([\d.]+) kiến nghị</.exec(html)?.[1]]).toEqual([href, shown])
  }
  await opinions.getByRole('row', { name: /Sở Xây dựng/ }).locator('a[href*="part=silent"]').first().click()
  await page.getByText('Im lặng: Sở Xây dựng').waitFor()
  await page.getByText(heard.code).first().waitFor()
  await expectAccessible(page)
  expect(troublesOf(page)).toEqual([])
})

test('the auditor reads internal notes with their hashes, from the log of moves', { timeout: 60_000 }, async () => {
  const { heard } = await aConferenceWithParts()
  const page = await pageOf(db, app.origin, await aPerson(db, 'auditor'))
  await page.goto('/audit')
  await page.getByRole('link', { name: 'Ghi chú nội bộ' }).click()
  await page.getByLabel('Mã kiến nghị').fill(heard.code)
  await page.getByRole('button', { name: 'Tìm trong nhật ký' }).click()
  await page.getByText('Chuỗi 1 ghi chú nội bộ còn nguyên vẹn').waitFor()
  await page.getByText('Đã gọi Sở Xây dựng.').waitFor()
  await expectAccessible(page)
  await screenshots(page, 'audit-notes', [360, 1280])
  expect(troublesOf(page)).toEqual([])
})
