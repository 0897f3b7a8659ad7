import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { draftConclusion } from '#app/conclusions/draft-conclusion.server.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { seedReference } from '#db/seed/reference.ts'
import { newPage, troublesOf } from '#tests/support/browser.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { pageOf } from '#tests/support/signed-in.ts'

registerFromDisk()
const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => {
  await seedReference(db)
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

/** The application over a line that stops before a page's last words, its data, and goes on when `release` is called. */
async function overSlowLine() {
  let release = () => {}
  const released = new Promise<void>((resolve) => void (release = resolve))
  const server = createServer(async (request, response) => {
    const answer = await fetch(app.origin + request.url!, { headers: { 'accept-language': 'vi', cookie: request.headers.cookie ?? '' } })
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

test('what was typed before the page woke stays, in a line and in a long text that held something', async () => {
  const secretary = await aPerson(db, 'secretary', { unit: 'VPUB' })
  const conference = await aConference(db, secretary)
  await draftConclusion(db, conference, secretary)
  const line = await overSlowLine()
  const page = await pageOf(db, line.origin, secretary)
  await page.goto(`/conferences/${conference}/conclusion`, { waitUntil: 'commit' })
  const [text, place] = [page.getByLabel('Trích yếu'), page.getByLabel('Địa danh')]
  await text.fill('Viết trước khi trang kịp tải xong.')
  await place.fill('Hà Đông')
  line.release()
  await page.waitForLoadState('networkidle')
  await expect.poll(() => page.evaluate(() => Object.keys(document.querySelector('textarea')!).some((key) => key.startsWith('__react')))).toBe(true)
  expect([await text.inputValue(), await place.inputValue()]).toEqual(['Viết trước khi trang kịp tải xong.', 'Hà Đông'])
  expect(troublesOf(page)).toEqual([])
})
