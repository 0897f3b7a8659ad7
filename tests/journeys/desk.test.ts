import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { comments, commitments, enterprises, issues, sessions } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { proxyTo } from '#tests/support/proxy.ts'
import { startApp } from '#tests/support/server.ts'
import { cookieOf, pageOf } from '#tests/support/signed-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let secretary: Actor, leader: Actor
beforeAll(async () => {
  await seedReference(db)
  secretary = await aPerson(db, 'secretary', { unit: 'VPUB' })
  leader = await aPerson(db, 'leader', { unit: 'VPUB' })
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

const rows = async () => db.select({ code: issues.code, state: issues.state, text: issues.text, group: issues.group, channel: issues.channel }).from(issues).orderBy(issues.id)

test('the desk writes down by keys alone, enters what the chair promised, and the hall sees it', { timeout: 120_000 }, async () => {
  const id = await aConference(db, secretary)
  await db.insert(enterprises).values({ name: 'Công ty cổ phần Mẫu Đường Sắt', taxCode: '0100100079' })
  const hall = await pageOf(db, app.origin, leader)
  await hall.goto(`/conferences/${id}/hall`)
  const page = await pageOf(db, app.origin, secretary)
  await page.goto(`/conferences/${id}`)
  await page.getByRole('link', { name: 'Bàn thư ký' }).click()
  await page.getByLabel('Doanh nghiệp').pressSequentially('duong sat')
  await expect.poll(() => page.locator('#capture-enterprise-known option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))).toEqual(['Công ty cổ phần Mẫu Đường Sắt'])
  await page.getByLabel('Doanh nghiệp').fill('0100100079')
  await page.getByLabel('Nhóm nội dung').selectOption('land')
  await page.getByLabel('Nội dung phát biểu').fill('Đề nghị giảm tiền thuê đất năm 2024.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('status').getByText(/đã ghi ý kiến/).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('capture-enterprise')
  expect(await page.getByLabel('Nhóm nội dung').inputValue()).toBe('land')
  expect(await page.getByLabel('Nội dung phát biểu').inputValue()).toBe('')

  await page.getByLabel('Doanh nghiệp').fill('Công ty TNHH Mẫu Mới')
  await page.getByLabel('Nội dung phát biểu').fill('Làm đường gom vào cụm công nghiệp.')
  await page.keyboard.press('Alt+Enter')
  await page.getByLabel('Lời hứa, đúng như đã nói').fill('Trước 30/6 phải khởi công đường gom.')
  await expectAccessible(page)
  await screenshots(page, 'desk-promise', [360, 1280])
  await page.getByLabel('Đơn vị thực hiện').selectOption('SGTVT')
  await page.getByLabel('Thời hạn').fill('30/06/2027')
  await page.getByRole('button', { name: 'Ghi lời hứa' }).click()
  await page.locator('[id^=promise-][id$=-answeredBy-error]').waitFor()
  await page.getByLabel('Người hứa').fill('Phó Chủ tịch Mẫu')
  await page.getByRole('button', { name: 'Ghi lời hứa' }).click()
  await page.getByRole('status').getByText(/đã ghi lời hứa/).waitFor()
  await expectAccessible(page)
  await screenshots(page, 'desk')

  expect(await rows()).toMatchObject([
    { state: 'received', group: 'land', channel: 'hall', text: 'Đề nghị giảm tiền thuê đất năm 2024.' },
    { state: 'committed', group: 'land', channel: 'hall' },
  ])
  expect(await db.select({ unit: commitments.ownerUnit, dueOn: commitments.dueOn, text: commitments.text }).from(commitments)).toEqual([
    { unit: 'SGTVT', dueOn: '2027-06-30', text: 'Trước 30/6 phải khởi công đường gom.' },
  ])
  expect((await db.select().from(enterprises)).map(({ name }) => name).sort()).toEqual(['Công ty TNHH Mẫu Mới', 'Công ty cổ phần Mẫu Đường Sắt'])
  await expect.poll(() => hall.locator('dd').allTextContents()).toEqual(['2', '1', '1'])
  expect(await hall.locator('body').innerText()).not.toContain('Mẫu Mới')
  await expectAccessible(hall)
  await screenshots(hall, 'hall', [360, 1280])
  expect([...troublesOf(page), ...troublesOf(hall)].filter((one) => !one.includes('422'))).toEqual([])
})

test('a key pressed while a word is being composed writes nothing down', async () => {
  const id = await aConference(db, secretary)
  const before = (await rows()).length
  const page = await pageOf(db, app.origin, secretary)
  await page.goto(`/conferences/${id}/desk`)
  await page.getByText('Trực tiếp', { exact: true }).waitFor()
  await page.getByLabel('Doanh nghiệp').fill('Công ty TNHH Mẫu Gõ')
  await page.getByLabel('Nội dung phát biểu').fill('Đề nghị')
  const composing = [{ isComposing: true }, { keyCode: 229 }]
  for (const how of composing) {
    await page.getByLabel('Nội dung phát biểu').dispatchEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, ...how })
    await page.getByLabel('Nội dung phát biểu').dispatchEvent('keydown', { key: 'Enter', altKey: true, bubbles: true, ...how })
  }
  // the ways in which Vietnamese input is switched, and AltGr
  for (const keys of ['Control+Shift+Enter', 'Alt+Shift+Enter', 'Control+Alt+Enter', 'Enter']) await page.getByLabel('Nội dung phát biểu').press(keys)
  await page.getByLabel('Nội dung phát biểu').fill('Đề nghị')
  await page.waitForTimeout(500)
  expect((await rows()).length).toBe(before)
  await page.getByLabel('Nội dung phát biểu').press('Control+Enter')
  await page.getByRole('status').getByText(/đã ghi ý kiến/).waitFor()
  expect((await rows()).length).toBe(before + 1)
})

test('without scripts a comment is written down, answered on the spot, and an unknown tax code is told at its field', async () => {
  const id = await aConference(db, secretary)
  const page = await pageOf(db, app.origin, secretary, { javaScriptEnabled: false })
  await page.goto(`/conferences/${id}/desk`)
  await page.getByLabel('Doanh nghiệp').fill('0100109106')
  await page.getByLabel('Nội dung phát biểu').fill('Đề nghị hướng dẫn thủ tục phòng cháy.')
  await page.getByRole('button', { name: 'Ghi, đã trả lời' }).click()
  await page.getByText('Chưa có doanh nghiệp với mã số thuế này').first().waitFor()
  expect(await page.getByLabel('Nội dung phát biểu').inputValue()).toBe('Đề nghị hướng dẫn thủ tục phòng cháy.')
  await page.getByLabel('Doanh nghiệp').fill('Công ty TNHH Mẫu Phòng Cháy')
  await page.getByLabel('Nhóm nội dung').selectOption('land')
  await page.getByRole('button', { name: 'Ghi, đã trả lời' }).click()
  await page.getByLabel('Người trả lời').fill('Trần Thị Mẫu')
  await page.getByLabel('Đơn vị trả lời').selectOption('STNMT')
  await page.getByLabel('Nội dung trả lời tại hội nghị').fill('Sở sẽ gửi hướng dẫn trong tuần.')
  await page.getByRole('button', { name: 'Ghi câu trả lời' }).click()
  await page.getByRole('status').getByText(/đã ghi câu trả lời/).waitFor()
  expect(await page.getByLabel('Nhóm nội dung').inputValue()).toBe('land')
  expect((await rows()).at(-1)).toMatchObject({ state: 'answered', channel: 'hall', group: 'land' })
  const [last] = (await db.select({ text: comments.text }).from(comments).orderBy(comments.id)).slice(-1)
  expect(last).toEqual({ text: 'Đề nghị hướng dẫn thủ tục phòng cháy.' })
})

/** Writes down one comment by keys, as fast as the desk takes it. */
async function writeDown(page: Page, text: string) {
  await page.locator('#capture-enterprise').fill('Công ty TNHH Mẫu Ngoại Tuyến')
  await page.locator('#capture-text').fill(text)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => page.locator('#capture-text').inputValue()).toBe('')
}

/** What the chair just promised about the comment written down last, by keys alone. */
async function takePromise(page: Page, words: string) {
  await page.keyboard.press('Alt+Enter')
  const form = page.locator('form', { has: page.getByLabel('Lời hứa, đúng như đã nói') })
  await form.getByLabel('Lời hứa, đúng như đã nói').fill(words)
  await form.getByLabel('Đơn vị thực hiện').selectOption('SGTVT')
  await form.getByLabel('Thời hạn').fill('30/06/2099')
  await form.getByLabel('Người hứa').fill('Phó Chủ tịch Mẫu')
  await page.keyboard.press('Control+Enter')
  await form.waitFor({ state: 'detached' })
}

const keptPages = (page: Page) => page.evaluate(async () => {
  const names = await caches.keys()
  const counts = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length))
  return counts.reduce((sum, count) => sum + count, 0)
})

