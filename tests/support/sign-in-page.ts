import type { Page } from 'playwright-core'
import { password } from './sign-in.ts'

/** Through the sign-in page, as a person does, and on to `at`. */
export async function signIn(page: Page, origin: string, { email }: { email: string }, at = '/'): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${origin}/sign-in?returnTo=${encodeURIComponent(at)}`)
  await page.fill('#sign-in-email', email)
  await page.fill('#sign-in-password', password)
  await page.locator('#sign-in button[type=submit]').click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}
