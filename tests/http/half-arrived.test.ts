import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { newPage, troublesOf } from '#tests/support/browser.ts'
import { startApp } from '#tests/support/server.ts'

let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => void (app = await startApp()))
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
