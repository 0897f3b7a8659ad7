import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { buildIfStale } from '#app/cli/build-if-stale.ts'
import { benchExport } from './export.ts'
import { load, type Figures } from './load.ts'
import { freePort, meter, residentMb, start, tree, type Started } from './processes.ts'
import { rawQuestions } from './raw-questions.ts'
import { benchRegister, type Register } from './register.ts'
import { scenariosFor } from './scenarios.ts'
import { benchSweep } from './sweep.ts'
import { growth, header, line } from './tables.ts'
import { writing } from './writing.ts'

/**
 * `npm run bench`: registers of their own, kept in .cache/bench-<size>; the server as in production, yardsticks in the same
 * run. BENCH_SIZES=10000,100000,1000000, BENCH_SECONDS, BENCH_PROCESSES=2; BENCH_ONLY names scenarios, as a pattern, or `sweep`.
 */
const sizes = (process.env.BENCH_SIZES ?? process.env.BENCH_ISSUES ?? '100000').split(',').map(Number)
const seconds = Number(process.env.BENCH_SECONDS ?? 6)
const processes = process.env.BENCH_PROCESSES ?? '1'
const only = process.env.BENCH_ONLY
const asked = (name: string) => only === undefined || new RegExp(only, 'i').test(name)
const sweepAt = sizes.includes(100_000) ? 100_000 : sizes[0]
const [port, barePort] = [await freePort(), await freePort()]
const [origin, bare] = [`http://localhost:${port}`, `http://localhost:${barePort}`]

await buildIfStale()
execFileSync('npx', ['remix', 'vite:build'], { cwd: 'tests/bench/yardstick', stdio: ['ignore', 'ignore', 'pipe'] })
console.log(`${cpus().length} × ${cpus()[0]?.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, PostgreSQL on the same machine, 20 connections, ${seconds} s each`)
const bySize = new Map<number, Figures[]>()
for (const size of sizes) {
  const register = await benchRegister(size)
  console.log(`\n${size.toLocaleString('en')} issues`)
  const { scenarios, ...rest } = await scenariosFor(register, { origin, bare })
  const pages = scenarios.filter((one) => typeof one === 'object').filter(({ name }) => name === 'queue page' || name === 'issue page')
  if (only !== 'sweep') bySize.set(size, await measure(register, { scenarios, ...rest }))
  if (size === sweepAt && asked('sweep')) await benchSweep({ url: register.url, port, pages, close: register.close })
  else await register.close()
  await register.stop()
}
if (sizes.length > 1) console.log(growth(bySize).join('\n'))

async function measure(register: Register, { scenarios, create, coordinator }: Awaited<ReturnType<typeof scenariosFor>>): Promise<Figures[]> {
  const began = performance.now()
  const app = await start(['build/cli/serve.js'], { DATABASE_URL: register.url, PUBLIC_ORIGIN: origin, PORT: String(port), WEB_CONCURRENCY: processes, LOG_LEVEL: 'error', NODE_ENV: 'production' }, `${origin}/sign-in`)
  console.log(`${processes} process${processes === '1' ? '' : 'es'}; from start to first page ${((performance.now() - began) / 1000).toFixed(1)} s\n${header}`)
  const yardstick = await start(['--import', 'tsx', 'tests/bench/yardstick/serve.ts'], { DATABASE_URL: register.url, PORT: String(barePort), NODE_ENV: 'production' }, `${bare}/json`)
  const cpu = meter(() => [...tree(app.child.pid!), ...tree(yardstick.child.pid!)], () => tree(register.postmaster))
  const figures: Figures[] = []
  for (const planned of scenarios) {
    const scenario = typeof planned === 'object' ? planned : await planned()
    if (!asked(scenario.name)) continue
    const stopWriting = scenario.besideWrites ? writing(create) : undefined
    figures.push(await load(scenario, seconds, cpu))
    await stopWriting?.()
    console.log(line(figures.at(-1)!))
  }
  if (asked('export')) await exporting(register, app, coordinator)
  console.log(`resident memory of the server afterwards: ${residentMb(tree(app.child.pid!)).toFixed(0)} MB in ${tree(app.child.pid!).length} processes`)
  await app.stop()
  await yardstick.stop()
  return figures
}

async function exporting({ sql }: Register, app: Started, headers: Record<string, string>) {
  const [edge] = await sql`select to_char(received_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day from issues order by received_at desc offset (select least(20000, count(*)) - 1 from issues) limit 1`
  const raw = () => rawQuestions(sql, { issue: 0, conference: 0, day: () => '' }).rowsOfExport()
  const said = await benchExport({ address: `${origin}/issues.csv?from=${String(edge!.day)}`, headers, server: app.child.pid!, raw })
  console.log(`export of 20,000 rows, as CSV\n${said.join('\n')}`)
}
