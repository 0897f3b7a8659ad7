import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPage, troublesOf } from '#tests/support/browser.ts'
import { startApp } from '#tests/support/server.ts'

let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => void (app = await startApp()))
afterAll(() => app.close())

const marked = () => document.documentElement.dataset.here === 'yes'

async function markedPage() {
  const page = await newPage()
  await page.goto(app.origin)
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => void (document.documentElement.dataset.here = 'yes'))
  return page
}

test('a plain link changes the page and not the document', async () => {
  const page = await markedPage()
  await page.locator('header a[href="/sign-in"]').click()
  await page.waitForURL('**/sign-in')
  await page.locator('#sign-in-email').waitFor()
  expect(await page.evaluate(marked)).toBe(true)
  await page.goBack()
  await page.locator('#sign-in-email').waitFor({ state: 'detached' })
  expect(await page.evaluate(marked)).toBe(true)
  expect(troublesOf(page)).toEqual([])
})

test('with a key held down it opens elsewhere, as the person wanted', async () => {
  const page = await markedPage()
  const opened = page.context().waitForEvent('page')
  await page.locator('header a[href="/sign-in"]').click({ modifiers: ['ControlOrMeta'] })
  await (await opened).waitForURL('**/sign-in')
  expect(page.url()).not.toContain('/sign-in')
})

test('within the page it moves there', async () => {
  const page = await markedPage()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/#main')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
})

test('the switch of language loads the page it stands on anew', async () => {
  const page = await markedPage()
  await page.goto(`${app.origin}/sign-in?returnTo=%2Fissues`)
  await page.getByRole('button', { name: 'English' }).click()
  await page.locator('html[lang=en]').waitFor()
  expect(page.url()).toContain('/sign-in?returnTo=%2Fissues')
})
