import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const ticks = Number(execFileSync('getconf', ['CLK_TCK']).toString())
const pageSize = Number(execFileSync('getconf', ['PAGESIZE']).toString())

const stat = (pid: number) => {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/** Processor milliseconds that a process and the children it waited for (parallel workers of a query) have used since they began. */
const cpuOf = (pid: number) => ((stat(pid) ?? []).slice(11, 15).reduce((total, field) => total + Number(field), 0) / ticks) * 1000

const allPids = () => execFileSync('ps', ['-eo', 'pid,ppid,comm']).toString().split('\n').slice(1).map((line) => line.trim().split(/\s+/))

/** A process and everything under it. */
export function tree(root: number): number[] {
  const rows = allPids().map(([pid, ppid]) => [Number(pid), Number(ppid)] as const)
  const found = [root]
  for (const pid of found) found.push(...rows.filter(([, parent]) => parent === pid).map(([child]) => child))
  return found
}

/** Processor time of the server's processes, and of the database's that work for it. */
export function meter(server: () => number[], database: () => number[]) {
  const sum = (pids: number[]) => pids.reduce((total, pid) => total + cpuOf(pid), 0)
  return () => ({ server: sum(server()), database: sum(database()) })
}

/** Resident megabytes of some processes together; shared pages count in each. */
export const residentMb = (pids: number[]) =>
  pids.reduce((total, pid) => total + Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageSize, 0) / 1_048_576

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

export type Started = { child: ChildProcess; stop: () => Promise<void> }

/** Starts a command and waits until its address answers. */
export async function start(args: string[], env: Record<string, string>, address: string): Promise<Started> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] })
  process.once('exit', () => child.kill('SIGKILL'))
  const until = Date.now() + 60_000
  for (;;) {
    if (await fetch(address, { redirect: 'manual' }).then(() => true, () => false)) break
    if (Date.now() > until || child.exitCode !== null) throw new Error(`${args.join(' ')} does not answer at ${address}`)
    await sleep(50)
  }
  return {
    child,
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done())
        child.kill('SIGTERM')
      }),
  }
}
