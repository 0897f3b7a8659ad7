import { Agent, request, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => void (app = await startApp({ databaseUrl: url })))
afterAll(() => app.close())

test('a form refused unread does not hold up what follows on the same connection', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (method: string, path: string, headers: Record<string, string>, body = '') =>
    new Promise<{ status?: number; port?: number }>((resolve, reject) => {
      const sent = request(app.origin + path, { method, agent, headers, timeout: 10_000 }, (response: IncomingMessage) => {
        const port = response.socket.localPort
        response.resume().on('end', () => resolve({ status: response.statusCode, port }))
      })
      sent.on('timeout', () => sent.destroy(new Error('no answer'))).on('error', reject).end(body)
    })
  const Cookie = await cookieOf(db, await aPerson(db, 'auditor'))
  const body = `text=${'x'.repeat(900_000)}`
  const type = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(body.length) }
  const refused = await ask('POST', '/conferences/new', { Cookie, 'Sec-Fetch-Site': 'same-origin', ...type }, body)
  expect(refused.status).toBe(403)
  expect(await ask('GET', '/healthz', {})).toEqual({ status: 200, port: refused.port })
  agent.destroy()
})
