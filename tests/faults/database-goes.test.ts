import { expect, test } from 'vitest'
import { createToken } from '#app/access/api-actor.server.ts'
import { issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse } from '#tests/support/issues.ts'
import { proxyTo } from '#tests/support/proxy.ts'
import { startApp } from '#tests/support/server.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const { db, url } = await testDatabase()

test('while the database is away everybody is told so, with an id; after that all goes on at once', { timeout: 120_000 }, async () => {
  await seedReference(db)
  const house = await aHouse(db)
  const Cookie = await cookieOf(db, house.enterprise)
  const Authorization = `Bearer ${await createToken(db, house.enterprise.email, 'test')}`
  const proxy = await proxyTo(url)
  const app = await startApp({ databaseUrl: proxy.url })
  const get = async (path: string) => {
    const began = performance.now()
    const response = await fetch(app.origin + path, { headers: { Cookie, Accept: 'text/html' }, redirect: 'manual' })
    return { status: response.status, text: await response.text(), id: response.headers.get('X-Request-Id')!, ms: performance.now() - began }
  }
  const file = async (text: string) => {
    const headers = { Authorization, 'Content-Type': 'application/json', 'Idempotency-Key': text }
    const response = await fetch(`${app.origin}/api/v1/issues`, { method: 'POST', headers, body: JSON.stringify({ text }) })
    return { status: response.status, body: (await response.json()) as Record<string, unknown>, type: response.headers.get('Content-Type') }
  }
  expect((await get('/issues')).status).toBe(200)

  const underWay = Array.from({ length: 40 }, (_, n) => file(`giua-chung-${n}`))
  setTimeout(proxy.down, 40)
  const outcomes = await Promise.all(underWay)
  for (const { status } of outcomes) expect([201, 503]).toContain(status)

  for (const path of ['/issues', '/issues/KN26-00001', '/notices']) {
    const page = await get(path)
    expect(page.status).toBe(503)
    expect(page.text).toContain('Hệ thống chưa trả lời được lúc này')
    expect(page.text).toContain(page.id)
    expect(page.ms).toBeLessThan(5_000)
  }
  const refused = await file('luc-mat-ket-noi')
  expect(refused).toMatchObject({ status: 503, type: 'application/problem+json; charset=utf-8', body: { status: 503, requestId: expect.any(String) } })
  expect([(await get('/healthz')).status, (await get('/readyz')).status]).toEqual([200, 503])

  await proxy.up()
  const again = await get('/issues')
  expect(again.status).toBe(200)
  expect(again.ms).toBeLessThan(3_000)
  const repeated = await Promise.all(outcomes.map((_, n) => file(`giua-chung-${n}`)))
  expect(new Set(repeated.map(({ status }) => status))).toEqual(new Set([201]))
  expect(await db.$count(issues)).toBe(outcomes.length)
  await app.close()
})
