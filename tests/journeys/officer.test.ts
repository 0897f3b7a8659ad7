import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { seedReference } from '#db/seed/reference.ts'
import { expectAccessible, newPage, screenshots, troublesOf } from '#tests/support/browser.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { startApp } from '#tests/support/server.ts'
import { givePassword } from '#tests/support/sign-in.ts'
import { signIn } from '#tests/support/sign-in-page.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let house: Awaited<ReturnType<typeof aHouse>>

beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db, 'SXD25')
  const { coordinator, officer, head, enterprise } = house
  for (const person of [coordinator, officer, head, enterprise]) await givePassword(db, person)
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app?.close())

const routed = async () => {
  const issue = await anIssue(db, { enterpriseId: house.enterpriseId, text: 'Đề nghị sớm nghiệm thu hệ thống phòng cháy của nhà xưởng số 3.' })
  await walk(db, issue.id, [[house.coordinator, routeTo('SXD25')]])
  return issue
}

const press = (page: Page, name: string) => page.locator('#main').getByRole('link', { name, exact: true }).click()
const send = (page: Page, name: string) => page.locator('#move').getByRole('button', { name, exact: true }).click()
const told = (page: Page, words: string) => page.getByRole('status').getByText(words).waitFor()
const stateIs = (page: Page, words: string) => page.locator('h1 + div').getByText(words, { exact: true }).waitFor()

async function as(page: Page, person: Actor, code: string) {
  await signIn(page, app.origin, person, `/issues/${code}`)
  await page.getByRole('heading', { level: 1, name: code }).waitFor()
}

async function answerIt(page: Page, code: string, { officer, head, enterprise }: typeof house) {
  await as(page, officer, code)
  await press(page, 'Tiếp nhận')
  await send(page, 'Tiếp nhận')
  await told(page, 'Đã tiếp nhận giải quyết')
  await press(page, 'Yêu cầu doanh nghiệp bổ sung')
  await page.fill('#move-question', 'Đề nghị cho biết số biên bản kiểm tra.')
  await send(page, 'Yêu cầu doanh nghiệp bổ sung')
  await stateIs(page, 'Chờ bổ sung thông tin')

  await as(page, enterprise, code)
  await page.getByText('Đề nghị cho biết số biên bản kiểm tra.').first().waitFor()
  await press(page, 'Bổ sung thông tin')
  await page.locator('#main').getByRole('textbox').fill('Biên bản số 15.')
  await page.locator('#main form button[type=submit]').click()
  await stateIs(page, 'Đang giải quyết')

  await as(page, officer, code)
  await press(page, 'Trình duyệt trả lời')
  await page.fill('#move-text', 'Sở sẽ nghiệm thu.')
  await send(page, 'Lưu dự thảo')
  await told(page, 'Đã lưu dự thảo trả lời')
  expect(await page.inputValue('#move-text')).toBe('Sở sẽ nghiệm thu.')
  await page.fill('#move-text', 'Sở đã nghiệm thu ngày 12/4.')
  await send(page, 'Trình duyệt trả lời')
  await stateIs(page, 'Chờ phê duyệt')
  await expect.poll(() => page.getByRole('link', { name: 'Phê duyệt' }).count()).toBe(0)

  await as(page, head, code)
  await press(page, 'Trả lại dự thảo')
  await page.fill('#move-note', 'Nêu số biên bản.')
  await send(page, 'Trả lại dự thảo')
  await stateIs(page, 'Đang giải quyết')

  await as(page, officer, code)
  await press(page, 'Trình duyệt trả lời')
  expect(await page.inputValue('#move-text')).toBe('Sở đã nghiệm thu ngày 12/4.')
  await page.fill('#move-text', 'Sở đã nghiệm thu ngày 12/4 theo biên bản số 15.')
  await send(page, 'Trình duyệt trả lời')
  await stateIs(page, 'Chờ phê duyệt')

  await as(page, head, code)
  await press(page, 'Phê duyệt')
  await page.fill('#move-letterNumber', '12/SXD-QLXD')
  await page.fill('#move-letterDate', '15/04/2024')
  await send(page, 'Phê duyệt')
  await stateIs(page, 'Đã trả lời')

  await as(page, enterprise, code)
  await page.getByText('Sở đã nghiệm thu ngày 12/4 theo biên bản số 15.').waitFor()
  await page.getByText('12/SXD-QLXD').first().waitFor()
  const all = await page.locator('#main').innerText()
  for (const hidden of [officer.name, head.name, 'Nêu số biên bản.', 'Sở đã nghiệm thu ngày 12/4.\n']) expect(all).not.toContain(hidden)
}

