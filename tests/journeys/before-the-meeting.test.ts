import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayFile, mostFilings } from '#app/access/attempts.server.ts'
import type { Actor } from '#app/access/actor.ts'
import { openConference } from '#app/conferences/open-conference.server.ts'
import { openPublicForm } from '#app/conferences/public-form.server.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { conferenceParticipants, conferences, enterprises, issues, rateLimits } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { expectAccessible, newPage, screenshots, troublesOf } from '#tests/support/browser.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse } from '#tests/support/issues.ts'
import { startApp } from '#tests/support/server.ts'
import { cookieOf, pageOf } from '#tests/support/signed-in.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let house: Awaited<ReturnType<typeof aHouse>>
let secretary: Actor
let today: string
const later = '2099-03-10'
const mine = 'Công ty cổ phần Mẫu Của Tôi'

beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  secretary = house.secretary
  today = localDate(new Date(), (await rulesOf(db)).calendar)
  await db.update(enterprises).set({ name: mine, taxCode: '0100100079' }).where(eq(enterprises.id, house.enterpriseId))
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

const invited = (id: number) => db.select().from(conferenceParticipants).where(eq(conferenceParticipants.conferenceId, id)).orderBy(conferenceParticipants.id)
const idIn = (page: Page) => Number(/conferences\/(\d+)/.exec(page.url())![1])
const withoutScripts = { javaScriptEnabled: false, viewport: { width: 360, height: 640 } }

async function anOpenForm(heldOn = later) {
  const { id } = await openConference(db, { title: 'Hội nghị đối thoại Mẫu', heldOn }, secretary)
  await openPublicForm(db, secretary, id)
  const [row] = await db.select({ key: conferences.publicFormKey }).from(conferences).where(eq(conferences.id, id))
  return { id, address: `/f/${row!.key}` }
}

