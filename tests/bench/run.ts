import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { eq } from 'drizzle-orm'
import { createToken } from '#app/access/api-actor.server.ts'
import { startSession } from '#app/access/lucia.server.ts'
import { buildIfStale } from '#app/cli/build-if-stale.ts'
import { seedDemoPeople } from '#app/cli/seed-demo.ts'
import { connect } from '#db/client.ts'
import { startCluster } from '#db/cluster.ts'
import { migrate } from '#db/migrate.ts'
import { people, memberships } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { fill, rareWord } from './fill.ts'
import { load, type Figures, type Scenario } from './load.ts'
import { meter, residentMb, start, tree } from './processes.ts'
import { benchSweep } from './sweep.ts'

/** `npm run bench`: a database of its own, the server as in production, yardsticks in the same run. */
const size = Number(process.env.BENCH_ISSUES ?? 100_000)
const seconds = Number(process.env.BENCH_SECONDS ?? 6)
const [port, barePort] = [3905, 3906]
const origin = `http://localhost:${port}`
const bare = `http://localhost:${barePort}`
const officerOf = 'officer.sct@demo.test'

await buildIfStale()
execFileSync('npx', ['remix', 'vite:build'], { cwd: 'tests/bench/yardstick', stdio: ['ignore', 'ignore', 'pipe'] })
const cluster = await startCluster({ dataDir: '.cache/bench' })
const url = cluster.url('bench')
await migrate(url)
const { db, sql, close } = connect(url, { max: 4 })
await seedReference(db)
const [{ n }] = (await sql`select count(*)::int as n from issues`) as unknown as [{ n: number }]
if (n < size) {
  console.log(`Filling ${size.toLocaleString('en')} issues …`)
  if (n > 0) throw new Error('The bench database holds another size: remove .cache/bench and run again')
  await seedDemoPeople(db)
  await fill(sql, size)
}
// as in production, where demo people are nobody
await sql`update people set demo = false where demo`

const session = async (email: string) => {
  const [row] = await db.select({ personId: people.id, membershipId: memberships.id }).from(people).innerJoin(memberships, eq(memberships.personId, people.id)).where(eq(people.email, email))
  const cookie = await startSession(db, { ...row!, address: null, userAgent: null })
  return { Cookie: cookie.split(';')[0]! }
}
const officer = await session(officerOf)
const bearer = async (email: string) => ({ Authorization: `Bearer ${await createToken(db, email, 'bench')}` })
const [asCoordinator, asEnterprise] = [await bearer('coordinator@demo.test'), await bearer('enterprise@demo.test')]
const [issue] = await sql`select code from issues where lead_unit = 'SCT' and state = 'inProgress' order by id desc limit 1`
const [conference] = await sql`select id from conferences order by id limit 1 offset 5`

const json = { 'Content-Type': 'application/json' }
const scenarios: Scenario[] = [
  { name: 'yardstick: bare Remix page, 25 rows', origin: bare, path: '/rows?rows=25' },
  { name: 'yardstick: bare single-fetch data, 25 rows', origin: bare, path: '/rows.data?rows=25' },
  { name: 'yardstick: bare JSON, 25 rows', origin: bare, path: '/json' },
  { name: 'queue page', origin, path: '/work', headers: officer },
  { name: 'queue page as data', origin, path: '/work.data', headers: officer },
  { name: 'issue page', origin, path: `/issues/${issue!.code}`, headers: officer },
  { name: 'issue page as data', origin, path: `/issues/${issue!.code}.data`, headers: officer },
  { name: 'API list, 25', origin, path: '/api/v1/issues?limit=25', headers: asCoordinator },
  { name: `API search, a word in 0.1 %`, origin, path: `/api/v1/issues?limit=25&q=${rareWord}`, headers: asCoordinator },
  { name: 'API create', origin, path: '/api/v1/issues', method: 'POST', headers: { ...asEnterprise, ...json }, body: () => JSON.stringify({ text: 'Đề nghị hướng dẫn thủ tục thuê đất tại cụm công nghiệp.', group: 'land' }) },
  { name: 'API report, one conference by unit', origin, path: `/api/v1/reports/resolution?by=unit&conference=${conference!.id}`, headers: asCoordinator },
  { name: 'API report, all conferences by unit', origin, path: '/api/v1/reports/resolution?by=unit', headers: asCoordinator },
]

const version = execFileSync('node', ['--version']).toString().trim()
console.log(`${cpus().length} × ${cpus()[0]?.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${version}, PostgreSQL on the same machine, ${size.toLocaleString('en')} issues, 20 connections, ${seconds} s each`)

const header = `${'scenario'.padEnd(44)}${['req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'server', 'database', 'kB', 'errors'].map((name) => name.padStart(9)).join('')}`
function line(of: Figures) {
  const numbers = [of.rate.toFixed(0), of.p50.toFixed(1), of.p95.toFixed(1), of.p99.toFixed(1), of.serverMs.toFixed(2), of.databaseMs.toFixed(2), of.kB.toFixed(1), of.errors]
  return of.name.padEnd(44) + numbers.map((value) => String(value).padStart(9)).join('')
}

const postgresPids = () => execFileSync('ps', ['-C', 'postgres', '-o', 'pid=']).toString().split('\n').filter(Boolean).map(Number)
for (const processes of process.env.BENCH_ONLY === 'sweep' ? [] : [1, 2]) {
  const began = performance.now()
  const app = await start(['build/cli/serve.js'], { DATABASE_URL: url, PUBLIC_ORIGIN: origin, PORT: String(port), WEB_CONCURRENCY: String(processes), LOG_LEVEL: 'error', NODE_ENV: 'production' }, `${origin}/sign-in`)
  const firstPage = performance.now() - began
  const yardstick = await start(['--import', 'tsx', 'tests/bench/yardstick/serve.ts'], { DATABASE_URL: url, PORT: String(barePort), NODE_ENV: 'production' }, `${bare}/json`)
  const pids = () => [...tree(app.child.pid!), ...tree(yardstick.child.pid!)]
  console.log(`\n${processes} process${processes > 1 ? 'es' : ''}; from start to first page ${(firstPage / 1000).toFixed(1)} s`)
  console.log(header)
  for (const scenario of scenarios) {
    if (processes > 1 && scenario.origin === bare) continue
    console.log(line(await load(scenario, seconds, meter(pids, postgresPids))))
  }
  console.log(`resident memory of the server afterwards: ${residentMb(tree(app.child.pid!)).toFixed(0)} MB in ${tree(app.child.pid!).length} processes`)
  await app.stop()
  await yardstick.stop()
}
await benchSweep({ url, port, pages: scenarios.filter(({ name }) => name === 'queue page' || name === 'issue page'), close })
await cluster.stop()
