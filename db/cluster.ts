import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { initialise, launch, type Place } from './launch.ts'
import { isAlive, recordedServer, signalServer, stopServer, type Running } from './postmaster.ts'
import { projectRoot } from './project-root.ts'
import { serverBinaries } from './server-binaries.ts'
import { canReach, passableFolder, rootsPublicHome, serverUser, type ServerUser } from './server-user.ts'

type Log = (line: string) => void
type Options = { dataDir?: string; log?: Log; durable?: boolean }

type Cluster = {
  /** Where to connect; the database need not exist yet. */
  url(database?: string): string
  /** Leaves a server alone that another living process has started. */
  stop(): Promise<void>
  /** The server was running already. */
  attached: boolean
  /** Holds the data, the password and the server's log. */
  folder: string
}

const defaultDataDir = (): string => resolve(projectRoot, process.env.DATA_DIR || '.data')

/**
 * Runs the packaged PostgreSQL on a folder of its own, made at the first start, or attaches to the one that runs there.
 * A server that dies is started again on the same port. As root it runs as another user; a data folder which that user
 * cannot enter is replaced by one it can, and `log` says so. `durable: false` gives up the promise that a commit
 * survives a crash of the machine.
 */
export async function startCluster(options: Options = {}): Promise<Cluster> {
  const { dataDir = defaultDataDir(), log = () => {}, durable = true } = options
  const user = serverUser()
  const folder = clusterFolder(resolve(dataDir), user, log)
  const data = join(folder, 'data')
  const logFile = join(folder, 'postgresql.log')
  const place: Place = { folder, data, logFile, bin: serverBinaries(user, log), user, durable }
  if (!existsSync(data)) initialise(place)
  const server = await running(place)
  const attached = !server.gone
  const owner = ownership(folder)
  if (!attached || owner.isNobody()) owner.claim()
  if (server.gone) {
    const port = Number(new URL(server.address).port)
    revive(place, server.gone, port, log).catch((error) => log(String(error)))
  }
  return { url: (database = 'doi_thoai') => `${server.address}/${database}`, stop: stopping(place), attached, folder }
}

type Server = Running & { gone?: Promise<void> }

async function running(place: Place, port?: number): Promise<Server> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const server = (await recordedServer(place.data)) ?? (await launch(place, port))
    if (server) return server
    // another process may be starting it just now, or the last one's children may still be dying
    await sleep(300)
  }
  const said = readFileSync(place.logFile, 'utf8').split('\n').slice(-12).join('\n')
  throw new Error(`PostgreSQL did not start in ${place.folder}. The end of ${place.logFile}:\n${said}`)
}

async function revive(place: Place, gone: Promise<void>, port: number, log: Log): Promise<void> {
  await gone
  if (!ownership(place.folder).isUs()) return
  log('PostgreSQL has died; starting it again')
  const server = await running(place, port)
  if (server.gone) await revive(place, server.gone, port, log)
}

function stopping({ folder, data }: Place): () => Promise<void> {
  const owner = ownership(folder)
  const atExit = () => void (owner.isUs() && signalServer(data, 'SIGINT'))
  process.once('exit', atExit)
  return async () => {
    process.off('exit', atExit)
    if (!owner.isUs()) return
    owner.resign()
    await stopServer(data)
  }
}

/** The process that revives and stops the server. It may be killed; whoever attaches next then takes its place. */
function ownership(folder: string) {
  const note = join(folder, 'owner')
  const owner = () => (existsSync(note) ? Number(readFileSync(note, 'utf8')) : NaN)
  return {
    claim: () => writeFileSync(note, String(process.pid)),
    resign: () => rmSync(note, { force: true }),
    isNobody: () => !isAlive(owner()),
    isUs: () => owner() === process.pid,
  }
}

function clusterFolder(dataDir: string, user: ServerUser | undefined, log: Log): string {
  if (canReach(user, passableFolder(dataDir, user))) return passableFolder(join(dataDir, 'postgresql'), user)
  const elsewhere = passableFolder(replacement(join(dataDir, 'postgresql.location')), user)
  log(`PostgreSQL cannot run as root, and «${user?.name}» cannot enter ${dataDir}; the database is in ${elsewhere}`)
  return elsewhere
}

/** Where a data folder that cannot be entered says its database is; without the note a new one begins. */
function replacement(note: string): string {
  if (!existsSync(note)) writeFileSync(note, join(rootsPublicHome(), randomBytes(6).toString('hex')))
  return readFileSync(note, 'utf8')
}
