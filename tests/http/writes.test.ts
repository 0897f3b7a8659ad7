import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp } from '#tests/support/server.ts'

const publicOrigin = 'https://doithoai.test'
let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => void (app = await startApp({ publicOrigin })))
afterAll(() => app.close())

const form = 'language=en&returnTo=%2Fissues%3Fq%3D1'
const type = { 'Content-Type': 'application/x-www-form-urlencoded' }

function post(path: string, headers: Record<string, string>, body: string | FormData = form) {
  const given = typeof body === 'string' ? { ...type, ...headers } : headers
  return fetch(app.origin + path, { method: 'POST', headers: given, body, redirect: 'manual' })
}

describe('a write', () => {
  test.each([
    ['our own page', { 'Sec-Fetch-Site': 'same-origin' }],
    ['the address bar', { 'Sec-Fetch-Site': 'none' }],
    ['our own page in an old browser', { Origin: publicOrigin }],
  ])('from %s is let through', async (_where, headers) => {
    expect((await post('/language', headers)).status).toBe(303)
  })

  test.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.test' }],
    ['a neighbouring site', { 'Sec-Fetch-Site': 'same-site' }],
    ['another site in an old browser', { Origin: 'https://evil.test' }],
    ['nowhere', {}],
    ['a sandbox', { Origin: 'null' }],
  ])('from %s is refused in words', async (_where, headers: Record<string, string>) => {
    const response = await post('/language', { Accept: 'text/html', ...headers })
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('được gửi từ một trang khác')
  })

  test('to the API is let through where it carries no cookie, refused where it does', async () => {
    const bearer = { Authorization: 'Bearer x', Cookie: 'session=x' }
    expect((await post('/api/v1/none', bearer)).status).not.toBe(403)
    expect((await post('/api/v1/none', {})).status).not.toBe(403)
    const refused = await post('/api/v1/none', { Cookie: 'session=x' })
    expect(refused.status).toBe(403)
    expect(refused.headers.get('Content-Type')).toContain('application/problem+json')
    expect(await refused.json()).toMatchObject({ status: 403, requestId: refused.headers.get('X-Request-Id') })
  })
})

describe('a body', () => {
  const ours = { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' }

  test('of 10 MB in a form is refused in words, after it was sent', async () => {
    const response = await post('/language', ours, `x=${'x'.repeat(10_000_000)}`)
    expect(response.status).toBe(413)
    expect(await response.text()).toContain('vượt quá giới hạn')
  })

  test('of 2 MB is accepted as a file, of 26 MB is not', async () => {
    const upload = (size: number) => {
      const body = new FormData()
      body.append('language', 'en')
      body.append('file', new Blob(['x'.repeat(size)]), 'annex.csv')
      return post('/language', ours, body)
    }
    expect((await upload(2_000_000)).status).toBe(303)
    expect((await upload(26 * 1_048_576)).status).toBe(413)
  })

  test('of unknown length is refused', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { ...type, ...ours, 'Transfer-Encoding': 'chunked' }
      const sent = request(`${app.origin}/language`, { method: 'POST', headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      sent.on('error', reject)
      sent.end(form)
    })
    expect(status).toBe(411)
  })
})

describe('the language switch', () => {
  const ours = { 'Sec-Fetch-Site': 'same-origin' }

  test('returns to the page and remembers', async () => {
    const { headers } = await post('/language', ours)
    expect(headers.get('Location')).toBe('/issues?q=1')
    expect(headers.get('Set-Cookie')).toMatch(/^lang=en; Path=\/; Max-Age=\d+; SameSite=Lax; HttpOnly/)
  })

  test.each(['//evil.test', 'https://evil.test', '/\\evil.test'])('does not return to %s', async (returnTo) => {
    const { headers } = await post('/language', ours, new URLSearchParams({ language: 'en', returnTo }).toString())
    expect(headers.get('Location')).toBe('/')
  })

  test.each(['{}', 'language=xx', ''])('survives %j', async (body) => {
    expect((await post('/language', ours, body)).status).toBe(303)
  })

  test('refuses a body that is no form', async () => {
    expect((await post('/language', { ...ours, 'Content-Type': 'multipart/form-data; boundary=x' }, 'rubbish')).status).toBe(422)
  })

  test('refuses 10,000 fields', async () => {
    const fields = Array.from({ length: 10_000 }, (_, n) => `f${n}=x`).join('&')
    expect((await post('/language', ours, fields)).status).toBe(422)
  })
})