test('with the network gone thirty comments and two promises are written down, the tab is killed, and back online each is entered once and in order', { timeout: 120_000 }, async () => {
  const id = await aConference(db, secretary)
  const line = await proxyTo(app.origin)
  const origin = new URL(line.url).origin
  const page = await pageOf(db, origin, secretary)
  await page.goto(`/conferences/${id}/desk`)
  await expect.poll(() => keptPages(page)).toBeGreaterThan(5)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  const [before, promisedBefore] = [(await rows()).length, await db.$count(commitments)]
  line.down()
  const words = Array.from({ length: 30 }, (_, n) => `Ý kiến thứ ${n + 1} khi mất mạng.`)
  for (const text of words.slice(0, 12)) await writeDown(page, text)
  await takePromise(page, 'Hứa về ý kiến thứ 12.')
  for (const text of words.slice(12, 20)) await writeDown(page, text)
  await page.getByRole('heading', { name: 'Chờ gửi: 21 ý kiến' }).waitFor()
  await expectAccessible(page)
  await screenshots(page, 'desk-offline', [360, 1280])
  const context = page.context()
  await page.close()

  const again = await context.newPage()
  await again.goto(`${origin}/conferences/${id}/desk`)
  await again.getByRole('heading', { name: 'Chờ gửi: 21 ý kiến' }).waitFor()
  await takePromise(again, 'Hứa về ý kiến thứ 20.')
  for (const text of words.slice(20)) await writeDown(again, text)
  await again.getByRole('heading', { name: 'Chờ gửi: 32 ý kiến' }).waitFor()
  expect((await rows()).length).toBe(before)
  await line.up()
  await again.getByRole('heading', { name: /Chờ gửi/ }).waitFor({ state: 'detached', timeout: 30_000 })

  const entered = (await rows()).slice(before)
  expect(entered.map(({ text }) => text)).toEqual(words)
  expect(entered.flatMap(({ state }, n) => (state === 'committed' ? [n + 1] : []))).toEqual([12, 20])
  const promised = await db.select({ text: commitments.text, issue: issues.text, saidAt: commitments.saidAt }).from(commitments)
    .innerJoin(issues, eq(issues.id, commitments.issueId)).orderBy(commitments.id)
  expect(promised.slice(promisedBefore).map(({ text, issue }) => [text, issue])).toEqual([['Hứa về ý kiến thứ 12.', words[11]], ['Hứa về ý kiến thứ 20.', words[19]]])
  const said = (await db.select({ text: comments.text, saidAt: comments.saidAt, receivedAt: comments.receivedAt }).from(comments).orderBy(comments.saidAt)).filter(({ text }) => words.includes(text))
  expect(said.map(({ text }) => text)).toEqual(words)
  expect(said.every(({ saidAt, receivedAt }) => saidAt! < receivedAt)).toBe(true)
  expect((await db.select().from(enterprises)).filter(({ name }) => name === 'Công ty TNHH Mẫu Ngoại Tuyến')).toHaveLength(1)
  await again.getByText('Trực tiếp', { exact: true }).waitFor({ timeout: 30_000 })
  await again.close()
})

