import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { conferenceById } from '#db/queries/conferences.ts'
import { seedReference } from '#db/seed/reference.ts'
import { apiAs } from '#tests/support/api.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { followStream } from '#tests/support/event-stream.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { roundRobin } from '#tests/support/round-robin.ts'
import { serveProcess } from '#tests/support/serve-process.ts'
import { givePassword, password, signInAt } from '#tests/support/sign-in.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const { db, sql, url } = await testDatabase()
const proxy = await roundRobin()
let house: Awaited<ReturnType<typeof aHouse>>
let secretary: Actor
let overdue: number[]
const kills: (() => void)[] = []

/** As on two machines: a data folder each, in which only the files are shared. */
async function node(shared: string) {
  const own = await mkdtemp(join(tmpdir(), 'doi-thoai-node-'))
  await symlink(shared, join(own, 'files'))
  const { origin } = await serveProcess({ DATABASE_URL: url, DATA_DIR: own, PUBLIC_ORIGIN: proxy.origin, TRUST_PROXY: '1', FILE_SCAN: 'off' }, (kill) => kills.push(kill))
  return { origin, own }
}

const folders: string[] = []
beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  secretary = await aPerson(db, 'secretary', { unit: 'VPUB' })
  overdue = [await longAsked(), await longAsked(), await longAsked()]
  const shared = await mkdtemp(join(tmpdir(), 'doi-thoai-shared-'))
  const nodes = await Promise.all([node(shared), node(shared)])
  proxy.nodes.push(...nodes.map(({ origin }) => origin))
  folders.push(shared, ...nodes.map(({ own }) => own))
})
afterAll(async () => {
  for (const kill of kills) kill()
  await proxy.close()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** The enterprise was asked long ago: the clock lets work go on at the first look. */
async function longAsked() {
  const longAgo = new Date(Date.now() - 90 * 86_400_000)
  const { id } = await anIssue(db, { at: longAgo })
  const asked = { type: 'askEnterprise', question: 'Số hồ sơ?' } as const
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }], [house.officer, asked]], longAgo)
  return id
}

const nodeOf = (response: Response) => response.headers.get('x-node')

test('who signs in on one node is known on the other, and signed out on both', async () => {
  await givePassword(db, house.officer)
  proxy.turnTo(0)
  const signedIn = await signInAt(proxy.origin, { email: house.officer.email })
  expect([nodeOf(signedIn), signedIn.status]).toEqual(['0', 303])
  const headers = { Cookie: signedIn.headers.get('set-cookie')!.split(';')[0]!, Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' }
  const work = await fetch(`${proxy.origin}/work`, { headers, redirect: 'manual' })
  expect([nodeOf(work), work.status]).toEqual(['1', 200])
  proxy.turnTo(1)
  expect((await fetch(`${proxy.origin}/sign-out`, { method: 'POST', headers, redirect: 'manual' })).status).toBe(303)
  const after = await fetch(`${proxy.origin}/work`, { headers, redirect: 'manual' })
  expect([nodeOf(after), after.status, after.headers.get('location')]).toEqual(['0', 302, expect.stringContaining('/sign-in')])
})

test('a page open on one node is told of what was done on the other', async () => {
  const conference = (await conferenceById(db, await aConference(db, secretary)))!
  const cookie = await cookieOf(db, secretary)
  proxy.turnTo(0)
  const stream = await followStream(`${proxy.origin}/conferences/${conference.id}/live`, cookie)
  expect(nodeOf(stream.response)).toBe('0')
  const told = stream.changes()
  const said = await fetch(`${proxy.origin}/conferences/${conference.id}/captures`, {
    method: 'POST',
    headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ form: 'capture', person: String(secretary.personId), enterprise: 'Công ty TNHH Mẫu', text: 'Đề nghị cấp điện ổn định.' }),
  })
  expect([nodeOf(said), await said.json()]).toEqual(['1', { code: expect.stringMatching(/^KN/) }])
  await stream.next(told)
})

test('what is sent to both nodes under one key is done once', async () => {
  const nodes = await Promise.all(proxy.nodes.map((origin) => apiAs(db, origin, house.enterprise)))
  const replies = await Promise.all(nodes.map((api) => api.post('/issues', { text: 'Đề nghị sửa đường vào cụm công nghiệp.' }, { 'Idempotency-Key': 'gui-hai-lan-1' })))
  expect(replies.map(({ status }) => status)).toEqual([201, 201])
  expect(new Set(replies.map(({ body }) => body.code)).size).toBe(1)
})

test('wrong passwords are counted together, and a right one is refused on both when there were too many', async () => {
  const { officer } = await aHouse(db, 'SCT')
  await givePassword(db, officer)
  const attempt = async (word: string) => {
    const response = await signInAt(proxy.origin, { email: officer.email, password: word })
    return { node: nodeOf(response), status: response.status }
  }
  proxy.turnTo(0)
  const wrong = new Set<string | null>()
  for (let n = 0; n < 10; n += 1) wrong.add((await attempt('sai mật khẩu rồi')).node)
  expect(wrong).toEqual(new Set(['0', '1']))
  expect([await attempt(password), await attempt(password)].map(({ status }) => status)).toEqual([429, 429])
})

test('guesses are counted by who asks the proxy, whatever they say of themselves', async () => {
  const guess = (client: string, claimed?: string) =>
    fetch(`${proxy.origin}/v/khong-co-that`, { headers: { 'X-Test-Client': client, Accept: 'text/html', ...(claimed && { 'X-Forwarded-For': claimed }) } }).then(({ status }) => status)
  for (let n = 0; n < 60; n += 1) expect(await guess('203.0.113.7', `198.51.100.${n}`)).toBe(404)
  expect([await guess('203.0.113.7'), await guess('203.0.113.7', '198.51.100.99')]).toEqual([429, 429])
  expect([await guess('203.0.113.8'), await guess('203.0.113.8')]).toEqual([404, 404])
  expect(Number((await sql`select max(points)::int as most from rate_limits where key like 'secret%'`)[0]!.most)).toBeGreaterThanOrEqual(61)
})

test('what time does is done once, although the worker of each node looks', async () => {
  const resumed = async () => (await sql`select issue_id from issue_events where move = 'resume' order by issue_id`).map(({ issue_id }) => Number(issue_id))
  await expect.poll(resumed).toEqual(overdue)
})
