import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'

/** `address` is a URL without a database. */
export type Running = { pid: number; address: string }

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function record(data: string) {
  const [pid, , , port, , , , status] = read(join(data, 'postmaster.pid'))?.split('\n') ?? []
  return pid ? { pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' } : undefined
}

/** The server whose number is recorded in its data folder, if it answers to the password kept there. */
export async function recordedServer(data: string): Promise<Running | undefined> {
  const recorded = record(data)
  if (!recorded?.ready) return undefined
  const address = `postgres://postgres:${read(join(data, 'password'))}@127.0.0.1:${recorded.port}`
  const sql = postgres(`${address}/postgres`, { max: 1, connect_timeout: 2, backoff: () => 0.2 })
  try {
    await sql`select 1`
    return { pid: recorded.pid, address }
  } catch {
    return undefined
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/**
 * Whether the recorded number now belongs to a stranger, as after a restart of a container, where numbers are small
 * and come back: PostgreSQL would take the stranger for itself and refuse to start for ever.
 */
export function isAnother(data: string): boolean {
  const recorded = record(data)
  const command = recorded && read(`/proc/${recorded.pid}/cmdline`)
  return command !== undefined && !command.includes(data)
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

export function signalServer(data: string, signal: NodeJS.Signals): void {
  const { pid } = record(data) ?? {}
  if (pid && isAlive(pid) && !isAnother(data)) process.kill(pid, signal)
}

/** Asks open connections to end at once (SIGINT); a server that has not gone after ten seconds is told harder. */
export async function stopServer(data: string): Promise<void> {
  const { pid } = record(data) ?? {}
  for (const [signal, patience] of [['SIGINT', 10_000], ['SIGQUIT', 5_000]] as const) {
    signalServer(data, signal)
    for (const giveUp = Date.now() + patience; pid && isAlive(pid) && Date.now() < giveUp; ) await sleep(20)
  }
}
