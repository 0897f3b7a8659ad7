import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createToken } from '#app/access/api-actor.server.ts'
import { conferences, imports, issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'
import { testDatabase } from '#tests/support/database.ts'
import { issuesInEveryState, peopleOf, wholeHouse } from '#tests/support/every-state.ts'
import { hostileTexts } from '#tests/support/hostile.ts'
import { inTurns } from '#tests/support/in-turns.ts'
import { startApp } from '#tests/support/server.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let states: Awaited<ReturnType<typeof issuesInEveryState>>
const tokens: Record<string, string> = { nobody: 'dt_0000000000000000000000000' }
const roles = ['nobody', 'enterprise', 'association', 'secretary', 'coordinator', 'officer', 'head', 'leader', 'auditor', 'admin']

beforeAll(async () => {
  await seedReference(db)
  const house = await wholeHouse(db)
  states = await issuesInEveryState(db, house)
  for (const [role, { email }] of Object.entries(peopleOf(house))) tokens[role] = (await createToken(db, email, 'test'))!
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

type Call = { role: string; method: string; path: string; body?: RequestInit['body']; type?: string; headers?: Record<string, string> }

async function call({ role, method, path, body, type = 'application/json', headers = {} }: Call) {
  const response = await fetch(`${app.origin}/api/v1${path}`, {
    method, body, headers: { Authorization: `Bearer ${tokens[role]}`, ...(body !== undefined && { 'Content-Type': type }), ...headers },
  })
  return { status: response.status, type: response.headers.get('Content-Type') ?? '', text: await response.text() }
}

/** Nothing to say when the answer is a success or a problem document in words; otherwise what went wrong. */
async function troubleWith(one: Call, mustFail = false) {
  const { status, type, text } = await call(one)
  const problem = status >= 400 && status < 500 && type.startsWith('application/problem+json') && (JSON.parse(text) as { title?: string }).title
  return problem || (!mustFail && status < 400) ? [] : [`${one.role} ${one.method} ${one.path} ${String(one.body).slice(0, 80)}: ${status} ${text.slice(0, 100)}`]
}

const posts = ['/issues', '/issues/1/moves', '/conferences', '/conferences/1/imports', '/imports/1/commit', '/imports/1/undo', '/routing/suggestions', '/deadlines/calculate', '/nowhere']
const gets = ['/issues', '/issues/1', '/conferences', '/reports/resolution', '/nowhere']
const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`
const bodies: [string, string, string?][] = [
  ['nothing', ''], ['broken JSON', '{"text":'], ['an array', '[]'], ['null', 'null'], ['a text', '"x"'], ['a number', '1e999'],
  ['deep JSON', deep], ['deep in a field', `{"text":${deep}}`], ['a deep array', `{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ['a prototype', '{"__proto__":{"role":"admin"},"text":"x","move":"accept","version":1}'],
  ['a constructor', '{"constructor":{"prototype":{"x":1}},"move":"constructor","version":1}'],
  ['a NUL', '{"text":"a\\u0000b","title":"a\\u0000b","heldOn":"\\u0000","move":"\\u0000","start":"\\u0000"}'],
  ['half a character', '{"text":"\\ud800","title":"\\udc00","heldOn":"\\ud800","move":"\\ud800","start":"\\ud800"}'],
  ['a NUL in a name', '{"a\\u0000":1,"text":1}'],
  ['wrong types', '{"text":1,"title":[],"heldOn":{},"move":true,"version":"1","start":0,"workingDays":"5","group":5,"enterprise":"x"}'],
  ['great numbers', '{"text":"x","conference":99999999999999999999,"group":"x","version":1e99,"move":"accept","start":"2024-04-05","workingDays":1e308}'],
  ['negative numbers', '{"text":"x","conference":-1,"enterprise":{"id":-1},"version":-1,"move":"accept","start":"2024-04-05","workingHours":-4}'],
  ['a day that is none', '{"title":"x","heldOn":"2024-02-31","start":"2024-02-31","workingDays":1,"text":"x","date":"2024-02-31","group":"x"}'],
  ['year 9999', '{"start":"9999-12-31","workingDays":2500,"text":"","title":"","heldOn":"9999"}'],
  ['the last day that counts', '{"start":"2189-12-31","workingDays":2501,"text":"","title":"","heldOn":"+275760-09-13"}'],
  ['10,000 fields', JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`f${n}`, 'x'])))],
  ['10 MB', `{"text":"${'x'.repeat(10_000_000)}"}`],
  ['a form', 'text=x&move=accept', 'application/x-www-form-urlencoded'], ['no type', '{"text":', ''],
  ['a multipart that is none', 'rubbish', 'multipart/form-data; boundary=x'],
  ['bytes that are no text', '\u0001\u0002\u0003', 'application/octet-stream'],
]

/** These meet every line of code behind the addresses; for the others a few bodies show that nobody gets further. */
const thorough = ['enterprise', 'coordinator']

const counts = () => Promise.all([issues, issueEvents, conferences, imports].map((table) => db.$count(table)))

test('a day that does not exist is told at its field, not taken for another', async () => {
  for (const start of ['2024-02-31', '2023-02-29', '2024-04-31T09:00:00+07:00', '2024-13-01']) {
    const { status, text } = await call({ role: 'officer', method: 'POST', path: '/deadlines/calculate', body: JSON.stringify({ start, workingDays: 1 }) })
    expect([status, JSON.parse(text)]).toEqual([422, expect.objectContaining({ errors: [expect.objectContaining({ field: 'start' })] })])
  }
})

