import { eq } from 'drizzle-orm'
import { createToken } from '#app/access/api-actor.server.ts'
import { startSession } from '#app/access/lucia.server.ts'
import { memberships, people } from '#db/schema/index.ts'
import type { Scenario } from './load.ts'
import { routeAndAccept } from './moves.ts'
import { rawQuestions } from './raw-questions.ts'
import { words, type Register } from './register.ts'

export type Origins = { origin: string; bare: string }
/** Some depend on what those before them left. */
export type Planned = Scenario | (() => Promise<Scenario>)

const json = { 'Content-Type': 'application/json' }
const newIssue = () => ({ body: JSON.stringify({ text: 'Đề nghị hướng dẫn thủ tục thuê đất tại cụm công nghiệp.', group: 'land' }) })
const at = <T>(all: T[]) => all[Math.floor(Math.random() * all.length)]!

export async function scenariosFor(register: Register, { origin, bare }: Origins) {
  const { db, sql } = register
  const officer = await session(register, 'officer.sct@demo.test')
  const bearer = async (email: string) => ({ Authorization: `Bearer ${await createToken(db, email, 'bench')}` })
  const [coordinator, enterprise] = [await bearer('coordinator@demo.test'), { ...(await bearer('enterprise@demo.test')), ...json }]
  const [issue] = await sql`select id, code from issues where lead_unit = 'SCT' and state = 'inProgress' order by version >= 5 desc, id desc limit 1`
  const conferences = (await sql`select id from conferences order by id limit 12`).map(({ id }) => Number(id))
  const days = (await sql`select to_char(d, 'YYYY-MM-DD') as day from (select min(received_at) + interval '1 month' as first, max(received_at) as last from issues) r,
    generate_series(r.first, r.last - interval '1 day', interval '1 day') d`).map(({ day }) => String(day))
  const raw = rawQuestions(sql, { issue: Number(issue!.id), conference: conferences[5]!, day: () => at(days) })
  const create: Scenario = { name: 'API create', origin, path: '/api/v1/issues', method: 'POST', headers: enterprise, each: newIssue }
  const report = (name: string, query: () => string, ask?: () => Promise<unknown>): Scenario => ({
    name: `API report ${name}`, origin, path: '/api/v1/reports/resolution', headers: coordinator, besideWrites: true, raw: ask,
    each: () => ({ path: `/api/v1/reports/resolution?${query()}` }),
  })
  const search = (word: string) => `/api/v1/issues?limit=25&q=${word}`
  const scenarios: Planned[] = [
    { name: 'yardstick: bare Remix page, 25 rows', origin: bare, path: '/rows?rows=25' },
    { name: 'yardstick: the same as data', origin: bare, path: '/rows.data?rows=25' },
    { name: 'yardstick: bare JSON, 25 rows', origin: bare, path: '/json', raw: raw.rows },
    { name: 'queue page', origin, path: '/work', headers: officer, raw: raw.queue },
    { name: 'queue page as data', origin, path: '/work.data', headers: officer },
    { name: 'issue page', origin, path: `/issues/${issue!.code}`, headers: officer, raw: raw.issue },
    { name: 'issue page as data', origin, path: `/issues/${issue!.code}.data`, headers: officer },
    { name: 'API list, 25', origin, path: '/api/v1/issues?limit=25', headers: coordinator, raw: raw.rows },
    { name: 'API search, a word in 0.1 %', origin, path: search(words.rare), headers: coordinator, raw: () => raw.search(words.rare) },
    { name: 'API search, a word in 5 %', origin, path: search(words.common), headers: coordinator, raw: () => raw.search(words.common) },
    { name: 'issues page, a word in 5 %', origin, path: `/issues?q=${words.common}`, headers: officer },
    create,
    ...(await routeAndAccept(register, { origin, coordinator: { ...coordinator, ...json }, officer: { ...(await bearer('officer.sct@demo.test')), ...json } })),
    report('now, by group', () => 'by=group', raw.reportNow),
    report('now, by unit', () => 'by=unit'),
    report('now, by month', () => 'by=month', raw.reportByMonth),
    report('of one conference, by unit', () => `by=unit&conference=${at(conferences)}`, raw.reportOfConference),
    report('as of a past day, by group', () => `by=group&asOf=${at(days)}`, raw.reportAsOf),
  ]
  return { scenarios, create, coordinator: await session(register, 'coordinator@demo.test') }
}

async function session({ db }: Register, email: string) {
  const [row] = await db.select({ personId: people.id, membershipId: memberships.id }).from(people).innerJoin(memberships, eq(memberships.personId, people.id)).where(eq(people.email, email))
  const cookie = await startSession(db, { ...row!, address: null, userAgent: null })
  return { Cookie: cookie.split(';')[0]! }
}
