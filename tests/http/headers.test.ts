import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp } from '#tests/support/server.ts'

let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => void (app = await startApp({ ready: () => Promise.reject(new Error('down')) })))
afterAll(() => app.close())

const get = (path: string, headers: Record<string, string> = {}) => fetch(app.origin + path, { headers, redirect: 'manual' })
const nonceOf = (response: Response) => /'nonce-([^']+)'/.exec(response.headers.get('Content-Security-Policy') ?? '')?.[1]

describe('a page', () => {
  test('lets only scripts in that carry the nonce of its own header', async () => {
    const [first, second] = [await get('/'), await get('/')]
    const scripts = (await first.text()).match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(2)
    for (const script of scripts) expect(script).toContain(`nonce="${nonceOf(first)}"`)
    expect(nonceOf(second)).not.toBe(nonceOf(first))
  })

  test('has an id of its own, whatever the client claims', async () => {
    const ids = [await get('/', { 'X-Request-Id': 'mine' }), await get('/')].map(({ headers }) => headers.get('X-Request-Id'))
    expect(ids[0]).toMatch(/^[\da-f-]{36}$/)
    expect(ids[1]).not.toBe(ids[0])
  })

  test('is kept by no shared cache and shown in no frame', async () => {
    const { headers } = await get('/')
    expect(headers.get('Cache-Control')).toBe('private, no-cache')
    expect(headers.get('X-Frame-Options')).toBe('DENY')
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('Strict-Transport-Security')).toBeNull()
    expect(headers.get('X-Powered-By')).toBeNull()
  })

  test('travels as gzip, never as brotli', async () => {
    expect((await get('/', { 'Accept-Encoding': 'br, gzip' })).headers.get('Content-Encoding')).toBe('gzip')
    expect((await get('/', { 'Accept-Encoding': 'br' })).headers.get('Content-Encoding')).toBeNull()
  })

  test('holds no zero byte, wherever its letters of two and three bytes fall', async () => {
    process.env.DEMO = '1'
    const pages = await Promise.all(Array.from({ length: 60 }, async (_, n) => (await get(`/sign-in?returnTo=/${'x'.repeat(n)}`)).text()))
    delete process.env.DEMO
    expect(pages.filter((page) => page.includes('\0'))).toEqual([])
  })

  test('is in Vietnamese until the person switches', async () => {
    expect(await (await get('/', { 'Accept-Language': 'en-US' })).text()).toContain('<html lang="vi">')
    expect(await (await get('/', { Cookie: 'lang=en' })).text()).toContain('<html lang="en">')
    expect(await (await get('/', { Cookie: 'lang=xx' })).text()).toContain('<html lang="vi">')
  })
})

test.each(['/%zz', '/issues/%00', '/?q=%00'])('the address %s cannot be read and says so in words', async (path) => {
  const response = await get(path, { Accept: 'text/html' })
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('không đọc được')
})

describe('an address that leads nowhere', () => {
  test.each(['/nowhere', '/a/b/c', '/.env'])('%s is a page with status 404 in the frame', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    const page = await response.text()
    expect(page).toContain('<title>Không tìm thấy · Đối Thoại</title>')
    expect(page).toContain('<h1')
    expect(page).toContain('<header')
  })

  test('among the assets is no page', async () => {
    const response = await get('/assets/gone-12345678.js')
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('<html')
  })
})

test('assets are kept for good', async () => {
  const asset = /href="(\/assets\/[^"]+\.css)"/.exec(await (await get('/')).text())?.[1] ?? ''
  expect((await get(asset)).headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
})

test('the process is alive while the database is not, and says so', async () => {
  expect((await get('/healthz')).status).toBe(200)
  expect((await get('/readyz')).status).toBe(503)
})

test('a host that a client makes up in a forwarded header is not believed', async () => {
  const response = await fetch(`${app.origin}/language`, {
    method: 'POST',
    headers: { Origin: 'https://evil.test', 'X-Forwarded-Host': 'evil.test', 'X-Forwarded-Proto': 'https' },
    body: new URLSearchParams({ language: 'en' }),
  })
  expect(response.status).toBe(403)
})
