import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { moveByClock } from '#app/issues/move-by-clock.server.ts'
import { seedReference } from '#db/seed/reference.ts'
import { expectAccessible, newPage, screenshots, troublesOf } from '#tests/support/browser.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { givePassword } from '#tests/support/sign-in.ts'
import { signIn } from '#tests/support/sign-in-page.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let house: Awaited<ReturnType<typeof aHouse>>
let asked: Actor

beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  asked = await aPerson(db, 'officer', { unit: 'STC25' })
  for (const person of [house.coordinator, house.officer, house.head, house.leader, asked]) await givePassword(db, person)
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app?.close())

const accept: MoveInput = { type: 'accept', note: undefined }
const ask = (units: string[]): MoveInput => ({ type: 'requestOpinion', units, question: 'Đề nghị cho ý kiến về giá đất cụ thể.' })
const letter = { letterNumber: '10/UBND-ĐT', letterDate: '2026-09-03', note: undefined }

async function inProgress(at?: Date) {
  const issue = await anIssue(db, { enterpriseId: house.enterpriseId, text: 'Đề nghị xác định giá đất để cấp giấy chứng nhận.', at })
  await walk(db, issue.id, [[house.coordinator, routeTo('STNMT')], [house.officer, accept]], at)
  return issue
}
async function as(page: Page, person: Actor, path: string) {
  await signIn(page, app.origin, person, path)
  await page.locator('#main h1').waitFor()
}
const fits = (page: Page, part: string) => page.locator(part).evaluate((element) => element.scrollWidth <= element.clientWidth)

async function fine(page: Page, name: string, part = 'html') {
  await screenshots(page, name)
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await fits(page, part), name).toBe(true)
  await expectAccessible(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  await expectAccessible(page)
}

test('without scripts a lead asks two units at once; a day nobody works is explained and nothing typed is lost', async () => {
  const { code } = await inProgress()
  const page = await newPage({ javaScriptEnabled: false })
  await as(page, house.officer, `/issues/${code}?move=requestOpinion`)
  for (const unit of ['STC25', 'SXD25']) await page.locator(`input[name=units][value=${unit}]`).check()
  await page.fill('[name=question]', 'Giá đất theo bảng giá nào?')
  await page.fill('[name=dueOn]', '2020-01-01')
  await page.locator('#move button[type=submit]').click()
  await page.getByText('Hạn cho ý kiến sớm nhất là ngày mai.').first().waitFor()
  expect(await page.inputValue('[name=question]')).toBe('Giá đất theo bảng giá nào?')
  await expect.poll(() => page.locator('input[name=units]:checked').count()).toBe(2)
  await page.fill('[name=dueOn]', '')
  await page.locator('#move button[type=submit]').click()
  await page.getByRole('status').getByText('Đã lấy ý kiến phối hợp').waitFor()
  await expect.poll(() => page.locator('#opinions').getByRole('rowheader').allInnerTexts()).toEqual(['Sở Tài chính', 'Sở Xây dựng'])
})

test('the asked unit finds the question in its work, by its own day, and answers on the page of the issue', async () => {
  const { id, code } = await inProgress()
  await walk(db, id, [[house.officer, ask(['STC25', 'SXD25'])]])
  const page = await newPage()
  await as(page, asked, '/work?queue=opinions')
  await page.getByRole('columnheader', { name: 'Hạn cho ý kiến' }).waitFor()
  await fine(page, 'work-opinions')
  await page.getByRole('link', { name: code }).click()
  await page.locator('#main').getByRole('link', { name: 'Cho ý kiến phối hợp' }).click()
  await page.fill('#move-text', 'Áp dụng bảng giá năm 2026.')
  await page.locator('#move').getByRole('button', { name: 'Cho ý kiến phối hợp' }).click()
  await page.getByRole('status').getByText('Đã cho ý kiến phối hợp').waitFor()
  await expect.poll(() => page.locator('#opinions').getByRole('rowheader').allInnerTexts()).toEqual(['Sở Tài chính'])
  expect(troublesOf(page)).toEqual([])
})

