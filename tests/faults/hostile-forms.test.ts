import type { ServerBuild } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { previewImport } from '#app/imports/preview-import.server.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference, annexBytes, annexName } from '#tests/support/conferences.ts'
import { crawl, pathShape } from '#tests/support/crawl.ts'
import { testDatabase } from '#tests/support/database.ts'
import { issuesInEveryState, peopleOf, wholeHouse } from '#tests/support/every-state.ts'
import { hostileBodies, longText, shortTexts } from '#tests/support/hostile.ts'
import type { Form } from '#tests/support/html.ts'
import { inTurns } from '#tests/support/in-turns.ts'
import { loadBuild, startApp } from '#tests/support/server.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const { db, sql, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let build: ServerBuild
let params: Record<string, string>
let seeds: string[]
const cookies: Record<string, string> = { nobody: '' }

beforeAll(async () => {
  await seedReference(db)
  const house = await wholeHouse(db)
  const conferenceId = await aConference(db, house.secretary)
  const states = await issuesInEveryState(db, house, conferenceId)
  await previewImport(db, conferenceId, { name: annexName, bytes: annexBytes() }, house.secretary)
  for (const [role, person] of Object.entries(peopleOf(house))) cookies[role] = await cookieOf(db, person)
  const filing = ['conference', 'group', 'text', 'place', 'contact', 'member', 'check'].map((page) => `/issues/new/${page}`)
  const issues = Object.values(states).flatMap(({ code }) => ['', '/reply', '/verdict'].map((page) => `/issues/${code}${page}`))
  seeds = ['/', '/imports/1', `/conferences/${conferenceId}`, '/admin/units', ...filing, ...issues]
  params = { code: states.inProgress.code, id: String(conferenceId), date: '2024-04-30' }
  app = await startApp({ databaseUrl: url })
  build = await loadBuild()
})
afterAll(() => app.close())

const roles = ['nobody', 'enterprise', 'association', 'secretary', 'coordinator', 'officer', 'head', 'leader', 'auditor', 'admin']
const silent = ['sessions', 'rate_limits', 'idempotency_keys', 'filing_drafts']

