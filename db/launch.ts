import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAnother, recordedServer, type Running } from './postmaster.ts'
import type { ServerUser } from './server-user.ts'

export type Place = { folder: string; data: string; logFile: string; bin: string; user?: ServerUser; durable: boolean }

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=128MB',
  'max_connections=100',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
  // a refused statement may carry a person's text of megabytes
  'log_min_error_statement=panic',
]
const forgetful = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

// the server must be able to enter where it starts, and its messages stay readable whatever the machine speaks
const as = (user: ServerUser | undefined) => ({
  cwd: '/',
  env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  ...(user && { uid: user.uid, gid: user.gid }),
})

/** Made under another name first: an initdb that was cut short, or lost a race, is never taken for a cluster. */
export function initialise({ folder, data, bin, user, durable }: Place): void {
  const unfinished = join(folder, `data.${process.pid}`)
  const passwordFile = join(folder, `password.${process.pid}`)
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (user) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid)
  const options = ['-D', unfinished, '-U', 'postgres', '-E', 'UTF8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`,
    '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...(durable ? [] : ['--no-sync'])]
  try {
    execFileSync(join(bin, 'initdb'), options, { ...as(user), stdio: ['ignore', 'ignore', 'pipe'] })
    renameSync(passwordFile, join(unfinished, 'password'))
    renameSync(unfinished, data)
  } catch (error) {
    if (!existsSync(data)) throw error
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
    rmSync(passwordFile, { force: true })
  }
}

/** Resolves when the server answers, or with nothing when it went away first; `gone` tells when it has. */
export async function launch({ data, logFile, bin, user, durable }: Place, port?: number) {
  if (isAnother(data)) rmSync(join(data, 'postmaster.pid'), { force: true })
  const given = (durable ? settings : [...settings, ...forgetful]).flatMap((setting) => ['-c', setting])
  const out = openSync(logFile, 'a', 0o600)
  // detached: Ctrl-C in the terminal reaches us only, and we stop the server after the last request
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port ?? (await freePort())), ...given], {
    ...as(user),
    detached: true,
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  server.unref()
  let isGone = false
  const gone = new Promise<void>((resolve) => server.once('exit', resolve).once('error', resolve))
  void gone.then(() => (isGone = true))
  while (!isGone) {
    const running = await recordedServer(data)
    if (running && running.pid === server.pid) return { ...running, gone } satisfies Running & { gone: Promise<void> }
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
