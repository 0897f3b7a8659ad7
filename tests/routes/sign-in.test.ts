import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { givePassword, password } from '#tests/support/sign-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>

beforeAll(async () => {
  await seedReference(db)
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app?.close())
afterEach(() => delete process.env.DEMO)

async function send(fields: Record<string, string>, path = '/sign-in', cookie = '') {
  const body = new URLSearchParams(fields)
  const headers = { 'Sec-Fetch-Site': 'same-origin', Cookie: cookie }
  const response = await fetch(app.origin + path, { method: 'POST', body, headers, redirect: 'manual' })
  const session = response.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  return { status: response.status, to: response.headers.get('Location'), session, page: await response.text() }
}

const where = async (path: string, cookie = '') => {
  const response = await fetch(app.origin + path, { headers: { Cookie: cookie }, redirect: 'manual' })
  return response.headers.get('Location') ?? response.status
}

test('each role begins where its day begins', async () => {
  const { coordinator, secretary, officer, head, leader, enterprise } = await aHouse(db)
  const [auditor, admin] = [await aPerson(db, 'auditor'), await aPerson(db, 'admin')]
  for (const person of [coordinator, secretary, officer, head, leader, enterprise, auditor, admin]) await givePassword(db, person)
  const homes: [typeof officer, string][] = [
    [officer, '/work'], [head, '/work'], [coordinator, '/work'], [secretary, '/work'], [enterprise, '/issues'],
    [leader, '/reports'], [auditor, '/issues'], [admin, '/admin/units'],
  ]
  for (const [{ email }, home] of homes) {
    const { status, to, session } = await send({ email, password })
    expect([status, to]).toEqual([303, '/'])
    expect(await where('/', session)).toBe(home)
    expect(await where(home, session)).toBe(200)
  }
})

test('one comes back to the page one asked for, on this site and nowhere else', async () => {
  const { officer } = await aHouse(db)
  await givePassword(db, officer)
  expect(await where('/issues?q=x')).toBe('/sign-in?returnTo=%2Fissues%3Fq%3Dx')
  expect((await send({ email: officer.email, password, returnTo: '/issues?q=x' })).to).toBe('/issues?q=x')
  for (const returnTo of ['https://elsewhere.test/', '//elsewhere.test', '/\\elsewhere.test']) {
    expect((await send({ email: officer.email, password, returnTo })).to).toBe('/')
  }
})

test('a wrong password and an unknown person read the same, and the password is not sent back', async () => {
  const { officer } = await aHouse(db)
  await givePassword(db, officer)
  const sent = [{ email: officer.email, password: 'sai-mat-khau' }, { email: 'nobody@demo.test', password: 'sai-mat-khau' }]
  for (const fields of sent) {
    const { status, page, session } = await send(fields)
    expect(status).toBe(422)
    expect(page).toContain('Thư điện tử hoặc mật khẩu chưa đúng')
    expect(page).not.toContain('sai-mat-khau')
    expect(session).toBe('')
  }
})

test('after ten wrong passwords the account waits, the right one too', async () => {
  const { officer } = await aHouse(db)
  await givePassword(db, officer)
  for (let n = 0; n < 10; n += 1) await send({ email: officer.email, password: 'sai' })
  const { status, page } = await send({ email: officer.email, password })
  expect(status).toBe(429)
  expect(page).toContain('Đã đăng nhập sai quá nhiều lần')
})

test('signing out ends the session itself, not only the cookie', async () => {
  const { officer } = await aHouse(db)
  await givePassword(db, officer)
  const { session } = await send({ email: officer.email, password })
  expect(await where('/work', session)).toBe(200)
  expect((await send({}, '/sign-out', session)).to).toBe('/sign-in')
  expect(await where('/work', session)).toBe('/sign-in?returnTo=%2Fwork')
})

test('demo accounts are offered in demo mode only', async () => {
  const page = async () => (await fetch(`${app.origin}/sign-in`)).text()
  expect(await page()).not.toContain('demo.test')
  process.env.DEMO = '1'
  const shown = await page()
  for (const words of ['coordinator@demo.test', 'officer.stnmt@demo.test', 'head.stnmt@demo.test', 'doi-thoai-demo']) expect(shown).toContain(words)
})
