import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { conferences } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { newPage, troublesOf } from '#tests/support/browser.ts'
import { testDatabase } from '#tests/support/database.ts'
import { startApp } from '#tests/support/server.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => {
  await seedReference(db)
  await db.insert(conferences).values({ title: 'Hội nghị Mẫu', heldOn: '2099-04-05', publicFormKey: 'mau234567890' })
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

/** The application over a line that stops before a page's last words, its data, and goes on when `release` is called. */
async function overSlowLine() {
  let release = () => {}
  const released = new Promise<void>((resolve) => void (release = resolve))
  const server = createServer(async (request, response) => {
    const answer = await fetch(app.origin + request.url!, { headers: { 'accept-language': 'vi' } })
    const body = Buffer.from(await answer.arrayBuffer())
    const type = answer.headers.get('content-type') ?? ''
    response.writeHead(answer.status, { 'content-type': type, 'content-security-policy': answer.headers.get('content-security-policy') ?? '' })
    if (!type.includes('text/html')) return void response.end(body)
    const until = body.lastIndexOf('streamController.enqueue')
    expect(until).toBeGreaterThan(0)
    response.write(body.subarray(0, body.lastIndexOf('<script', until)))
    await released
    response.end(body.subarray(body.lastIndexOf('<script', until)))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close().closeAllConnections())
  return { release: () => release(), origin: `http://localhost:${(server.address() as AddressInfo).port}` }
}

// React hands its first work to a message port: between that and the work itself is the moment.
test('a press in the moment the page wakes, before its data have come, is no error', async () => {
  const line = await overSlowLine()
  const page = await newPage()
  await page.addInitScript(() => {
    const wake = MessagePort.prototype.postMessage
    MessagePort.prototype.postMessage = function (message: unknown) {
      MessagePort.prototype.postMessage = wake
      queueMicrotask(() => document.querySelector('h1')?.click())
      this.postMessage(message)
    }
  })
  await page.goto(line.origin, { waitUntil: 'commit' })
  await page.locator('h1').waitFor()
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('resources.vi')))
  await page.locator('h1').click()
  line.release()
  await page.waitForLoadState('networkidle')
  await page.locator('h1').click()
  expect(troublesOf(page)).toEqual([])
})

test('what was typed before the page woke stays, in a line and in a long text', async () => {
  const line = await overSlowLine()
  const page = await newPage()
  await page.goto(`${line.origin}/f/mau234567890`, { waitUntil: 'commit' })
  const [text, name] = [page.getByLabel('Nội dung kiến nghị'), page.getByLabel('Tên doanh nghiệp')]
  await text.fill('Viết trước khi trang kịp tải xong.')
  await name.fill('Công ty Mẫu Nhanh Tay')
  line.release()
  await page.waitForLoadState('networkidle')
  await expect.poll(() => page.evaluate(() => Object.keys(document.querySelector('textarea')!).some((key) => key.startsWith('__react')))).toBe(true)
  expect([await text.inputValue(), await name.inputValue()]).toEqual(['Viết trước khi trang kịp tải xong.', 'Công ty Mẫu Nhanh Tay'])
  expect(troublesOf(page)).toEqual([])
})
