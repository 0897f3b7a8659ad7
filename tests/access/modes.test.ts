import { spawn } from 'node:child_process'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actorOfToken, createToken } from '#app/access/api-actor.server.ts'
import { demoAccounts, demoPassword } from '#app/access/demo-accounts.ts'
import { actorOfCookie } from '#app/access/lucia.server.ts'
import { signIn } from '#app/access/sign-in.server.ts'
import { seedDemoPeople } from '#app/cli/seed-demo.ts'
import { projectRoot } from '#db/project-root.ts'
import { apiTokens, people, rateLimits } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { serveProcess } from '#tests/support/serve-process.ts'
import { startApp } from '#tests/support/server.ts'
import { cookieOf } from '#tests/support/signed-in.ts'
import { signInAt } from '#tests/support/sign-in.ts'

const { db, url } = await testDatabase()
const mode = process.env.DEMO
let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => {
  await seedReference(db)
  await seedDemoPeople(db)
  app = await startApp({ databaseUrl: url })
})
beforeEach(() => db.delete(rateLimits))
afterAll(async () => {
  process.env.DEMO = mode ?? ''
  await app.close()
})

const email = 'coordinator@demo.test'
const from = { address: '127.0.0.1', userAgent: null }

describe('in demo mode', () => {
  beforeAll(() => void (process.env.DEMO = '1'))

  test('the sign-in page offers every role, and each of them gets in', async () => {
    const page = await (await fetch(`${app.origin}/sign-in`)).text()
    expect(page).toContain(demoPassword)
    for (const account of demoAccounts) {
      expect(page).toContain(account.email)
      expect((await signInAt(app.origin, { email: account.email, password: demoPassword })).status).toBe(303)
    }
  })
})

describe('outside demo mode, on a database of the demo', () => {
  beforeAll(() => void (process.env.DEMO = '0'))

  test('no page shows an account or a password', async () => {
    for (const path of ['/', '/sign-in', '/sign-in.data', '/nowhere']) {
      const page = await (await fetch(app.origin + path)).text()
      expect(page).not.toMatch(/demo\.test|doi-thoai-demo/)
    }
  })

  test('demo people do not sign in', async () => {
    expect(await signIn(db, { email, password: demoPassword }, from)).toEqual({ ok: false, because: 'wrong' })
    expect((await signInAt(app.origin, { email, password: demoPassword })).status).toBe(422)
  })

  test('a session or a token of the demo opens nothing', async () => {
    const actor = { ...(await aPerson(db, 'coordinator', { unit: 'VPUB' })), email }
    await db.update(people).set({ demo: true }).where(eq(people.id, actor.personId))
    const cookie = await cookieOf(db, actor)
    const token = `Bearer ${await createToken(db, email, 'test')}`
    expect([await actorOfCookie(db, cookie), await actorOfToken(db, token)]).toEqual([undefined, undefined])
    process.env.DEMO = '1'
    expect(await actorOfCookie(db, cookie)).toMatchObject({ role: 'coordinator' })
    expect(await actorOfToken(db, token)).toMatchObject({ email })
    process.env.DEMO = '0'
  })
})

describe('a token of the API', () => {
  const asked = async (token: string) => (await fetch(`${app.origin}/api/v1/issues`, { headers: { Authorization: `Bearer ${token}` } })).status

  test.each<[string, Partial<typeof apiTokens.$inferInsert>, number]>([
    ['lets in', {}, 200],
    ['lets in until it expires', { expiresAt: new Date(Date.now() + 60_000) }, 200],
    ['lets nobody in once it has expired', { expiresAt: new Date(Date.now() - 1000) }, 401],
    ['lets nobody in once it was revoked', { revokedAt: new Date() }, 401],
  ])('%s', async (_what, change, status) => {
    const person = await aPerson(db, 'auditor')
    const token = (await createToken(db, person.email, 'test'))!
    if (Object.keys(change).length) await db.update(apiTokens).set(change).where(eq(apiTokens.personId, person.personId))
    expect(await asked(token)).toBe(status)
  })

  test('lets nobody in whose person is disabled, and is not made for them', async () => {
    const person = await aPerson(db, 'auditor')
    const token = (await createToken(db, person.email, 'test'))!
    await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, person.personId))
    expect(await asked(token)).toBe(401)
    expect(await createToken(db, person.email, 'test')).toBeUndefined()
  })

  test('is not the hash that the table keeps, and a session’s cookie is none', async () => {
    const person = await aPerson(db, 'auditor')
    await createToken(db, person.email, 'test')
    const [kept] = await db.select().from(apiTokens).where(eq(apiTokens.personId, person.personId))
    expect(await asked(kept!.hash)).toBe(401)
    const cookie = await cookieOf(db, person)
    expect(await asked(cookie.split('=')[1]!)).toBe(401)
    expect((await fetch(`${app.origin}/api/v1/issues`, { headers: { Cookie: cookie } })).status).toBe(401)
  })
})

describe('npm run serve', () => {
  async function serve(env: Record<string, string>) {
    const child = spawn(process.execPath, ['--import', 'tsx', 'app/cli/serve.ts'], { cwd: projectRoot, env: { ...process.env, DATABASE_URL: '', PUBLIC_ORIGIN: '', ...env } })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const code = await new Promise((done) => child.once('close', done))
    return { code, said }
  }

  test.each([
    [{ PUBLIC_ORIGIN: 'https://doithoai.test' }, 'Set DATABASE_URL;'],
    [{ DATABASE_URL: 'postgres://a@127.0.0.1/b' }, 'Set PUBLIC_ORIGIN;'],
    [{}, 'Set DATABASE_URL and PUBLIC_ORIGIN;'],
    [{ DATABASE_URL: 'mysql://x', PUBLIC_ORIGIN: 'doithoai.test' }, 'PUBLIC_ORIGIN must be'],
  ])('does not start with %j, and says why in a sentence', async (env, sentence) => {
    const { code, said } = await serve(env as Record<string, string>)
    expect(code).toBe(1)
    expect(said).toContain(sentence)
    expect(said).not.toMatch(/^\s+at /m)
  })

  test('never runs in demo mode, even when told to', { timeout: 120_000 }, async () => {
    const { origin } = await serveProcess({ DEMO: '1', DATABASE_URL: url })
    expect(await (await fetch(`${origin}/sign-in`)).text()).not.toMatch(/demo\.test|doi-thoai-demo/)
    expect((await signInAt(origin, { email, password: demoPassword })).status).toBe(422)
  })
})
