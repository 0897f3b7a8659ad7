import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { connect } from '#db/client.ts'
import { startCluster } from '#db/cluster.ts'
import { migrate } from '#db/migrate.ts'
import { projectRoot } from '#db/project-root.ts'

const home = mkdtempSync(join(tmpdir(), 'cluster-test-'))
chmodSync(home, 0o711)
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function started(name: string, durable = false) {
  const cluster = await startCluster({ dataDir: join(home, name), durable })
  onTestFinished(() => cluster.stop())
  return cluster
}

async function ask(url: string, query: string) {
  const { sql, close } = connect(url)
  return sql.unsafe(query).finally(close)
}

const processOf = (folder: string) => Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0])

test('a cluster is made in an empty folder, keeps its rows over a stop, and its password from others', async () => {
  const first = await started('kept')
  await migrate(first.url())
  await ask(first.url(), 'create table kept as select 7 as n')
  await first.stop()
  const second = await started('kept')
  expect(second.attached).toBe(false)
  expect(await ask(second.url(), 'select n from kept')).toEqual([{ n: 7 }])
  expect(statSync(join(second.folder, 'data/password')).mode & 0o777).toBe(0o600)
  expect(statSync(join(second.folder, 'data')).mode & 0o777).toBe(0o700)
})

test('whoever comes second attaches, and does not stop what another process has started', async () => {
  const program = `const { startCluster } = await import('#db/cluster.ts')
    const cluster = await startCluster({ dataDir: process.argv[1], durable: false })
    console.log(cluster.url('postgres'))
    setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, join(home, 'shared')], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void other.kill('SIGKILL'))
  const url = String(await new Promise((line) => other.stdout.once('data', line))).trim()

  const guest = await startCluster({ dataDir: join(home, 'shared'), durable: false })
  expect(guest).toMatchObject({ attached: true })
  expect(guest.url('postgres')).toBe(url)
  await guest.stop()
  expect(await ask(url, 'select 1 as n')).toEqual([{ n: 1 }])

  other.kill('SIGKILL')
  await new Promise((gone) => other.once('exit', gone))
  const heir = await started('shared')
  expect(heir.attached, 'the server outlives a killed starter').toBe(true)
  await heir.stop()
  await expect(ask(heir.url('postgres'), 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('two that start at the same moment share one server', async () => {
  const [one, two] = await Promise.all([started('race'), started('race')])
  expect(one.url()).toBe(two.url())
  expect([one.attached, two.attached].filter(Boolean)).toHaveLength(1)
})

test('what was acknowledged survives kill -9 of the server, which is started again under the same pool', async () => {
  const cluster = await started('killed', true)
  const { sql, close } = connect(cluster.url('postgres'))
  await sql`create table acknowledged (n int)`
  let acknowledged = 0
  const writing = (async () => {
    for (let n = 1; ; n++) {
      await sql`insert into acknowledged values (${n})`
      acknowledged = n
    }
  })().catch(() => {})
  await expect.poll(() => acknowledged, { timeout: 10_000 }).toBeGreaterThan(200)
  process.kill(processOf(cluster.folder), 'SIGKILL')
  await writing
  const count = () => sql`select count(*)::int as n from acknowledged`.then(([row]) => row!.n, () => 0)
  await expect.poll(count, { timeout: 10_000 }).toBeGreaterThanOrEqual(acknowledged)
  await close()
})

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('the server runs as somebody else', async () => {
    const { folder } = await started('rooted')
    expect(statSync(join(folder, 'data')).uid).not.toBe(0)
  })

  test('a data folder closed to everybody is opened to the server, not to others', async () => {
    const dataDir = mkdtempSync(join(home, 'closed-'))
    const cluster = await startCluster({ dataDir, durable: false })
    onTestFinished(() => cluster.stop())
    expect(cluster.folder.startsWith(dataDir)).toBe(true)
    expect(statSync(dataDir).mode & 0o777).toBe(0o710)
  })

  test('a data folder behind a closed door is replaced by one that can be reached, and this is said', async () => {
    const dataDir = join(home, 'door/behind')
    mkdirSync(dataDir, { recursive: true })
    chmodSync(join(home, 'door'), 0o700)
    const said: string[] = []
    const cluster = await startCluster({ dataDir, durable: false, log: (line) => said.push(line) })
    onTestFinished(async () => {
      await cluster.stop()
      rmSync(cluster.folder, { recursive: true })
    })
    expect(said.join()).toContain(cluster.folder)
    expect(cluster.folder.startsWith(home)).toBe(false)
    expect(existsSync(join(dataDir, 'postgresql'))).toBe(false)
    expect(await ask(cluster.url('postgres'), 'select 1 as n')).toEqual([{ n: 1 }])
  })
})