test('signing out takes the page put aside with it and keeps what waits, which nobody else can send', { timeout: 60_000 }, async () => {
  const id = await aConference(db, secretary)
  const colleague = await aPerson(db, 'secretary', { unit: 'VPUB', name: 'Nguyễn Thị Mẫu Khác' })
  const line = await proxyTo(app.origin)
  const page = await pageOf(db, new URL(line.url).origin, secretary)
  await page.goto(`/conferences/${id}/desk`)
  await expect.poll(() => keptPages(page)).toBeGreaterThan(5)
  const before = (await rows()).length
  line.down()
  await writeDown(page, 'Lời tôi ghi trước khi đăng xuất.')
  await page.getByRole('heading', { name: 'Chờ gửi: 1 ý kiến' }).waitFor()
  // the stream and the outbox find the way back by themselves; the session is gone first
  await db.delete(sessions).where(eq(sessions.userId, secretary.personId))
  await line.up()
  await page.getByText('Phiên làm việc đã hết').waitFor()
  await page.locator('summary', { hasText: secretary.name }).click()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.waitForURL('**/sign-in')
  await expect.poll(() => keptPages(page)).toBe(0)

  const signIn = async (person: Actor) => page.context().addCookies([{ name: 'session', value: (await cookieOf(db, person)).split('=')[1]!, url: new URL(line.url).origin }])
  await signIn(colleague)
  await page.goto(`/conferences/${id}/desk`)
  await page.getByText(`Của ${secretary.name} (người khác), đăng nhập lại để gửi`).waitFor()
  await page.getByText('Trực tiếp', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: 'Sửa' }).count()).toBe(0)
  await expectAccessible(page)
  await writeDown(page, 'Lời của đồng nghiệp.')
  await page.getByRole('status').getByText(/đã ghi ý kiến/).waitFor()
  expect((await rows()).slice(before).map(({ text }) => text)).toEqual(['Lời của đồng nghiệp.'])

  await signIn(secretary)
  await page.goto(`/conferences/${id}/desk`)
  await expect.poll(async () => (await rows()).slice(before).map(({ text }) => text)).toEqual(['Lời của đồng nghiệp.', 'Lời tôi ghi trước khi đăng xuất.'])
  const by = await db.select({ person: issues.filedBy }).from(issues).orderBy(issues.id)
  expect(by.slice(before)).toEqual([{ person: colleague.personId }, { person: secretary.personId }])
})

