import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, isAnother, recordedServer, stopServer } from './postmaster.ts'
import { projectRoot } from './project-root.ts'
import { serverBinaries } from './server-binaries.ts'
import { canReach, passableFolder, rootsPublicHome, serverUser, type ServerUser } from './server-user.ts'

type Log = (line: string) => void
type Options = { dataDir?: string; log?: Log; durable?: boolean }
type Place = { folder: string; data: string; logFile: string; owner: string; bin: string; user: ServerUser | undefined }

export type Cluster = {
  /** Where to connect; the database need not exist yet. */
  url(database?: string): string
  /** Leaves a server alone that another living process has started. */
  stop(): Promise<void>
  /** The server was running already. */
  attached: boolean
  folder: string
}

const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=128MB', 'max_connections=100',
  'jit=off', 'timezone=UTC', 'log_timezone=UTC', 'log_checkpoints=off',
  // a refused statement may carry a citizen's text of megabytes
  'log_min_error_statement=panic']
const forgetful = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

export const defaultDataDir = (): string => resolve(projectRoot, process.env.DATA_DIR || '.data')

/**
 * Runs the packaged PostgreSQL on a folder of its own, made at the first start, or attaches to the one that runs there.
 * As root the server runs as another user; a data folder which that user cannot enter is replaced by one it can, and
 * `log` says so. `durable: false` gives up the promise that a commit survives a crash of the machine.
 */
export async function startCluster({ dataDir = defaultDataDir(), log = () => {}, durable = true }: Options = {}) {
  const user = serverUser()
  const folder = clusterFolder(dataDir, user, log)
  const place: Place = { folder, data: join(folder, 'data'), logFile: join(folder, 'postgresql.log'),
    owner: join(folder, 'owner'), bin: serverBinaries(user, log), user }
  if (!existsSync(place.data)) initialise(place, durable)
  for (let attempt = 0; attempt < 20; attempt++) {
    const running = await recordedServer(place.data)
    if (running) return cluster(place, running, true)
    const started = await launch(place, durable ? settings : [...settings, ...forgetful])
    if (started) return cluster(place, started, false)
    // another process may be starting it just now, or the last one's children may still be dying
    await sleep(300)
  }
  const said = readFileSync(place.logFile, 'utf8').split('\n').slice(-12).join('\n')
  throw new Error(`PostgreSQL did not start in ${folder}. The end of ${place.logFile}:\n${said}`)
}

function clusterFolder(dataDir: string, user: ServerUser | undefined, log: Log): string {
  const wanted = passableFolder(join(passableFolder(dataDir, user), 'postgresql'), user)
  if (canReach(user, wanted)) return wanted
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const reachable = passableFolder(join(rootsPublicHome(), name), user)
  log(`PostgreSQL cannot run as root, and «${user?.name}» cannot enter ${dataDir}; the database is kept in ${reachable}`)
  return reachable
}

/** Made under another name first: an initdb that was cut short, or lost a race, is never taken for a cluster. */
function initialise({ folder, data, bin, user }: Place, durable: boolean): void {
  const unfinished = join(folder, `data.${process.pid}`)
  const passwordFile = join(folder, `password.${process.pid}`)
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (user) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid)
  try {
    execFileSync(join(bin, 'initdb'), ['-D', unfinished, '-U', 'postgres', '-E', 'UTF8', '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`, '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
      ...(durable ? [] : ['--no-sync'])], { ...as(user), stdio: ['ignore', 'ignore', 'pipe'] })
    renameSync(passwordFile, join(unfinished, 'password'))
    renameSync(unfinished, data)
  } catch (error) {
    if (!existsSync(data)) throw error
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
    rmSync(passwordFile, { force: true })
  }
}

// the server must be able to enter where it starts, and its messages stay readable whatever the machine speaks
const as = (user: ServerUser | undefined) =>
  ({ cwd: '/', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, ...(user && { uid: user.uid, gid: user.gid }) })

async function launch({ data, logFile, owner, bin, user }: Place, given: string[]) {
  if (isAnother(data)) rmSync(join(data, 'postmaster.pid'), { force: true })
  const out = openSync(logFile, 'a', 0o600)
  const options = ['-D', data, '-p', String(await freePort()), ...given.flatMap((setting) => ['-c', setting])]
  // detached: Ctrl-C in the terminal reaches us only, and we stop the server after the last request
  const server = spawn(join(bin, 'postgres'), options, { ...as(user), detached: true, stdio: ['ignore', out, out] })
  closeSync(out)
  server.unref()
  let gone = false
  server.once('exit', () => (gone = true)).once('error', () => (gone = true))
  while (!gone) {
    const running = await recordedServer(data)
    if (running && running.pid === server.pid) {
      writeFileSync(owner, String(process.pid))
      return running
    }
    await sleep(20)
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => probe.once('listening', listening))
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}

function cluster({ folder, owner }: Place, { pid, address }: { pid: number; address: string }, attached: boolean): Cluster {
  const startedBy = () => (existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : NaN)
  if (!isAlive(startedBy())) writeFileSync(owner, String(process.pid))
  const ours = () => startedBy() === process.pid
  const atExit = () => void (ours() && isAlive(pid) && process.kill(pid, 'SIGINT'))
  process.once('exit', atExit)
  return {
    url: (database = 'doi_thoai') => `${address}/${database}`,
    async stop() {
      process.off('exit', atExit)
      if (ours()) await stopServer(pid)
    },
    attached,
    folder,
  }
}
