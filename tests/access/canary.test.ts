import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boxNames } from '#workflows/reports/boxes.ts'
import { createToken } from '#app/access/api-actor.server.ts'
import { seedReference } from '#db/seed/reference.ts'
import { crawl } from '#tests/support/crawl.ts'
import { testDatabase } from '#tests/support/database.ts'
import { bait, kinds, planted, secret, type Kind } from '#tests/support/planted.ts'
import { startApp } from '#tests/support/server.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let made: Awaited<ReturnType<typeof planted>>
beforeAll(async () => {
  await seedReference(db)
  made = await planted(db)
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

type Code = keyof Awaited<ReturnType<typeof planted>>['codes']
type Reader = { sees: Code[]; reads: Kind[] }
const filed: Kind[] = ['text', 'comment', 'contact', 'file']
const handled: Kind[] = [...filed, 'draft', 'submitted', 'question', 'opinion', 'note', 'internal', 'officer']
const nothing: Reader = { sees: [], reads: [] }
const city: Reader = { sees: ['petition', 'complaint', 'other'], reads: [...handled.filter((kind) => kind !== 'comment'), 'complaint'] }
const unit: Reader = { sees: ['petition'], reads: handled.filter((kind) => kind !== 'comment') }
const intake: Reader = { sees: ['denunciation'], reads: ['denunciation', 'comment', 'text', 'contact', 'file'] }

/** Who may read what: one's own but no drafts, opinions, notes and officials; one's unit's work; the city but no denunciation. */
const policy = {
  enterprise: { sees: ['petition', 'complaint', 'denunciation'], reads: [...filed, 'complaint', 'denunciation'] },
  colleague: { sees: ['petition', 'complaint'], reads: ['text', 'file', 'complaint'] },
  stranger: { sees: ['other'], reads: [] },
  association: nothing,
  officer: unit,
  head: unit,
  // takes part without leading: what is being written and noted by others is not for it, what was sent is
  asked: { ...unit, reads: unit.reads.filter((kind) => !['draft', 'internal', 'submitted', 'note'].includes(kind)) },
  unrelated: { sees: ['other'], reads: [] },
  unrelatedHead: { sees: ['other'], reads: [] },
  intakeOfficer: nothing,
  intakeHead: intake,
  inspector: intake,
  inspectorHead: intake,
  secretary: city,
  coordinator: city,
  leader: city,
  auditor: city,
  admin: { sees: [], reads: ['officer'] },
} satisfies Record<string, Reader>
type Name = keyof typeof policy

const fetchAs = async (cookie: string, path: string) => {
  const response = await fetch(app.origin + path, { headers: { Cookie: cookie }, redirect: 'manual' })
  return { path, status: response.status, text: await response.text() }
}

/** Every page within reach and every address one may guess, as HTML and as data. */
async function everythingFor(name: Name) {
  const cookie = await cookieOf(db, made.people[name])
  const ofIssues = Object.values(made.codes).flatMap((code) => ['', '/notes', '?move=submitAnswer', '/verdict', '/filed'].map((rest) => `/issues/${code}${rest}`))
  const searches = [`/issues?q=${bait}`, '/conferences/1?view=all', `/audit?q=${bait}`, '/work', '/reports/resolution?by=unit', '/reports/resolution.csv?by=unit', '/commitments', '/commitments.ics']
  const pages = await crawl(app.origin, cookie, ['/', '/notices', '/imports/1', '/admin/log', '/admin/people', ...ofIssues, ...searches], { ofEachShape: 1 })
  const data = await Promise.all(pages.filter(({ path, status }) => status === 200 && !/\.(csv|ics)/.test(path)).map(({ path }) => fetchAs(cookie, path.replace(/^([^?]*)/, (route) => `${route === '/' ? '/_root' : route}.data`))))
  return [...pages.map(({ path, status, html }) => ({ path, status, text: html })), ...data]
}

async function apiFor(name: Name) {
  const token = await createToken(db, made.people[name].email, 'test')
  const ask = async (path: string) => {
    const response = await fetch(`${app.origin}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } })
    return { path, status: response.status, text: await response.text() }
  }
  const reports = ['group', 'topic', 'unit', 'conference', 'month'].map((by) => `/reports/resolution?by=${by}`)
  const paths = ['/issues?limit=200', `/issues?q=${bait}`, '/conferences', ...reports, ...Object.values(made.codes).map((code) => `/issues/${code}`)]
  return Promise.all(paths.map(ask))
}

const nearest = (text: string, at: number) => text.slice(Math.max(0, at - 60), at + 40).replace(/\s+/g, ' ')

describe.each(Object.entries(policy) as [Name, Reader][])('%s', (name, { sees, reads }) => {
  test('meets no word that is not meant for them, and those that are', { timeout: 240_000 }, async () => {
    const answers = [...(await everythingFor(name)), ...(await apiFor(name))]
    const leaks = answers.flatMap(({ path, text }) => kinds.filter((kind) => !reads.includes(kind)).flatMap((kind) => {
      const at = text.indexOf(secret(kind))
      return at < 0 ? [] : [`${kind} at ${path}: ${nearest(text, at)}`]
    }))
    expect(leaks).toEqual([])
    const missing = reads.filter((kind) => !answers.some(({ text }) => text.includes(secret(kind))))
    expect(missing).toEqual([])
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  })

  test('finds, lists and counts exactly what they may see', async () => {
    const cookie = await cookieOf(db, made.people[name])
    const own = sees.map((code) => made.codes[code])
    const codesIn = (text: string) => [...new Set(text.match(/KN\d\d-\d+/g) ?? [])].sort()
    const api = new Map((await apiFor(name)).map(({ path, text }) => [path, JSON.parse(text) as { items?: { code: string }[]; total?: Record<string, number>; rows?: Record<string, number>[] }]))
    for (const path of ['/issues?limit=200', `/issues?q=${bait}`]) expect(api.get(path)?.items?.map(({ code }) => code).sort()).toEqual(own.toSorted())
    for (const [path, { total, rows = [] }] of api) {
      if (!path.startsWith('/reports') || !total) continue
      expect([path, total.received]).toEqual([path, own.length])
      for (const box of boxNames) expect(rows.reduce((sum, row) => sum + row[box]!, 0)).toBe(total[box])
    }
    const list = await fetchAs(cookie, `/issues?q=${bait}`)
    if (list.status === 200) expect(codesIn(list.text.replace(/<script.*?<\/script>/gs, ''))).toEqual(own.toSorted())
    const csv = await fetchAs(cookie, '/reports/resolution.csv?by=unit')
    if (csv.status === 200) expect(csv.text.trim().split('\r\n').at(-1)).toContain(`,${own.length},`)
    for (const code of Object.values(made.codes)) expect((await fetchAs(cookie, `/issues/${code}`)).status).toBe(own.includes(code) ? 200 : 404)
  })
})

test('nobody at all meets nothing', async () => {
  const pages = await crawl(app.origin, '', ['/', '/sign-in', '/issues', ...Object.values(made.codes).map((code) => `/issues/${code}`)])
  for (const { html } of pages) for (const kind of kinds) expect(html).not.toContain(secret(kind))
})
