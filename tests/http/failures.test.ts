import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { readEnv } from '#app/http/env.ts'
import { createServer } from '#app/http/server.ts'
import { newPage, troublesOf } from '#tests/support/browser.ts'
import { testDatabase } from '#tests/support/database.ts'
import { loadBuild, startApp } from '#tests/support/server.ts'

// The database answers, but has lost its sessions, so whatever asks who is there fails in a way nobody foresaw.
const { sql, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => {
  await sql`drop table sessions`
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

test('a failure is told in words with the id of the request, and nothing of its inside', async () => {
  const response = await fetch(app.origin, { headers: { Cookie: 'session=someone' } })
  const page = await response.text()
  expect(response.status).toBe(500)
  expect(page).toContain('Có lỗi xảy ra')
  expect(page).toContain(`${response.headers.get('X-Request-Id')}</code>`)
  expect(page).not.toMatch(/ECONNREFUSED|Failed query|select |at .*\.ts/)
})

test('its page starts its scripts like any other', async () => {
  const page = await newPage({ extraHTTPHeaders: { Cookie: 'session=someone' } })
  await page.goto(app.origin)
  await page.waitForLoadState('networkidle')
  expect(await page.locator('h1').innerText()).toBe('Có lỗi xảy ra')
  expect(troublesOf(page).filter((trouble) => !trouble.includes('status of 500'))).toEqual([])
})

test('a page that cannot be rendered, nor its error page, is one failed request and not the end of the process', async () => {
  const build = await loadBuild()
  const fail = () => {
    throw new Error('the frame is broken')
  }
  const root = { ...build.routes.root!, module: { ...build.routes.root!.module, default: fail, ErrorBoundary: fail } }
  const broken = { ...build, routes: { ...build.routes, root } }
  const server = createServer({ env: readEnv({ PORT: '0', DATABASE_URL: url }), build: broken, ready: async () => undefined })
  const { origin } = await server.listen()
  onTestFinished(() => server.close())
  for (let n = 0; n < 2; n += 1) expect((await fetch(`${origin}/sign-in`)).status).toBe(500)
})
