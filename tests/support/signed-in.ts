import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Actor } from '#app/access/actor.ts'
import { startSession } from '#app/access/lucia.server.ts'
import type { Db } from '#db/client.ts'
import { newPage } from './browser.ts'

/** The `Cookie` header of a session of that person. */
export async function cookieOf(db: Db, { personId, membershipId }: Actor): Promise<string> {
  const setCookie = await startSession(db, { personId, membershipId, address: null, userAgent: null })
  return setCookie.split(';')[0]!
}

/** A page on which that person is signed in. */
export async function pageOf(db: Db, origin: string, actor: Actor, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await newPage({ baseURL: origin, ...options })
  const [name, value] = (await cookieOf(db, actor)).split('=')
  await page.context().addCookies([{ name: name!, value: value!, url: origin }])
  return page
}
