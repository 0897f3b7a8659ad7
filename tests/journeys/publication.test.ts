import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { mailer } from '#app/notices/mailer.server.ts'
import { sendDueMail } from '#app/notices/send-mail.server.ts'
import { enterprises, notices } from '#db/schema/index.ts'
import { expectAccessible, newPage, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aConference } from '#tests/support/conferences.ts'
import { wholeHouse, type House } from '#tests/support/every-state.ts'
import { anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { mailServer } from '#tests/support/mail-server.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson } from '#tests/support/people.ts'
import { cookieOf, pageOf } from '#tests/support/signed-in.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

const { app, db } = await openHouse()
let house: House
let conference: number
let codes: string[]

beforeAll(async () => {
  house = await wholeHouse(db)
  await db.update(enterprises).set({ name: 'Công ty TNHH Hoa Sen Mẫu' }).where(eq(enterprises.id, house.enterpriseId))
  conference = await aConference(db, house.coordinator, 'Hội nghị đối thoại Mẫu')
  codes = []
  for (const text of ['Công ty TNHH Hoa Sen Mẫu đề nghị bà Lê Thị Lan trả lời, gọi 0912 345 678.', 'Đề nghị sớm giải phóng mặt bằng.']) {
    const issue = await anIssue(db, { conferenceId: conference, enterpriseId: house.enterpriseId, text })
    await walk(db, issue.id, [[house.coordinator, routeTo('STNMT')], [house.officer, samples.accept], [house.officer, samples.submitAnswer], [house.head, samples.approve]])
    codes.push(issue.code)
  }
  await db.delete(notices)
})

test('a handling is drafted, approved by another, published as one batch, told once and withdrawn', { timeout: 120_000 }, async () => {
  const [first, second] = codes as [string, string]
  const list = `/conferences/${conference}/publication`
  const office = await pageOf(db, app.origin, house.coordinator)
  await office.goto(list)
  await screenshots(office, 'publication-list', [360, 1280])
  for (const code of codes) {
    await office.goto(`${list}/${code}`)
    if (code === first) {
      expect(await office.getByLabel('Nội dung kiến nghị (bản công khai)').inputValue()).toBe('[doanh nghiệp] đề nghị bà [cá nhân] trả lời, gọi [số điện thoại].')
      await screenshots(office, 'publication-draft', [360, 1280])
    }
    await office.getByLabel('Nội dung trả lời (bản công khai)').fill(`Sở đã trả lời ${code}.`)
    await office.getByRole('button', { name: 'Lưu và gửi duyệt' }).click()
    await office.getByText('Đã lưu, chờ duyệt.').waitFor()
    await office.getByText('Người soạn không duyệt bản của mình.').waitFor()
  }
  expect((await fetch(`${app.origin}/published/${first}`)).status).toBe(404)

  const leader = await pageOf(db, app.origin, house.leader)
  for (const code of codes) {
    await leader.goto(`${list}/${code}`)
    await leader.getByRole('button', { name: 'Duyệt bản này' }).click()
    await leader.getByText('Đã duyệt. Bản này ra công khai').waitFor()
  }
  await leader.goto(list)
  await leader.getByRole('link', { name: 'Công khai 2 kiến nghị đã duyệt' }).click()
  await leader.getByRole('button', { name: 'Công khai ngay' }).waitFor()
  await screenshots(leader, 'publication-preview', [360, 1280])
  const server = await mailServer()
  process.env.SMTP_URL = server.url
  try {
    await leader.getByRole('button', { name: 'Công khai ngay' }).click()
    await leader.getByText('Kết quả đợt công khai').waitFor()
    await leader.getByText('Đã gửi thông báo cho 1 người').waitFor()
    const post = mailer({ SMTP_URL: server.url, MAIL_FROM: 'Đối Thoại <no-reply@example.vn>', PUBLIC_ORIGIN: 'https://doithoai.example.vn', PORT: 3000 })!
    expect(await sendDueMail(db, post)).toBe(1)
  } finally {
    delete process.env.SMTP_URL
  }
  expect(server.received.map(({ to }) => to)).toEqual([house.enterprise.email])
  for (const code of codes) expect(server.received[0]!.source).toContain(`/published/${code}`)

  const reader = await newPage({ baseURL: app.origin })
  await reader.goto('/published')
  await reader.getByRole('link', { name: first }).waitFor()
  await screenshots(reader, 'published', [360, 1280])
  await expectAccessible(reader)
  await reader.getByLabel('Tìm trong nội dung').fill('giai phong mat bang')
  await reader.getByRole('button', { name: 'Tìm' }).click()
  await reader.waitForURL(/q=giai/)
  expect(await reader.getByRole('list', { name: 'Kết quả đã công khai' }).getByRole('listitem').count()).toBe(1)
  await reader.getByRole('link', { name: second }).click()
  await reader.getByText(`Sở đã trả lời ${second}.`).waitFor()
  await screenshots(reader, 'published-one', [360, 1280])
  await expectAccessible(reader)
  expect(await reader.context().cookies()).toEqual([])
  expect(troublesOf(reader)).toEqual([])

  const enterprise = await pageOf(db, app.origin, house.enterprise)
  await enterprise.goto('/notices')
  await enterprise.getByText('Đã công khai kết quả xử lý 2 kiến nghị').waitFor()
  await enterprise.goto(`/issues/${first}`)
  await enterprise.getByRole('link', { name: /Đã công khai ngày/ }).click()
  await enterprise.waitForURL(/\/published\//)

  await office.goto(`${list}/${first}`)
  await office.getByLabel('Lý do gỡ').fill('Còn nhận ra được doanh nghiệp.')
  await office.getByRole('button', { name: 'Gỡ bản công khai' }).click()
  await office.getByText('Đã gỡ khỏi trang công khai.').waitFor()
  expect((await fetch(`${app.origin}/published/${first}`)).status).toBe(404)
  expect(await (await fetch(`${app.origin}/published`)).text()).not.toContain(first)
  expect((await fetch(`${app.origin}/published/${second}`)).status).toBe(200)
  for (const page of [office, leader, enterprise]) expect(troublesOf(page)).toEqual([])
})

test('all of it works without scripts, and what was typed survives a refusal', { timeout: 60_000 }, async () => {
  const issue = await anIssue(db, { conferenceId: conference, enterpriseId: house.enterpriseId })
  await walk(db, issue.id, [[house.coordinator, routeTo('STNMT')], [house.officer, samples.accept], [house.officer, samples.submitAnswer], [house.head, samples.approve]])
  const at = `/conferences/${conference}/publication/${issue.code}`
  const plain = (by: Actor) => pageOf(db, app.origin, by, { javaScriptEnabled: false })
  const [office, other] = [await plain(house.coordinator), await plain(await aPerson(db, 'coordinator', { unit: 'VPUB' }))]
  await office.goto(at)
  await other.goto(at)
  await other.getByLabel('Nội dung trả lời (bản công khai)').fill('Bản của đồng nghiệp.')
  await other.getByRole('button', { name: 'Lưu và gửi duyệt' }).click()
  await other.getByText('Đã lưu, chờ duyệt.').waitFor()
  await office.getByLabel('Nội dung trả lời (bản công khai)').fill('Bản của tôi.')
  await office.getByRole('button', { name: 'Lưu và gửi duyệt' }).click()
  await office.getByText('Bản hiện có; nội dung đang soạn vẫn ở dưới').waitFor()
  expect(await office.getByLabel('Nội dung trả lời (bản công khai)').inputValue()).toBe('Bản của tôi.')
  await office.getByText('Bản của đồng nghiệp.').first().waitFor()
  await office.goto(at)
  await office.getByRole('button', { name: 'Duyệt bản này' }).click()
  await office.getByText('Đã duyệt. Bản này ra công khai').waitFor()
  await office.goto(`/conferences/${conference}/publication?publish=preview`)
  await office.getByRole('button', { name: 'Công khai ngay' }).click()
  await office.getByText('Kết quả đợt công khai').waitFor()
  const reader = await newPage({ baseURL: app.origin, javaScriptEnabled: false })
  await reader.goto(`/published/${issue.code}?lang=en`)
  await reader.getByRole('heading', { name: `Issue ${issue.code}` }).waitFor()
  await reader.getByText('Bản của đồng nghiệp.').waitFor()
})

test('public pages may lie in a shared cache only where nobody is signed in, set no cookie, and refuse the rest in words', async () => {
  const get = (path: string, headers: Record<string, string> = {}) => fetch(app.origin + path, { headers, redirect: 'manual' })
  for (const path of ['/published', '/published.data']) {
    const response = await get(path)
    expect([path, response.status, response.headers.get('Set-Cookie'), response.headers.get('Cache-Control'), response.headers.get('Vary')]).toEqual([path, 200, null, 'public, max-age=60', expect.stringContaining('Cookie')])
    const own = await get(path, { Cookie: await cookieOf(db, house.enterprise) })
    expect([own.status, own.headers.get('Cache-Control')]).toEqual([200, 'private, no-cache'])
  }
  for (const path of ['/published/KN00-0', '/published/%F0%9F%98%80', `/published/${'a'.repeat(300)}`]) {
    const response = await get(path)
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([404, 'private, no-cache'])
    expect(await response.text()).toContain('<h1')
  }
  for (const query of ['?q=%27%22%3B--', '?conference=x&group=%27', '?cursor=9999999999999999999_1', `?q=${'a'.repeat(5000)}`, '?lang=xx']) expect((await get(`/published${query}`)).status).toBe(200)
})