describe.each([['a desk', 1280], ['a phone', 360]] as const)('on %s', (_, width) => {
  test('an officer answers and the head, not the officer, issues it', async () => {
    const page = await newPage({ viewport: { width, height: 800 } })
    await answerIt(page, (await routed()).code, house)
    expect(troublesOf(page)).toEqual([])
  })
})

test('the same path works with scripts off', async () => {
  const page = await newPage({ javaScriptEnabled: false })
  await answerIt(page, (await routed()).code, house)
})

test('an officer hands back, naming the competent unit, and the issue leaves the unit', async () => {
  const { code } = await routed()
  const page = await newPage()
  await as(page, house.officer, code)
  await press(page, 'Chuyển lại')
  await send(page, 'Chuyển lại')
  await page.locator('#move-summary').waitFor()
  await expectAccessible(page)
  await screenshots(page, 'hand-back')
  await page.selectOption('#move-competentUnit', 'SCT')
  await page.fill('#move-note', 'Thuộc thẩm quyền của Sở Công Thương.')
  await send(page, 'Chuyển lại')
  await told(page, code)
  expect(new URL(page.url()).pathname).toBe('/work')
  const gone = await page.goto(`${app.origin}/issues/${code}`)
  expect(gone?.status()).toBe(404)
})

test('of two colleagues who send answers the second sees both texts and sends hers on the new version', async () => {
  const { id, code } = await routed()
  await walk(db, id, [[house.officer, { type: 'accept', note: undefined }]])
  const page = await newPage()
  await as(page, house.officer, code)
  await press(page, 'Trình duyệt trả lời')
  await page.fill('#move-text', 'Bản của chuyên viên.')
  await walk(db, id, [
    [house.head, { type: 'submitAnswer', text: 'Bản của lãnh đạo.', note: undefined }],
    [house.head, { type: 'returnForRedraft', note: 'Xem lại số liệu.' }],
  ])
  await send(page, 'Trình duyệt trả lời')
  const panel = page.getByRole('alert').filter({ hasText: 'Người khác vừa xử lý' })
  await panel.getByText('Bản của lãnh đạo.').waitFor()
  await panel.getByText('Bản của chuyên viên.').waitFor()
  await expectAccessible(page)
  await screenshots(page, 'conflict')
  expect(await page.inputValue('#move-text')).toBe('Bản của chuyên viên.')
  await send(page, 'Trình duyệt trả lời trên bản mới nhất')
  await stateIs(page, 'Chờ phê duyệt')
})

test('a text typed for an issue that has left the unit is not lost', async () => {
  const { id, code } = await routed()
  const page = await newPage({ javaScriptEnabled: false })
  await as(page, house.officer, code)
  await press(page, 'Chuyển lại')
  await page.selectOption('#move-competentUnit', 'SCT')
  await page.fill('#move-note', 'Không thuộc lĩnh vực của Sở.')
  await walk(db, id, [[house.coordinator, { ...routeTo('SCT'), type: 'reroute', note: 'Phân công lại.' } as never]])
  await send(page, 'Chuyển lại')
  await page.getByText('Không thuộc lĩnh vực của Sở.').waitFor()
})

test('every page of the path is accessible', async () => {
  const { code } = await routed()
  const page = await newPage()
  await page.goto(`${app.origin}/sign-in`)
  await expectAccessible(page)
  await as(page, house.officer, code)
  await expectAccessible(page)
  await screenshots(page, 'issue')
  await page.goto(`${app.origin}/work`)
  await expectAccessible(page)
  await screenshots(page, 'work')
  await page.goto(`${app.origin}/issues?q=phong+chay`)
  await page.getByText(code).waitFor()
  await expectAccessible(page)
  await screenshots(page, 'issues')
  await as(page, house.coordinator, code)
  await page.goto(`${app.origin}/issues/${code}?move=reroute`)
  await expectAccessible(page)
  await screenshots(page, 'reroute')
})