/** How many rows each table holds and when they last changed; what is no one's but the sender's is left out. */
async function stateOfDatabase() {
  const tables = (await sql`select tablename from pg_tables where schemaname = 'public' order by 1`).map(({ tablename }) => String(tablename))
  const kept = tables.filter((name) => !silent.includes(name))
  const rows = await Promise.all(kept.map(async (name) => [name, (await sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${sql(name)} t`)[0]!.sum as string]))
  return Object.fromEntries(rows) as Record<string, string>
}

function actionPaths(): string[] {
  const routes = Object.values(build.routes).filter((route) => route !== undefined)
  const withAction = routes.filter(({ module }) => module.action)
  const paths = withAction.map((route) => {
    const parts: string[] = []
    for (let at: typeof route | undefined = route; at; at = at.parentId ? build.routes[at.parentId] : undefined) if (at.path) parts.unshift(at.path)
    const path = `/${parts.join('/')}`.replace(/:(\w+)/g, (_whole, name: string) => params[name] ?? 'x').replace('*', 'nowhere')
    return route.index ? `${path}?index` : path
  })
  return paths.filter((path) => path !== '/sign-out' && !path.startsWith('/api/'))
}

type Sent = { path: string; cookie: string; body: RequestInit['body']; type?: string; data?: boolean }

async function post({ path, cookie, body, type, data }: Sent) {
  const address = data ? path.replace(/^([^?]*)/, '$1.data') : path
  const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html', ...(type !== undefined && { 'Content-Type': type }) }
  const response = await fetch(app.origin + address, { method: 'POST', redirect: 'manual', headers, body })
  return { status: response.status, text: await response.text() }
}

/** A role that may not send anything there is told so before anything is read: a few bodies show it. */
async function bodiesFor(path: string, cookie: string) {
  const all = hostileBodies()
  const { status } = await post({ path, cookie, body: '', type: 'application/x-www-form-urlencoded' })
  return [302, 403].includes(status) ? all.filter(({ name }) => ['a NUL in a name', '10,000 fields', 'a multipart that is none'].includes(name)) : all
}

describe.each(roles)('what no form of ours sends, sent by %s', (role) => {
  test('is refused in words at every address and changes nothing', { timeout: 300_000 }, async () => {
    const before = await stateOfDatabase()
    const cookie = cookies[role]!
    const wrong = await inTurns(actionPaths(), 4, async (path) => {
      const outcomes: string[] = []
      for (const { name, ...one } of await bodiesFor(path, cookie)) {
        const { status, text } = await post({ path, cookie, ...one })
        const inWords = status < 400 || /<h1|^{"reason":{"key"/.test(text)
        if (status >= 500 || !inWords) outcomes.push(`${name} to ${path}: ${status}`)
      }
      return outcomes
    })
    expect(wrong).toEqual([])
    expect(await stateOfDatabase()).toEqual(before)
  })
})

const filled = ({ name, type, value }: Form['fields'][number]) => {
  if (value !== '') return value
  if (/(On|Date|date|validFrom|validTo|lastDay)$/.test(name) || type === 'date') return '2024-04-12'
  return type === 'number' ? '1' : 'Nội dung mẫu'
}

type Pairs = [string, string][]

/** Each text in all open fields at once, and the worst in each single field, hidden ones too; the long one in one field only. */
function attemptsOn({ fields }: Form): Pairs[] {
  const open = (type: string) => !['hidden', 'submit', 'button'].includes(type)
  const together = shortTexts.map((text) => fields.map((one): [string, string] => [one.name, open(one.type) ? text : filled(one)]))
  const singly = shortTexts.slice(0, 2).flatMap((text) => fields.map(({ name }) => fields.map((one): [string, string] => [one.name, one.name === name ? text : filled(one)])))
  const long = fields.findIndex(({ type }) => open(type))
  return [...singly, ...together, fields.map((one, at): [string, string] => [one.name, at === long ? longText : filled(one)])]
}

const tried = new Set<string>()
const shapeOf = ({ action, fields }: Form) =>
  `${pathShape(action).replace(/\?(?!.*move=).*/, '')} ${fields.map(({ name, type, value }) => (type === 'hidden' && !/\d/.test(value) ? `${name}=${value}` : name)).join()}`

describe.each(roles.slice(1))('every form that %s can reach', (role) => {
  test('takes any text in any field without breaking', { timeout: 600_000 }, async () => {
    const cookie = cookies[role]!
    const pages = await crawl(app.origin, cookie, seeds, { ofEachShape: 1 })
    expect(pages.filter(({ status }) => status >= 500).map(({ path }) => path)).toEqual([])
    const posts = pages.flatMap(({ forms }) => forms).filter(({ method, action }) => method === 'post' && !/sign-out|language/.test(action))
    const fresh = posts.filter((form) => !tried.has(shapeOf(form)) && tried.add(shapeOf(form)))
    const sent = fresh.flatMap((form) => attemptsOn(form).map((pairs) => ({ form, pairs })))
    const wrong = await inTurns(sent, 6, async ({ form, pairs }, at) => {
      const body = form.multipart ? asMultipart(pairs) : new URLSearchParams(pairs)
      const { status } = await post({ path: form.action, cookie, body, data: at % 5 !== 0 })
      return status < 500 ? [] : [`${status} from ${form.action} for ${JSON.stringify(pairs.map(([name, value]) => [name, value.slice(0, 30)]))}`]
    })
    expect(wrong).toEqual([])
  })
})

test('after all that every page still opens', { timeout: 300_000 }, async () => {
  for (const role of ['enterprise', 'coordinator', 'head', 'admin']) {
    const pages = await crawl(app.origin, cookies[role]!, seeds, { ofEachShape: 1 })
    expect(pages.filter(({ status }) => status >= 500).map(({ path }) => `${role}: ${path}`)).toEqual([])
  }
})

function asMultipart(pairs: Pairs) {
  const form = new FormData()
  for (const [name, value] of pairs) {
    if (name === 'file') form.set(name, new Blob([value]), `${value.slice(0, 50)}.csv`)
    else form.append(name, value)
  }
  return form
}