test('a unit is urged with one click; work ends over its open opinion only with a reason by name', async () => {
  const { id, code } = await inProgress()
  await walk(db, id, [[house.officer, ask(['STC25', 'SXD25'])], [asked, { type: 'giveOpinion', text: 'Áp dụng bảng giá năm 2026.' }]])
  const page = await newPage()
  await as(page, house.officer, `/issues/${code}`)
  await page.getByRole('button', { name: 'Đôn đốc Sở Xây dựng' }).click()
  await page.getByRole('status').getByText('Đã đôn đốc').waitFor()
  await page.getByText('Đã đôn đốc 1 lần').waitFor()
  await expect.poll(() => page.getByRole('button', { name: /Đôn đốc/ }).count()).toBe(0)
  await fine(page, 'issue-opinions', '#opinions')

  await page.locator('#main').getByRole('link', { name: 'Trình duyệt trả lời' }).click()
  await page.fill('#move-text', 'Giá đất áp dụng bảng giá năm 2026.')
  await page.locator('#move').getByRole('button', { name: 'Trình duyệt trả lời' }).click()
  await page.getByText('Còn 1 đơn vị chưa cho ý kiến.').first().waitFor()
  expect(await page.inputValue('#move-text')).toBe('Giá đất áp dụng bảng giá năm 2026.')
  await page.fill('#move-overOpenOpinions', 'Ý kiến của Sở Tài chính đã đủ căn cứ.')
  await page.locator('#move').getByRole('button', { name: 'Trình duyệt trả lời' }).click()
  await page.getByRole('status').getByText('Đã trình duyệt trả lời').waitFor()
  await page.getByText('Lý do: Ý kiến của Sở Tài chính đã đủ căn cứ.').waitFor()
  expect(troublesOf(page).filter((one) => !one.includes('422'))).toEqual([])
})

test('the office sees who was silent, who handed back to whom by when it must go on, and the letters above the city', async () => {
  const longAgo = new Date('2026-08-03T03:00:00Z')
  const silent = await inProgress(longAgo)
  await walk(db, silent.id, [[house.officer, ask(['STC25'])]], longAgo)
  expect(await moveByClock(db)).toBeGreaterThan(0)
  const back = await inProgress()
  await walk(db, back.id, [[house.officer, { type: 'handBack', competentUnit: 'SXD25', note: 'Nội dung về nghiệm thu công trình, không thuộc quản lý đất đai.' }]])
  const above = await inProgress()
  await walk(db, above.id, [
    [house.officer, { type: 'escalateUpward', authority: 'Bộ Tài nguyên và Môi trường', ...letter }],
    [house.officer, { type: 'chaseUpward', ...letter, letterNumber: '55/UBND-ĐT', letterDate: '2026-10-05' }],
  ])
  const page = await newPage()
  await as(page, house.coordinator, `/issues/${silent.code}`)
  await page.locator('#opinions').getByText('Không có ý kiến khi hết hạn').waitFor()
  await page.getByRole('button', { name: 'Đôn đốc Sở Tài nguyên và Môi trường' }).waitFor()
  await fine(page, 'issue-silent', '#opinions')
  await as(page, house.coordinator, '/work?queue=handedBack')
  await page.getByText('Sở Tài nguyên và Môi trường đề nghị giao Sở Xây dựng').waitFor()
  await fine(page, 'work-handed-back')
  await as(page, house.coordinator, `/issues/${back.code}`)
  await page.getByRole('heading', { name: 'Chuyển lại vì thẩm quyền: 1 lần' }).waitFor()
  await as(page, house.leader, '/upward')
  await page.getByText('1 lần, gần nhất 05/10/2026').waitFor()
  await fine(page, 'upward')
  await as(page, house.officer, '/upward')
  await page.getByRole('link', { name: 'Ghi nhận trả lời của cấp trên: văn bản 10/UBND-ĐT' }).click()
  await page.locator('#move-letterNumber').waitFor()
  expect(troublesOf(page)).toEqual([])
})
