import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { projectRoot } from '#db/project-root.ts'
import { chromiumOptions } from './chromium.ts'

let browser: Promise<Browser> | undefined
afterAll(async () => (await browser)?.close())

const troubles = new WeakMap<Page, string[]>()

/** A page with cookies of its own, as a person in Hanoi sees it, who presses nothing while it loads; closed with the test file. */
export async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  browser ??= chromium.launch(chromiumOptions())
  const context = await (await browser).newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await page.addLocatorHandler(page.getByRole('progressbar', { name: /Đang tải trang|Loading the page/ }), async () => {})
  const seen: string[] = []
  troubles.set(page, seen)
  page.on('pageerror', (error) => seen.push(String(error)))
  page.on('console', (message) => void (message.type() === 'error' && seen.push(message.text())))
  return page
}

/** What the page complained about since it was opened: errors, refused resources, broken hydration. */
export const troublesOf = (page: Page): string[] => troubles.get(page) ?? []

/** No finding of axe on the page as it stands. Only where scripts are on: axe waits for timers, which never ring. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const findings = violations.flatMap(({ help, nodes }) => nodes.map(({ html }) => `${help}: ${html}`))
  expect(findings, [page.url(), ...findings].join('\n')).toEqual([])
}

/** Pictures for a person to look at, `.cache/screenshots/<name>-<width>.png`: a phone, a tablet, a desk. */
export async function screenshots(page: Page, name: string, widths = [360, 768, 1280]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    await page.screenshot({ path: join(projectRoot, `.cache/screenshots/${name}-${width}.png`), fullPage: true })
  }
}
