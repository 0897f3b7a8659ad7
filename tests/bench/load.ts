import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'

export type Scenario = {
  name: string
  origin: string
  path: string
  headers?: Record<string, string>
  method?: 'GET' | 'POST'
  /** A new body for each request. */
  body?: () => string
}
export type Figures = { name: string; rate: number; p50: number; p95: number; p99: number; serverMs: number; databaseMs: number; kB: number; errors: number }

type Cpu = { server: number; database: number }
type Fired = { times: number[]; bytes: number; failed: number }

/** Twenty connections for some seconds, after a short warming; the processor time is read before and after. */
export async function load(scenario: Scenario, seconds: number, cpu: () => Cpu): Promise<Figures> {
  await fire(scenario, 2)
  const before = cpu()
  const { times, bytes, failed } = await fire(scenario, seconds)
  const after = cpu()
  const count = Math.max(1, times.length)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(count - 1, Math.floor(share * count))] ?? 0
  return {
    name: scenario.name,
    rate: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    serverMs: (after.server - before.server) / count,
    databaseMs: (after.database - before.database) / count,
    kB: bytes / count / 1024,
    errors: failed,
  }
}

/** Every answer's time is kept: the library's own histogram has no 95th percentile. */
export function fire({ origin, path, headers = {}, method = 'GET', body }: Scenario, duration: number): Promise<Fired> {
  const each = (request: autocannon.Request) => ({ ...request, body: body?.(), headers: { ...headers, 'Idempotency-Key': randomUUID() } })
  const requests = body && [{ method, path, headers, setupRequest: each }]
  return new Promise((resolve, reject) => {
    const fired: Fired = { times: [], bytes: 0, failed: 0 }
    const options = { url: origin + path, connections: 20, duration, method, headers, requests }
    const instance = autocannon(options, (error, result) => {
      if (error) return reject(error)
      resolve({ ...fired, failed: fired.failed + result.errors })
    })
    instance.on('response', (_client, status, bytes, time) => {
      fired.times.push(time)
      fired.bytes += bytes
      if (status >= 300) fired.failed += 1
    })
  })
}
