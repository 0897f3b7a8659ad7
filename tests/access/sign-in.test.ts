import { eq, like, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signIn } from '#app/access/sign-in.server.ts'
import { connect } from '#db/client.ts'
import { credentials, memberships, people, rateLimits, sessions } from '#db/schema/index.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { givePassword, password, signInAt } from '#tests/support/sign-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => void (app = await startApp({ databaseUrl: url })))
afterAll(() => app.close())
beforeEach(() => db.delete(rateLimits))

async function somebody() {
  const person = await aPerson(db, 'auditor')
  await givePassword(db, person)
  return person
}
const from = (address = '192.0.2.1') => ({ address, userAgent: null })
const wrong = { ok: false, because: 'wrong' }
const tooMany = { ok: false, because: 'tooMany' }

test('passwords are kept as Argon2id of at least 19 MiB, apart from the people', async () => {
  const { personId } = await somebody()
  const [kept] = await db.select().from(credentials).where(eq(credentials.personId, personId))
  const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(kept!.passwordHash) ?? []
  expect(Number(memory)).toBeGreaterThanOrEqual(19_456)
  expect(Number(passes)).toBeGreaterThanOrEqual(2)
})

test('a password is the same typed with composed or combining marks, and an address in any case', async () => {
  const { email } = await somebody()
  expect(await signIn(db, { email, password: password.normalize('NFD') }, from())).toMatchObject({ ok: true })
  expect((await signInAt(app.origin, { email: ` ${email.toUpperCase()} ` })).status).toBe(303)
})

describe('attempts', () => {
  test('on one account are limited, whatever address they come from and however many come at once', async () => {
    const { email } = await somebody()
    const tries = Array.from({ length: 30 }, (_, n) => signIn(db, { email, password: 'sai' }, from(`192.0.2.${n}`)))
    const outcomes = await Promise.all(tries)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.because === 'wrong')).toHaveLength(10)
    expect(await signIn(db, { email, password }, from('198.51.100.1'))).toEqual(tooMany)
  })

  test('from one address are limited, whatever accounts they try', async () => {
    const tries = Array.from({ length: 70 }, (_, n) => signIn(db, { email: `ai-do-${n}@example.vn`, password: 'sai' }, from()))
    const outcomes = await Promise.all(tries)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.because === 'wrong')).toHaveLength(60)
    const { email } = await somebody()
    expect(await signIn(db, { email, password }, from())).toEqual(tooMany)
    expect(await signIn(db, { email, password }, from('192.0.2.2'))).toMatchObject({ ok: true })
  })

  test('count together in every process', async () => {
    const { email } = await somebody()
    const other = connect(url)
    for (let n = 0; n < 5; n += 1) {
      for (const one of [db, other.db]) expect(await signIn(one, { email, password: 'sai' }, from())).toEqual(wrong)
    }
    expect(await signIn(other.db, { email, password }, from())).toEqual(tooMany)
    await other.close()
  })

  test('are given back by the right password', async () => {
    const { email } = await somebody()
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 9; n += 1) expect(await signIn(db, { email, password: 'sai' }, from())).toEqual(wrong)
      expect(await signIn(db, { email, password }, from())).toMatchObject({ ok: true })
    }
  })

  test('are forgotten after a quarter of an hour', async () => {
    const { email } = await somebody()
    for (let n = 0; n < 11; n += 1) await signIn(db, { email, password: 'sai' }, from())
    await db.update(rateLimits).set({ expire: sql`${rateLimits.expire} - interval '15 minutes'` }).where(like(rateLimits.key, `account:${email}`))
    expect(await signIn(db, { email, password }, from())).toMatchObject({ ok: true })
  })
})

describe('the sign-in page', () => {
  test('says in words that there were too many attempts, and loses nothing but the password', async () => {
    const { email } = await somebody()
    for (let n = 0; n < 10; n += 1) await signIn(db, { email, password: 'sai' }, from())
    const secret = 'một-mật-khẩu-khác'
    const response = await signInAt(app.origin, { email, password: secret, returnTo: '/issues' })
    const page = await response.text()
    expect(response.status).toBe(429)
    expect(page).toContain('thử lại sau 15 phút')
    expect(page).toContain(`value="${email}"`)
    expect(page).not.toContain(secret)
  })

  test('does not tell an unknown address, a wrong password and a disabled person apart', async () => {
    const [known, disabled] = [await somebody(), await somebody()]
    await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, disabled.personId))
    const attempts: Record<string, string>[] = [{ email: 'khong-ai@example.vn' }, { email: known.email, password: 'sai' }, { email: disabled.email }]
    const told = await Promise.all(attempts.map(async (fields) => {
      const response = await signInAt(app.origin, fields)
      return [response.status, /id="sign-in-summary".*?<\/div>/s.exec(await response.text())?.[0]]
    }))
    expect(told[0]).toEqual([422, expect.stringContaining('chưa đúng')])
    expect(told).toEqual([told[0], told[0], told[0]])
  })

  test.each(['//evil.test', '///evil.test', '/\\evil.test', '/.//evil.test', 'https://evil.test/', 'javascript:alert(1)', '/%09/evil.test', '\t//evil.test', '/..//evil.test', '@evil.test'])(
    'leads to no other site, though asked for %j',
    async (returnTo) => {
      const { email } = await somebody()
      const { headers } = await signInAt(app.origin, { email, returnTo })
      const to = new URL(headers.get('Location')!, app.origin)
      expect(to.origin).toBe(app.origin)
      expect(to.pathname).not.toMatch(/^\/\//)
      const cookie = headers.get('Set-Cookie')!.split(';')[0]!
      const signedIn = await fetch(`${app.origin}/sign-in?returnTo=${encodeURIComponent(returnTo)}`, { headers: { Cookie: cookie }, redirect: 'manual' })
      expect(new URL(signedIn.headers.get('Location')!, app.origin).origin).toBe(app.origin)
    },
  )

  test('leads back to where the person wanted to go', async () => {
    const { email } = await somebody()
    const asked = await fetch(`${app.origin}/notices?cursor=0-5`, { redirect: 'manual' })
    expect(asked.headers.get('Location')).toBe('/sign-in?returnTo=%2Fnotices%3Fcursor%3D0-5')
    const returnTo = new URL(asked.headers.get('Location')!, app.origin).searchParams.get('returnTo')!
    expect((await signInAt(app.origin, { email, returnTo })).headers.get('Location')).toBe('/notices?cursor=0-5')
  })
})

describe('a role', () => {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)

  test.each([
    ['that begins tomorrow', { validFrom: day(1) }, false],
    ['that ended yesterday', { validTo: day(-1) }, false],
    ['that begins today', { validFrom: day(0) }, true],
    ['that ends today', { validTo: day(0) }, true],
  ])('%s lets nobody in too early or too late', async (_when, validity, ok) => {
    const person = await somebody()
    await db.update(memberships).set(validity).where(eq(memberships.personId, person.personId))
    expect(await signIn(db, { email: person.email, password }, from())).toMatchObject({ ok })
  })

  test('that is over gives way to the next one of the person', async () => {
    const person = await somebody()
    await db.update(memberships).set({ validTo: day(-1) }).where(eq(memberships.personId, person.personId))
    const [next] = await db.insert(memberships).values({ personId: person.personId, role: 'leader', validFrom: day(0) }).returning()
    expect(await signIn(db, { email: person.email, password }, from())).toMatchObject({ ok: true })
    expect(await db.select().from(sessions).where(eq(sessions.userId, person.personId))).toMatchObject([{ membershipId: next!.id }])
  })
})
