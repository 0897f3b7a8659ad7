import { expect, test } from 'vitest'
import { expectAccessible } from '#tests/support/browser.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson } from '#tests/support/people.ts'
import { cookieOf, pageOf } from '#tests/support/signed-in.ts'

const { app, db } = await openHouse()

const shown = (from: number) => new Date(Date.now() + from * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('/')

test('a head hands over on a phone, and the stand-in changes to that role and back, in readable pages', async () => {
  const head = await aPerson(db, 'head', { unit: 'SCT', name: 'Trần Văn Ưu' })
  const deputy = await aPerson(db, 'officer', { unit: 'SCT', name: 'Lê Thị Ánh' })
  const page = await pageOf(db, app.origin, head, { viewport: { width: 360, height: 740 } })
  await page.goto('/account/absence')
  await page.getByLabel('Người xử lý thay').selectOption(String(deputy.personId))
  await page.getByLabel('Từ ngày').fill(shown(0))
  await page.getByLabel('Đến hết ngày').fill(shown(-1))
  await page.getByLabel('Lý do').fill('Nghỉ phép')
  await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click()
  await page.getByText('Ngày kết thúc phải từ ngày bắt đầu trở đi').first().waitFor()
  await page.getByLabel('Đến hết ngày').fill(shown(3))
  await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click()
  await page.getByText('Đã ghi ủy quyền.').waitFor()
  await expect.poll(() => page.getByText('Lê Thị Ánh thay Trần Văn Ưu').count()).toBe(1)
  await expectAccessible(page)

  const theirs = await pageOf(db, app.origin, deputy, { viewport: { width: 360, height: 740 } })
  await theirs.goto('/account/absence')
  await theirs.getByRole('button', { name: /^Chuyển sang/ }).click()
  await theirs.getByText('Đã chuyển vai trò.').waitFor()
  await expectAccessible(theirs)
  if (process.env.SHOTS) await theirs.screenshot({ path: `${process.env.SHOTS}/absence.png`, fullPage: true })
  await theirs.goto('/work')
  await expect.poll(() => theirs.getByText('thay Trần Văn Ưu').count()).toBe(1)
})

test('without scripts the forms say what is wrong, keep what was typed, and hand over once', async () => {
  const head = await aPerson(db, 'head', { unit: 'SXD' })
  const deputy = await aPerson(db, 'officer', { unit: 'SXD' })
  const headers = { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html', Cookie: await cookieOf(db, head) }
  const send = (fields: Record<string, string>, path = '/account/absence') =>
    fetch(app.origin + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) })
  const fields = { intent: 'handOver', membershipId: String(head.membershipId), toPersonId: String(deputy.personId), fromOn: shown(0), untilOn: shown(2), reason: 'Đi công tác dài' }
  const wrong = await send({ ...fields, toPersonId: String(head.personId) })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Đi công tác dài')
  expect((await send(fields)).headers.get('Location')).toBe('/account/absence?done=handOver')
  expect((await send(fields)).status).toBe(422)
  expect((await send({ membershipId: String(deputy.membershipId) }, '/account/capacity')).status).toBe(404)
})

test('an administrator arranges it for somebody who is already away; others do not find that page', async () => {
  const [admin, officer, other] = [await aPerson(db, 'admin'), await aPerson(db, 'officer', { unit: 'STC' }), await aPerson(db, 'officer', { unit: 'SCT', name: 'Phạm Thị Yến' })]
  const page = await pageOf(db, app.origin, admin)
  await page.goto(`/admin/people/${officer.personId}/absence`)
  await page.getByLabel('Người xử lý thay').selectOption(String(other.personId))
  await page.getByLabel('Từ ngày').fill(shown(0))
  await page.getByLabel('Đến hết ngày').fill(shown(9))
  await page.getByLabel('Lý do').fill('Ốm')
  await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click()
  await page.getByRole('button', { name: /^Kết thúc ủy quyền/ }).waitFor()
  await expectAccessible(page)
  const headers = { Accept: 'text/html', Cookie: await cookieOf(db, officer) }
  expect((await fetch(`${app.origin}/admin/people/${officer.personId}/absence`, { headers })).status).toBe(403)
})