test('a page put aside by an earlier build goes when that of this build is there', { timeout: 60_000 }, async () => {
  const id = await aConference(db, secretary)
  const page = await pageOf(db, app.origin, secretary)
  await page.goto('/sign-in')
  await page.evaluate(async () => (await caches.open('desk-00000000')).put('/conferences/1/desk', new Response('of another build')))
  await page.goto(`/conferences/${id}/desk`)
  await expect.poll(() => keptPages(page)).toBeGreaterThan(5)
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).includes('desk-00000000')), { timeout: 30_000 }).toBe(false)
})

test('what the register cannot take comes back to the desk with the reason, and is corrected there', async () => {
  const id = await aConference(db, secretary)
  const page = await pageOf(db, app.origin, secretary)
  await page.goto(`/conferences/${id}/desk`)
  await page.getByText('Trực tiếp', { exact: true }).waitFor()
  await page.getByLabel('Doanh nghiệp').fill('0100109106')
  await page.getByLabel('Nội dung phát biểu').fill('Đề nghị cấp nước sạch.')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Chưa có doanh nghiệp với mã số thuế này').waitFor()
  await page.getByRole('button', { name: 'Sửa' }).click()
  const correction = page.locator('section', { has: page.getByRole('heading', { name: 'Sửa ý kiến chưa vào sổ' }) })
  await expect.poll(() => correction.getByLabel('Nội dung phát biểu').inputValue()).toBe('Đề nghị cấp nước sạch.')
  await correction.getByLabel('Doanh nghiệp').fill('Công ty TNHH Mẫu Nước')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('status').getByText(/đã ghi ý kiến/).waitFor()
  expect((await rows()).at(-1)).toMatchObject({ text: 'Đề nghị cấp nước sạch.' })
})
