import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'

export type Scenario = {
  name: string
  origin: string
  path: string
  headers?: Record<string, string>
  method?: 'GET' | 'POST'
  /** What differs from request to request. */
  each?: () => { path?: string; body?: string }
  /** As many requests, instead of as many seconds. */
  amount?: number
  /** Somebody writes meanwhile: a report is kept for as long as nothing changes. */
  besideWrites?: boolean
  /** The same question as SQL, asked by one connection. */
  raw?: () => Promise<unknown>
}
export type Figures = { name: string; rate: number; p50: number; p95: number; p99: number; serverMs: number; databaseMs: number; rawMs?: number; kB: number; errors: number }

type Cpu = { server: number; database: number }
type Fired = { times: number[]; bytes: number; failed: number; seconds: number }

const connections = 20

/** Twenty connections for some seconds, after a short warming; the processor time is read before and after. */
export async function load(scenario: Scenario, seconds: number, cpu: () => Cpu): Promise<Figures> {
  const { amount } = scenario
  await fire(scenario, 2, amount && Math.max(connections, Math.ceil(amount / 10)))
  const before = cpu()
  const { times, bytes, failed, seconds: took } = await fire(scenario, seconds, amount && Math.max(connections, Math.floor(amount * 0.85)))
  const after = cpu()
  const count = Math.max(1, times.length)
  return {
    name: scenario.name,
    rate: times.length / took,
    ...percentiles(times),
    serverMs: (after.server - before.server) / count,
    databaseMs: (after.database - before.database) / count,
    rawMs: scenario.raw && (await medianOf(scenario.raw)),
    kB: bytes / count / 1024,
    errors: failed,
  }
}

export function percentiles(times: number[]) {
  const inOrder = [...times].sort((a, b) => a - b)
  const at = (share: number) => inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** Milliseconds, of as many askings as fit into two seconds. */
async function medianOf(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  const until = performance.now() + 2_000
  for (await ask(); times.length < 3 || (performance.now() < until && times.length < 200);) {
    const began = performance.now()
    await ask()
    times.push(performance.now() - began)
  }
  return percentiles(times).p50
}

/** Every answer's time is kept: the library's own histogram has no 95th percentile. */
export function fire({ origin, path, headers = {}, method = 'GET', each }: Scenario, duration: number, amount?: number): Promise<Fired> {
  const setupRequest = (request: autocannon.Request) => ({ ...request, ...each?.(), headers: { ...headers, 'Idempotency-Key': randomUUID() } })
  const requests = each && [{ method, path, headers, setupRequest }]
  return new Promise((resolve, reject) => {
    const fired: Fired = { times: [], bytes: 0, failed: 0, seconds: duration }
    const options = { url: origin + path, connections, method, headers, requests, ...(amount ? { amount } : { duration }) }
    const began = performance.now()
    const instance = autocannon(options, (error, result) => {
      if (error) return reject(error)
      resolve({ ...fired, failed: fired.failed + result.errors, seconds: amount ? (performance.now() - began) / 1000 : duration })
    })
    instance.on('response', (_client, status, bytes, time) => {
      fired.times.push(time)
      fired.bytes += bytes
      if (status >= 300) fired.failed += 1
    })
  })
}
