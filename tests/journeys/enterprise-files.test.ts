import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { associationMembers, associations, comments, conferences, enterprises, filingDrafts, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson, anEnterprise } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { pageOf } from '#tests/support/signed-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => {
  await seedReference(db)
  await db.insert(conferences).values({ title: 'Hội nghị đối thoại với doanh nghiệp', heldOn: '2024-04-05' })
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

const phone = { viewport: { width: 360, height: 740 } }
const text = 'Công ty nộp hồ sơ gia hạn thuê đất ngày 02/03/2024 nhưng chưa có kết quả.\nĐề nghị cho biết thời điểm trả kết quả.'

async function aDirector(name = 'Nguyễn Thị Mẫu') {
  const enterpriseId = await anEnterprise(db)
  await db.update(enterprises).set({ district: 'Đông Anh', phone: '024 3333 4444' }).where(eq(enterprises.id, enterpriseId))
  return { enterpriseId, actor: await aPerson(db, 'enterprise', { enterpriseId, name }) }
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const next = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click()
const issuesOf = (enterpriseId: number) => db.select().from(issues).where(eq(issues.enterpriseId, enterpriseId))

/** From the first question to the check, each page as it stands. */
async function answerAll(page: Page, look: (name: string) => Promise<unknown> = async () => {}) {
  await page.goto('/issues/new')
  await look('start')
  await page.getByRole('link', { name: 'Bắt đầu' }).click()
  await heading(page, 'Kiến nghị gửi đến hội nghị nào?')
  await look('conference')
  await page.getByLabel('Hội nghị đối thoại với doanh nghiệp').check()
  await next(page)
  await heading(page, 'Doanh nghiệp vướng mắc việc gì?')
  await look('text')
  await page.getByLabel('Nội dung kiến nghị').fill(text)
  await next(page)
  await heading(page, 'Kiến nghị thuộc nhóm nội dung nào?')
  await look('group')
  await page.getByLabel('Thủ tục đất đai').check()
  await next(page)
  await heading(page, 'Việc này ở đâu?')
  await look('place')
  await page.getByLabel('Khu công nghiệp, cụm công nghiệp').selectOption('KCN Thăng Long')
  await next(page)
  await heading(page, 'Cơ quan giải quyết liên hệ với ai?')
  await look('contact')
  await next(page)
  await heading(page, 'Kiểm tra trước khi gửi')
  await look('check')
}

test('on a phone, a director files an issue one question a page and is told code and date due', async () => {
  const { actor, enterpriseId } = await aDirector()
  const page = await pageOf(db, app.origin, actor, phone)
  await answerAll(page, async (name) => {
    await page.waitForLoadState('networkidle')
    await expectAccessible(page)
    await screenshots(page, `filing-${name}`)
    await page.setViewportSize(phone.viewport)
  })
  const check = page.locator('dl')
  for (const answer of [text.split('\n')[0]!, 'Thủ tục đất đai', 'KCN Thăng Long, Đông Anh', '024 3333 4444']) {
    await check.getByText(answer).waitFor()
  }
  await page.getByRole('button', { name: 'Gửi kiến nghị' }).click()
  await heading(page, 'Đã gửi kiến nghị')
  const [issue, ...others] = await issuesOf(enterpriseId)
  expect(others).toEqual([])
  expect(issue).toMatchObject({ state: 'received', text, group: 'land', filedBy: actor.personId, suggestion: { group: 'land' } })
  const shown = await page.locator('main').innerText()
  expect(shown).toContain(issue!.code)
  expect(shown).toContain(issue!.dueOn!.split('-').reverse().join('/'))
  const [comment] = await db.select().from(comments).where(eq(comments.id, issue!.commentId))
  expect(comment).toMatchObject({ zone: 'KCN Thăng Long', contact: { phone: '024 3333 4444', email: actor.email } })
  expect(await db.select().from(filingDrafts).where(eq(filingDrafts.personId, actor.personId))).toEqual([])
  await expectAccessible(page)
  await screenshots(page, 'filing-filed')
  expect(troublesOf(page)).toEqual([])
}, 120_000)

test('the whole way works without scripts', async () => {
  const { actor, enterpriseId } = await aDirector()
  const page = await pageOf(db, app.origin, actor, { ...phone, javaScriptEnabled: false })
  await answerAll(page)
  await page.getByRole('button', { name: 'Gửi kiến nghị' }).click()
  await heading(page, 'Đã gửi kiến nghị')
  expect(await issuesOf(enterpriseId)).toMatchObject([{ text: text, group: 'land' }])
})

test.each([true, false])('going back keeps what was typed, right or wrong (scripts: %s)', async (javaScriptEnabled) => {
  const { actor } = await aDirector()
  const page = await pageOf(db, app.origin, actor, { ...phone, javaScriptEnabled })
  await page.goto('/issues/new/contact')
  await page.getByLabel('Họ và tên').fill('')
  await page.getByLabel('Điện thoại').fill('không số')
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await heading(page, 'Việc này ở đâu?')
  await page.getByLabel('Quận, huyện').fill('Sóc Sơn')
  await next(page)
  await heading(page, 'Cơ quan giải quyết liên hệ với ai?')
  expect(await page.getByLabel('Điện thoại').inputValue()).toBe('không số')
  await next(page)
  await page.getByRole('alert').getByText('Họ và tên').waitFor()
  expect(await page.getByLabel('Điện thoại').inputValue()).toBe('không số')
  await page.goto('/issues/new/place')
  expect(await page.getByLabel('Quận, huyện').inputValue()).toBe('Sóc Sơn')
})

test('what is being typed survives a closed window, and the way goes on where it was left', async () => {
  const { actor } = await aDirector()
  const page = await pageOf(db, app.origin, actor, phone)
  await page.goto('/issues/new/conference')
  await page.waitForLoadState('networkidle')
  await page.getByLabel('Không gắn với hội nghị nào').check()
  await next(page)
  await heading(page, 'Doanh nghiệp vướng mắc việc gì?')
  await page.getByLabel('Nội dung kiến nghị').pressSequentially('Chưa gửi')
  await page.getByText('Đã lưu tạm').waitFor()
  await page.close()
  const again = await pageOf(db, app.origin, actor, phone)
  await again.goto('/issues/new')
  await again.getByText('Có một kiến nghị đang viết dở').waitFor()
  await screenshots(again, 'filing-continue', [360])
  await again.getByRole('link', { name: 'Viết tiếp' }).click()
  await heading(again, 'Doanh nghiệp vướng mắc việc gì?')
  expect(await again.getByLabel('Nội dung kiến nghị').inputValue()).toBe('Chưa gửi')
  await again.goto('/issues/new')
  await again.getByRole('button', { name: 'Bỏ bản này' }).click()
  await heading(again, 'Kiến nghị gửi đến hội nghị nào?')
  expect(await db.select().from(filingDrafts).where(eq(filingDrafts.personId, actor.personId))).toEqual([])
})

test('without a network the typed text stays on the page, which says that it was not kept', async () => {
  const { actor } = await aDirector()
  const page = await pageOf(db, app.origin, actor, phone)
  await page.goto('/issues/new/text')
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await page.getByLabel('Nội dung kiến nghị').pressSequentially('Mất mạng')
  await page.getByText('Chưa lưu tạm được').waitFor()
  expect(await page.getByLabel('Nội dung kiến nghị').inputValue()).toBe('Mất mạng')
})

test('an answer is changed from the check page and leads back to it', async () => {
  const { actor } = await aDirector()
  const page = await pageOf(db, app.origin, actor, phone)
  await answerAll(page)
  await page.getByRole('link', { name: 'Sửa: Nhóm nội dung' }).click()
  await page.getByLabel('Chưa rõ').check()
  await page.getByRole('button', { name: 'Lưu và quay lại' }).click()
  await heading(page, 'Kiểm tra trước khi gửi')
  await page.locator('dl').getByText('Chưa rõ').waitFor()
})

test('a double click makes one issue, and a second send of the same page leads to the same issue', async () => {
  const { actor, enterpriseId } = await aDirector()
  const page = await pageOf(db, app.origin, actor, { javaScriptEnabled: false })
  await answerAll(page)
  const fields = await page.locator('form#check input').evaluateAll((all) => all.map((one) => [one.getAttribute('name'), one.getAttribute('value')]))
  const form = Object.fromEntries(fields) as Record<string, string>
  const send = () => page.request.post('/issues/new/check', { form, maxRedirects: 0, headers: { Origin: app.origin } })
  const answers = await Promise.all([send(), send(), send()])
  expect(new Set(answers.map((answer) => answer.headers().location)).size).toBe(1)
  expect(answers.map((answer) => answer.status())).toEqual([302, 302, 302])
  expect(await issuesOf(enterpriseId)).toHaveLength(1)
})

test('answers changed in another window are not sent unseen', async () => {
  const { actor, enterpriseId } = await aDirector()
  const page = await pageOf(db, app.origin, actor, phone)
  await answerAll(page)
  const other = await page.context().newPage()
  await other.goto('/issues/new/text?check')
  await other.getByLabel('Nội dung kiến nghị').fill('Nội dung khác hẳn.')
  await other.getByRole('button', { name: 'Lưu và quay lại' }).click()
  await heading(other, 'Kiểm tra trước khi gửi')
  await page.getByRole('button', { name: 'Gửi kiến nghị' }).click()
  await page.getByText('Nội dung đã được sửa ở một cửa sổ khác').waitFor()
  await page.locator('dl').getByText('Nội dung khác hẳn.').waitFor()
  expect(await issuesOf(enterpriseId)).toEqual([])
})

test('an association says for which consenting member it files', async () => {
  const [association] = await db.insert(associations).values({ name: 'Hiệp hội Mẫu' }).returning()
  const member = await anEnterprise(db, 'Công ty Mẫu Hội viên')
  await anEnterprise(db, 'Công ty Mẫu Chưa đồng ý')
  await db.insert(associationMembers).values({ associationId: association!.id, enterpriseId: member, consentedAt: new Date() })
  const actor = await aPerson(db, 'association', { associationId: association!.id })
  const page = await pageOf(db, app.origin, actor, phone)
  await page.goto('/issues/new/member')
  await expect.poll(() => page.getByLabel('Doanh nghiệp hội viên').locator('option').allInnerTexts()).toEqual(['Chọn…', 'Công ty Mẫu Hội viên'])
  await page.getByLabel('Doanh nghiệp hội viên').selectOption({ label: 'Công ty Mẫu Hội viên' })
  await next(page)
  await page.getByLabel('Không gắn').check()
  await next(page)
  await page.getByLabel('Nội dung kiến nghị').fill(text)
  await next(page)
  await page.getByLabel('Chưa rõ').check()
  await next(page)
  await heading(page, 'Việc này ở đâu?')
  await next(page)
  await page.getByLabel('Điện thoại').fill('0912 345 678')
  await next(page)
  await heading(page, 'Kiểm tra trước khi gửi')
  await page.getByRole('button', { name: 'Gửi kiến nghị' }).click()
  await heading(page, 'Đã gửi kiến nghị')
  expect(await issuesOf(member)).toMatchObject([{ associationId: association!.id, group: null, conferenceId: null }])
})

test('an unanswered question is asked before the check, and officials have no way in', async () => {
  const { actor } = await aDirector()
  const page = await pageOf(db, app.origin, actor, phone)
  await page.goto('/issues/new/conference')
  await next(page)
  await page.getByRole('alert').getByText('Vui lòng chọn một mục').waitFor()
  await page.getByLabel('Không gắn').check()
  await next(page)
  await heading(page, 'Doanh nghiệp vướng mắc việc gì?')
  await page.goto('/issues/new/check')
  await heading(page, 'Doanh nghiệp vướng mắc việc gì?')
  const officer = await pageOf(db, app.origin, await aPerson(db, 'officer', { unit: 'STNMT' }))
  expect((await officer.goto('/issues/new'))?.status()).toBe(403)
})
