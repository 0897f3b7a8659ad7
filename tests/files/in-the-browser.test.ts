import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { expectAccessible, troublesOf } from '#tests/support/browser.ts'
import { ownFolder, pdf } from '#tests/support/files.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson } from '#tests/support/people.ts'
import { pageOf } from '#tests/support/signed-in.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

ownFolder()
const { app, db } = await openHouse()
let house: Awaited<ReturnType<typeof aHouse>>
let asked: Actor
beforeAll(async () => {
  house = await aHouse(db)
  asked = await aPerson(db, 'officer', { unit: 'STC' })
})

async function accepted(...more: object[]) {
  const { id, code } = await anIssue(db, { enterpriseId: house.enterpriseId })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, samples.accept], ...more.map((move): [Actor, never] => [house.officer, move as never])])
  return code
}
const chosen = (name: string, buffer = pdf(name)) => ({ name, mimeType: 'application/pdf', buffer })

test.each([['with scripts', true], ['without scripts', false]])('an opinion with a file is given and the file saved as it was, %s', async (_, javaScriptEnabled) => {
  const code = await accepted(samples.requestOpinion)
  const page = await pageOf(db, app.origin, asked, { javaScriptEnabled, viewport: { width: 360, height: 740 } })
  await page.goto(`/issues/${code}?move=giveOpinion`)
  await page.getByLabel('Đính kèm tệp').setInputFiles([chosen('giả.pdf', Buffer.from('MZ'))])
  await page.locator('#move-text').fill('Thống nhất.')
  await page.locator('#form button[type=submit]').first().click()
  await page.locator('#move-summary').getByText('Không nhận tệp «giả.pdf»').waitFor()
  expect(await page.locator('#move-text').inputValue()).toBe('Thống nhất.')
  if (javaScriptEnabled) await expectAccessible(page)
  await page.getByLabel('Đính kèm tệp').setInputFiles([chosen('Biên bản họp.pdf')])
  await page.locator('#form button[type=submit]').first().click()
  await page.waitForURL(/done=giveOpinion/)
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#opinions').getByRole('link', { name: 'Biên bản họp.pdf' }).click()])
  expect(saved.suggestedFilename()).toBe('Biên bản họp.pdf')
  expect(await readFile(await saved.path())).toEqual(pdf('Biên bản họp.pdf'))
  expect(troublesOf(page).filter((trouble) => !trouble.includes('422'))).toEqual([])
})

test('a draft keeps its file over a reload, may lose it again, and what is sent carries what is ticked', async () => {
  const code = await accepted()
  const page = await pageOf(db, app.origin, house.officer)
  await page.goto(`/issues/${code}?move=submitAnswer`)
  await page.locator('#move-text').fill('Đã cấp giấy.')
  await page.getByLabel('Đính kèm tệp').setInputFiles([chosen('giữ.pdf'), chosen('bỏ.pdf')])
  await page.locator('#form button[value=draft]').click()
  await page.waitForURL(/done=draft/)
  await page.reload()
  await page.getByRole('checkbox', { name: /bỏ\.pdf/ }).uncheck()
  await page.locator('#form button[type=submit]:not([name])').click()
  await page.waitForURL(/done=submitAnswer/)
  await page.getByRole('list', { name: 'Tệp đính kèm' }).first().getByText('giữ.pdf').waitFor()
  await expect.poll(() => page.getByText('bỏ.pdf').count()).toBe(0)
})