describe.each(roles)('what no program of ours sends, sent by %s', (role) => {
  test('is answered by a problem in words', { timeout: 120_000 }, async () => {
    const kept = thorough.includes(role) ? bodies : bodies.filter((_, at) => at % 4 === 0)
    const calls = posts.flatMap((path) => kept.map(([, body, type]): Call => ({ role, method: 'POST', path, body, type })))
    const before = await counts()
    expect(await inTurns(calls, 4, (one) => troubleWith(one))).toEqual([])
    expect(await counts()).toEqual(before)
  })
})

const ids = ['0', '-1', '1e99', '99999999999999999999', '999999999999999', 'KN99-99999', '%00', '..%2F..', '%2e%2e', 'null', 'NaN', '__proto__', '%F0%9F%98%80', "'", '%ED%A0%80']
const queries = ['limit=0', 'limit=-1', 'limit=1e9', 'limit=99999', 'cursor=x', 'cursor=-1', 'cursor=999999999999999_1', 'cursor=99999999999999_999999999999999', 'cursor=0_0', 'state=x', 'state=__proto__', 'overdue=maybe', 'conference=-1', 'conference=99999999999999999999', 'conference=999999999999999', 'q=%00', 'q=%ED%A0%80', `q=${'x'.repeat(5_000)}`, "q='\\%25_", 'q=%3A*%20%26%20!%20(', 'q=!!', 'asOf=2024-02-31', 'asOf=9999-12-31', 'asOf=x', 'asOf=0000-00-00', 'by=x', 'by=constructor', 'box=x', 'box=received&asOf=2024-04-05', 'group=%F0%9F%98%80', 'limit=5&limit=6', '__proto__=1', 'unit=%27%3B--']

test('ids and questions that are none are answered in words', { timeout: 120_000 }, async () => {
  const addresses = [
    ...ids.flatMap((id) => [`/issues/${id}`, `/conferences/${id}`]).map((path): Call => ({ role: 'coordinator', method: 'GET', path })),
    ...ids.flatMap((id) => [`/issues/${id}/moves`, `/conferences/${id}/imports`, `/imports/${id}/commit`, `/imports/${id}/undo`]).map((path): Call => ({ role: 'secretary', method: 'POST', path, body: '{"move":"accept","version":1}' })),
  ]
  expect(await inTurns(addresses, 4, (one) => troubleWith(one, true))).toEqual([])
  const asked = gets.flatMap((path) => queries.map((query): Call => ({ role: 'coordinator', method: 'GET', path: `${path}?${query}` })))
  expect(await inTurns(asked, 4, (one) => troubleWith(one))).toEqual([])
  const methods = ['PUT', 'PATCH', 'DELETE', 'OPTIONS'].flatMap((method) => gets.map((path): Call => ({ role: 'coordinator', method, path })))
  expect(await inTurns(methods, 4, (one) => troubleWith(one, true))).toEqual([])
  const keys = ['', ' ', 'x'.repeat(201), 'é', '\t'].map((key): Call => ({ role: 'enterprise', method: 'POST', path: '/issues', body: '{"text":""}', headers: { 'Idempotency-Key': key } }))
  expect(await inTurns(keys.filter(({ headers }) => /^[\x20-\xff\t]*$/.test(headers!['Idempotency-Key']!)), 1, (one) => troubleWith(one, true))).toEqual([])
})

describe.each(Object.keys(samples) as (keyof typeof samples)[])('the move %s', (name) => {
  test('with any text in any field, from any state, is done or refused in words', { timeout: 120_000 }, async () => {
    const { type: move, ...fields } = samples[name]
    const sent = Object.values(states).flatMap(({ id }, at) =>
      Object.keys(fields).flatMap((field) => [hostileTexts[at % hostileTexts.length], -1, 1e99, null, [], {}, ['x', 'x']].map((value) => ({ id, body: { ...fields, move, [field]: value } }))),
    )
    const wrong = await inTurns(sent, 4, async ({ id, body }) => {
      const [row] = await db.select({ version: issues.version }).from(issues).where(eq(issues.id, id))
      return troubleWith({ role: 'officer', method: 'POST', path: `/issues/${id}/moves`, body: JSON.stringify({ ...body, version: row!.version }) })
    })
    expect(wrong).toEqual([])
  })
})

test('a step that is not open, a stale version and a move of the clock leave no event', async () => {
  const before = await db.$count(issueEvents)
  const tries = [
    { move: 'approve', letterNumber: '1', letterDate: '2024-04-12' }, { move: 'close' }, { move: 'fulfil', evidence: 'x' },
    { move: 'accept', version: 0 }, { move: 'accept', version: 999 }, { move: 'accept', version: 2_147_483_648 },
  ]
  for (const role of roles) {
    for (const one of tries) {
      const { status } = await call({ role, method: 'POST', path: `/issues/${states.received.code}/moves`, body: JSON.stringify({ version: 1, ...one }) })
      expect([401, 404, 409, 422]).toContain(status)
    }
  }
  expect(await db.$count(issueEvents)).toBe(before)
})
