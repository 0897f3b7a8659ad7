import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { expectAccessible, screenshots, troublesOf } from '#tests/support/browser.ts'
import { aConference } from '#tests/support/conferences.ts'
import { labelledMinutes } from '#tests/support/labelled-minutes.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson } from '#tests/support/people.ts'
import { pageOf } from '#tests/support/signed-in.ts'

// a file of its own: enterprises that other minutes bring have names too much like these
const { app, db } = await openHouse()
let secretary: Actor
beforeAll(async () => void (secretary = await aPerson(db, 'secretary', { unit: 'VPUB' })))

test('pasted notes are read, imported, found again at the issue with the words around it, listed and undone', { timeout: 120_000 }, async () => {
  const conferenceId = await aConference(db, secretary, 'Hội nghị có ghi nhanh')
  const page = await pageOf(db, app.origin, secretary)
  await page.goto(`/conferences/${conferenceId}/import`)
  await expectAccessible(page)
  await screenshots(page, 'minutes-upload', [360, 1280])
  await page.getByLabel('Hoặc dán nội dung biên bản').fill(labelledMinutes('ghi-nhanh').text)
  await page.getByRole('button', { name: 'Xem trước' }).nth(3).click()
  await page.getByText('Tìm thấy 16 ý kiến.').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Nhập 16 ý kiến' }).first().click()
  await page.getByText('Đã nhập 16 ý kiến vào hội nghị.').waitFor()
  await page.getByRole('link', { name: 'Về trang hội nghị' }).click()
  await page.getByRole('link', { name: /^KN\d\d-/ }).nth(3).click()
  await page.getByText('Vị trí trong biên bản').click()
  await page.getByRole('link', { name: 'Mở trang nhập biên bản' }).waitFor()
  await expectAccessible(page)
  await screenshots(page, 'minutes-issue', [360, 1280])
  expect(await page.getByText(/Biên bản dán trực tiếp · đoạn \d+, câu \d/).count()).toBe(1)
  await page.goto(`/conferences/${conferenceId}/import`)
  await page.getByRole('listitem').filter({ hasText: 'Biên bản dán trực tiếp' }).filter({ hasText: 'Đã nhập' }).waitFor()
  await page.getByRole('link', { name: 'Biên bản dán trực tiếp' }).click()
  await page.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click()
  await page.getByText('Lần nhập này đã được hoàn tác').waitFor()
  expect(troublesOf(page)).toEqual([])
})

test('a file that is no document is refused at its field, in words', async () => {
  const conferenceId = await aConference(db, secretary, 'Hội nghị với tệp sai')
  const page = await pageOf(db, app.origin, secretary)
  await page.goto(`/conferences/${conferenceId}/import`)
  await page.getByLabel('Tệp biên bản').setInputFiles({ name: 'cu.doc', mimeType: 'application/msword', buffer: Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]) })
  await page.getByRole('button', { name: 'Xem trước' }).nth(2).click()
  await page.getByRole('alert').getByText('Đây là tệp Word cũ (.doc)').waitFor()
  await expectAccessible(page)
})