test('a secretary plans a conference, invites by name and by list, and opens the form behind the QR code', { timeout: 120_000 }, async () => {
  const page = await pageOf(db, app.origin, secretary)
  await page.goto('/conferences/new')
  await page.getByLabel('Tên hội nghị').fill('Hội nghị đối thoại Mẫu quý I')
  await page.getByLabel('Tên chuỗi hội nghị mới').fill('Đối thoại Mẫu')
  await page.getByLabel('Ngày tổ chức').fill('10/03/2099')
  await page.getByLabel('Nhận kiến nghị đến hết ngày').fill('11/03/2099')
  await page.getByLabel('Đơn vị gửi trả lời chuẩn bị').fill('05/03/2099')
  await page.getByRole('button', { name: 'Tạo hội nghị' }).click()
  await page.locator('#conference-collectUntil-error').waitFor()
  await page.getByLabel('Nhận kiến nghị đến hết ngày').fill('20/02/2099')
  await page.getByRole('button', { name: 'Tạo hội nghị' }).click()
  await page.waitForURL(/\/conferences\/\d+\/plan$/)
  const id = idIn(page)
  await page.getByLabel('Chủ trì hội nghị').fill('Phó Chủ tịch Mẫu')
  await page.getByRole('button', { name: 'Lưu kế hoạch' }).click()
  await page.getByRole('status').getByText('Đã lưu kế hoạch').waitFor()
  await page.getByRole('button', { name: 'Mở mẫu công khai' }).click()
  await page.getByRole('link', { name: 'In tờ mã QR' }).waitFor()
  await expectAccessible(page)
  await screenshots(page, 'before-plan', [360, 1280])
  const [row] = await db.select().from(conferences).where(eq(conferences.id, id))
  expect(row).toMatchObject({ heldOn: later, collectUntil: '2099-02-20', answersDueOn: '2099-03-05', chair: 'Phó Chủ tịch Mẫu', hostUnit: 'VPUB' })
  await page.getByRole('link', { name: 'In tờ mã QR' }).click()
  await page.getByText(`${app.origin}/f/${row!.publicFormKey}`).waitFor()
  await page.getByRole('img', { name: 'Mã QR' }).waitFor()
  await screenshots(page, 'before-qr', [360, 1280])

  await page.goto(`/conferences/${id}/participants`)
  await page.getByLabel('Tên hoặc mã số thuế doanh nghiệp').pressSequentially('cua toi')
  await expect.poll(() => page.locator('#invite-known option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))).toEqual([`${mine} ; 0100100079`])
  await page.getByLabel('Tên hoặc mã số thuế doanh nghiệp').fill(`${mine} ; 0100100079`)
  await page.getByRole('button', { name: 'Mời', exact: true }).first().click()
  await page.getByRole('heading', { name: mine }).waitFor()
  await page.getByLabel('Người dự họp').last().waitFor({ state: 'attached' })
  await page.getByText('Dán cả danh sách doanh nghiệp').click()
  const list = [...Array.from({ length: 60 }, (_, n) => `${n + 1}\tCông ty TNHH Mẫu ${n + 1}`), 'Sai mã ; 0100100078', `${mine} ; 0100100079`].join('\n')
  await page.getByLabel('Danh sách, mỗi doanh nghiệp một dòng').fill(list)
  await page.getByRole('button', { name: 'Mời cả danh sách' }).click()
  await page.getByText('Đã mời 60 doanh nghiệp.').waitFor()
  await page.getByText('Dòng 61, «Sai mã»:').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Xác nhận dự: Công ty TNHH Mẫu 1', exact: true }).click()
  await page.getByRole('button', { name: 'Không dự: Công ty TNHH Mẫu 2', exact: true }).click()
  await expect.poll(async () => (await invited(id)).map(({ state }) => state).filter((state) => state !== 'invited').sort()).toEqual(['confirmed', 'declined'])
  await screenshots(page, 'before-participants', [360, 1280])
  await page.goto(`/conferences/${id}/readiness`)
  await page.getByText('59 trong 61 nơi được mời chưa trả lời.').waitFor()
  await screenshots(page, 'before-readiness', [360, 1280])
  expect(troublesOf(page).filter((one) => !one.includes('422'))).toEqual([])
})

test('without scripts, on a phone: the plan is saved, a list is pasted, and who came is ticked with one press each', { timeout: 60_000 }, async () => {
  const { id } = await openConference(db, { title: 'Hội nghị hôm nay', heldOn: today }, secretary)
  const page = await pageOf(db, app.origin, secretary, withoutScripts)
  await page.goto(`/conferences/${id}/plan`)
  await page.getByLabel('Địa điểm').fill('Hội trường Mẫu')
  await page.getByLabel('Đơn vị gửi trả lời chuẩn bị').fill('10/03/2099')
  await page.getByRole('button', { name: 'Lưu kế hoạch' }).click()
  await page.getByText('Trả lời phải sẵn sàng chậm nhất').first().waitFor()
  expect(await page.getByLabel('Địa điểm').inputValue()).toBe('Hội trường Mẫu')
  await page.getByLabel('Đơn vị gửi trả lời chuẩn bị').fill('')
  await page.getByRole('button', { name: 'Lưu kế hoạch' }).click()
  await page.getByText('Đã lưu kế hoạch').waitFor()
  await page.goto(`/conferences/${id}/participants`)
  await page.getByText('Dán cả danh sách doanh nghiệp').click()
  await page.getByLabel('Danh sách, mỗi doanh nghiệp một dòng').fill('Công ty Mẫu Một\nCông ty Mẫu Hai\nCông ty Mẫu Ba')
  await page.getByRole('button', { name: 'Mời cả danh sách' }).click()
  await page.getByText('Đã mời 3 doanh nghiệp.').waitFor()
  for (const name of ['Một', 'Ba']) {
    await page.getByRole('button', { name: `Có mặt: Công ty Mẫu ${name}` }).click()
    await page.getByRole('button', { name: `Bỏ đánh dấu có mặt: Công ty Mẫu ${name}` }).waitFor()
  }
  expect((await invited(id)).map(({ attended }) => attended)).toEqual([true, null, true])
  await page.goto(`/conferences/${id}/participants?state=came`)
  expect(await page.getByRole('list', { name: 'Danh sách mời' }).getByRole('listitem').count()).toBe(2)
})

test('an enterprise reads its invitation, says who comes, and changes its mind', { timeout: 60_000 }, async () => {
  const page = await pageOf(db, app.origin, house.enterprise)
  await page.goto('/notices')
  await page.getByRole('link', { name: 'Xem giấy mời' }).click()
  await page.getByLabel('Người dự họp').fill('Bà Nguyễn Thị Mẫu')
  await page.getByRole('button', { name: 'Xác nhận tham dự' }).click()
  await page.getByText('Đã xác nhận tham dự').waitFor()
  await expectAccessible(page)
  await screenshots(page, 'before-invitation', [360, 1280])
  const answered = async () => (await db.select().from(conferenceParticipants).where(eq(conferenceParticipants.enterpriseId, house.enterpriseId)))[0]
  expect(await answered()).toMatchObject({ state: 'confirmed', delegate: 'Bà Nguyễn Thị Mẫu' })
  await page.getByRole('button', { name: 'Không tham dự' }).click()
  await expect.poll(async () => (await answered())?.state).toBe('declined')
  expect(troublesOf(page)).toEqual([])
})

async function fillIn(page: Page, text: string) {
  await page.getByLabel('Nội dung kiến nghị').fill(text)
  await page.getByLabel('Tên doanh nghiệp').fill('Công ty TNHH Mẫu Di Động')
}

test('from a cheap phone without scripts an issue is filed, nothing typed is lost, and code and secret tell where it stands', { timeout: 60_000 }, async () => {
  const { address } = await anOpenForm()
  const page = await newPage({ baseURL: app.origin, ...withoutScripts })
  await page.goto(address)
  await fillIn(page, 'Đề nghị cấp điện ổn định cho cụm công nghiệp.')
  await page.getByLabel('Mã số thuế').fill('0100100078')
  await page.getByLabel('Điện thoại').fill('0912 345 678')
  expect(await page.getByRole('checkbox').isChecked()).toBe(false)
  await page.getByRole('button', { name: 'Gửi kiến nghị' }).click()
  await page.locator('#filing-taxCode-error').waitFor()
  await page.getByLabel('Mã số thuế').fill('')
  await page.getByRole('button', { name: 'Gửi kiến nghị' }).click()
  await page.locator('#filing-consent-error').waitFor()
  expect(await page.getByLabel('Nội dung kiến nghị').inputValue()).toBe('Đề nghị cấp điện ổn định cho cụm công nghiệp.')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Gửi kiến nghị' }).click()
  await page.getByRole('heading', { name: 'Đã nhận kiến nghị' }).waitFor()
  const [code, secret] = await page.locator('dd').allTextContents()
  await page.reload()
  expect(await page.locator('dd').allTextContents()).toEqual(expect.arrayContaining([code, secret]))
  expect(await db.select({ code: issues.code }).from(issues).where(eq(issues.channel, 'publicForm'))).toEqual([{ code }])
  await page.goto('/f/status')
  await page.getByLabel('Mã kiến nghị').fill(code!)
  await page.getByLabel('Mã bí mật').fill('AAAA-BBBB-CCCC')
  await page.getByRole('button', { name: 'Xem tình trạng' }).click()
  await page.getByText('Không có kiến nghị nào khớp cả hai mã').first().waitFor()
  expect(await page.getByLabel('Mã bí mật').inputValue()).toBe('')
  await page.getByLabel('Mã bí mật').fill(secret!)
  await page.getByRole('button', { name: 'Xem tình trạng' }).click()
  await page.getByText('Đã nhận, đang chờ phân công đơn vị giải quyết.').waitFor()
})

test('with scripts too, and an enterprise with an account takes the issue into it', { timeout: 60_000 }, async () => {
  const { address } = await anOpenForm()
  const page = await newPage({ baseURL: app.origin, viewport: { width: 360, height: 640 } })
  await page.goto(address)
  await screenshots(page, 'before-public-form', [360, 1280])
  await fillIn(page, 'Đề nghị gia hạn thuê đất.')
  await page.getByLabel('Mã số thuế').fill('0100100079')
  await page.getByRole('button', { name: 'Gửi kiến nghị' }).click()
  await page.getByRole('heading', { name: 'Đã nhận kiến nghị' }).waitFor()
  await expectAccessible(page)
  await screenshots(page, 'before-filed', [360, 1280])
  const [code, secret] = await page.locator('dd').allTextContents()
  expect(await page.locator('body').innerText()).not.toContain(mine)
  await page.getByRole('link', { name: 'Xem tình trạng xử lý' }).click()
  await page.getByLabel('Mã kiến nghị').fill(code!)
  await page.getByLabel('Mã bí mật').fill(secret!)
  await page.getByRole('button', { name: 'Xem tình trạng' }).click()
  await page.getByText('Đã nhận, đang chờ phân công').waitFor()
  await expectAccessible(page)
  await screenshots(page, 'before-status', [360, 1280])
  const own = await pageOf(db, app.origin, house.enterprise)
  await own.goto('/issues/new')
  await own.getByRole('link', { name: /Nhận kiến nghị về tài khoản/ }).click()
  await own.getByLabel('Mã kiến nghị').fill(code!)
  await own.getByLabel('Mã bí mật').fill(secret!)
  await own.getByRole('button', { name: 'Nhận về tài khoản' }).click()
  await own.waitForURL(`**/issues/${code}`)
  await own.getByText('Đã được nhận vào tài khoản của người gửi').waitFor()
  expect([...troublesOf(page), ...troublesOf(own)]).toEqual([])
})

const post = (path: string, fields: Record<string, string>, cookie = '') =>
  fetch(app.origin + path, { method: 'POST', redirect: 'manual', headers: { Origin: app.origin, Cookie: cookie }, body: new URLSearchParams(fields) })

test('fifty presses of one form are one issue, and too many from one address are told to wait with all that they typed', { timeout: 60_000 }, async () => {
  const { id, address } = await anOpenForm()
  const filed = { text: 'Cùng một mẫu.', name: 'Công ty Mẫu Bấm Nhiều', idempotencyKey: 'one-page-of-one-phone.filing' }
  await db.delete(rateLimits)
  const answers = await Promise.all(Array.from({ length: 50 }, () => post(address, filed)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(await db.select({ text: issues.text }).from(issues).where(eq(issues.conferenceId, id))).toHaveLength(1)
  const addresses = (await db.select({ key: rateLimits.key }).from(rateLimits)).map(({ key }) => key.replace(/^filing:/, ''))
  expect(addresses).toHaveLength(1)
  for (let n = 0; n < mostFilings; n += 1) await mayFile(db, addresses[0]!)
  const refused = await post(address, { ...filed, text: 'Câu chữ không được mất' })
  expect(refused.status).toBe(429)
  expect(await refused.text()).toContain('Câu chữ không được mất')
  await db.delete(rateLimits)
})

test('what is hostile, or not theirs, is refused in words and never a bug', { timeout: 60_000 }, async () => {
  const { id, address } = await anOpenForm()
  const [cookie, theirs] = [await cookieOf(db, secretary), await cookieOf(db, house.enterprise)]
  const long = 'x'.repeat(250_000)
  const sent = await Promise.all([
    post(address, { text: 'a\u0000b', name: 'x' }), post(address, { text: long, name: long }), post(address, { text: 'x', name: 'x', group: 'nowhere' }), post(address, { text: 'x', name: 'x', group: '__proto__' }),
    post('/f/aaaaaaaaaaaa', { text: 'x', name: 'x' }), post('/f/status', { code: "'; --", secret: long }), post('/f/status', { code: '\u202E', secret: 'x' }), post('/f/status', {}),
    post('/issues/claim', { code: 'x', secret: 'y' }, theirs), post('/issues/claim', { code: 'x', secret: 'y' }, cookie), post('/invitations', { id: '999', state: 'confirmed' }, theirs),
    post('/invitations', { id: 'x', state: 'gone' }, theirs), post('/invitations', { id: '1', state: 'confirmed' }, cookie),
    post(`/conferences/${id}/participants`, { intent: 'mark', id: '999999', mark: 'came' }, cookie), post(`/conferences/${id}/participants`, { intent: 'mark', id: '1', mark: 'flew' }, cookie),
    post(`/conferences/${id}/participants`, { intent: 'invite', kind: 'enterprise', who: long }, cookie), post(`/conferences/${id}/participants`, { intent: 'paste', lines: '\u0000' }, cookie),
    post(`/conferences/${id}/participants`, { intent: 'remove', id: '0' }, cookie), post(`/conferences/${id}/participants`, { intent: 'mark', id: '1', mark: 'came' }, theirs),
    post(`/conferences/${id}/plan`, { title: 'x', heldOn: '9999-99-99' }, cookie), post(`/conferences/${id}/plan`, { intent: 'publicForm', turn: 'over' }, cookie), post(`/conferences/${id}/plan`, { intent: 'publicForm', turn: 'close' }, theirs),
    post('/conferences/999999999999999/plan', { title: 'x', heldOn: later }, cookie),
  ])
  for (const { status, url: where } of sent) expect([400, 403, 404, 409, 413, 422], where).toContain(status)
  for (const path of ['plan', 'participants?cursor=99999&edit=-1&q=%25&state=x', 'readiness', 'qr']) {
    const got = await fetch(`${app.origin}/conferences/${id}/${path}`, { headers: { Cookie: cookie } })
    expect([path, got.status]).toEqual([path, 200])
    expect([path, (await fetch(`${app.origin}/conferences/${id}/${path}`, { headers: { Cookie: theirs } })).status]).toEqual([path, 403])
  }
})
