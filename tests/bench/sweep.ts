import { spawn } from 'node:child_process'
import postgres from 'postgres'
import { fire, type Scenario } from './load.ts'
import { start } from './processes.ts'

type Options = { url: string; port: number; pages: Scenario[]; close: () => Promise<unknown> }

/** A Tuesday morning: what is due that day is said at eight. */
const morning = '2026-03-10T08:00:00+07:00'
const evening = '2026-03-09T18:00:00+07:00'
/** The sweep over a copy of the register in which every issue is open and one of twenty is due, and what it costs pages meanwhile. */
export async function benchSweep({ url, port, pages, close }: Options): Promise<void> {
  await close()
  const copy = await copyOf(url)
  const sql = postgres(copy, { onnotice: () => {} })
  await openAll(sql)
  const [{ n, due }] = (await sql`select count(*)::int as n, count(*) filter (where due_at < '2026-04-01')::int as due from deadlines where stopped_at is null`) as unknown as [{ n: number; due: number }]
  console.log(`\nsweep: ${n.toLocaleString('en')} open issues, ${due.toLocaleString('en')} due`)
  console.log(`  planning all of them, once: ${await sweep(copy, evening)}`)
  console.log(`  said in one sweep, nothing else running: ${await sweep(copy, morning)}`)
  console.log(`  a sweep that finds nothing: ${await sweep(copy, morning)}`)
  const origin = `http://localhost:${port}`
  const app = await start(['build/cli/serve.js'], { DATABASE_URL: copy, PUBLIC_ORIGIN: origin, PORT: String(port), LOG_LEVEL: 'error', NODE_ENV: 'production', WORKER: 'apart' }, `${origin}/sign-in`)
  for (const page of pages) {
    await fire(page, 3)
    const alone = await fire(page, 6)
    await sayAgain(sql)
    const running = sweep(copy, morning, 100)
    const beside = await fire(page, 6)
    console.log(`  ${page.name}: ${figures(alone.times, 6)} alone, ${figures(beside.times, 6)} beside a sweep that took ${await running}`)
  }
  await app.stop()
  await sql.end()
  await dropCopy(url)
}

function figures(times: number[], seconds: number) {
  const inOrder = [...times].sort((a, b) => a - b)
  const at = (share: number) => (inOrder[Math.floor(share * inOrder.length)] ?? 0).toFixed(0)
  return `${(times.length / seconds).toFixed(0)} req/s, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`
}

/** In a process of its own, at the time given; without the time it takes to start one. */
function sweep(url: string, now: string, batch = 250): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/remind-process.ts', url, now, String(batch)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let began = 0
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    began ||= performance.now()
    said += chunk.toString()
  })
  return new Promise((done) => child.once('close', () => done(`${((performance.now() - began) / 1000).toFixed(1)} s (${said.split('\n').at(-2)})`)))
}

const named = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href

async function administer(url: string, ...statements: string[]) {
  const sql = postgres(named(url, 'postgres'), { max: 1, onnotice: () => {} })
  for (const statement of statements) await sql.unsafe(statement)
  await sql.end()
}

const dropCopy = (url: string) => administer(url, 'drop database if exists bench_sweep with (force)')

async function copyOf(url: string) {
  await dropCopy(url)
  await administer(url, `create database bench_sweep template "${new URL(url).pathname.slice(1)}"`)
  return named(url, 'bench_sweep')
}

async function openAll(sql: postgres.Sql) {
  await sql`update issues set state = 'inProgress', answered_at = null, resolved_at = null, confirmed_at = null, ended_at = null,
    due_at = case when id % 20 = 0 then timestamptz '2026-03-10 17:00+07' else timestamptz '2026-04-20 17:00+07' end`
  await sql`update deadlines d set stopped_at = null, started_at = case when i.due_at < '2026-04-01' then timestamptz '2026-02-23 09:00+07' else timestamptz '2026-03-05 09:00+07' end,
    due_at = i.due_at, planned_for = null, remind_at = null from issues i where i.id = d.issue_id`
  await sql`vacuum analyze`
}

/** As if the sweep had not run that morning. */
async function sayAgain(sql: postgres.Sql) {
  await sql`truncate reminders, notices`
  await sql`update deadlines set remind_at = ${morning} where due_at < '2026-04-01'`
}
