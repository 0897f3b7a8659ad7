import { setTimeout as sleep } from 'node:timers/promises'
import { residentMb, tree } from './processes.ts'

type Asked = { address: string; headers: Record<string, string>; server: number; raw: () => Promise<unknown> }

/** Exports one after another: how long each takes, how many lines it has, and by how much the server grows meanwhile. */
export async function benchExport({ address, headers, server, raw }: Asked, times = 3): Promise<string[]> {
  const began = performance.now()
  await raw()
  const lines = [`  the rows as raw SQL: ${((performance.now() - began) / 1000).toFixed(2)} s`]
  for (let n = 0; n < times; n += 1) lines.push(`  ${await one(address, headers, server)}`)
  return lines
}

async function one(address: string, headers: Record<string, string>, server: number) {
  const memory = () => residentMb(tree(server))
  const before = memory()
  let [highest, reading] = [before, true]
  const watching = (async () => {
    for (; reading; await sleep(50)) highest = Math.max(highest, memory())
  })()
  const began = performance.now()
  const response = await fetch(address, { headers })
  let [bytes, rows, first] = [0, 0, 0]
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    first ||= performance.now() - began
    bytes += part.length
    for (const byte of part) if (byte === 10) rows += 1
  }
  const took = performance.now() - began
  reading = false
  await watching
  return `status ${response.status}, ${rows.toLocaleString('en')} lines, ${(bytes / 1e6).toFixed(1)} MB in ${(took / 1000).toFixed(2)} s, first bytes after ${first.toFixed(0)} ms; memory ${before.toFixed(0)} MB, at most ${(highest - before).toFixed(0)} MB more`
}
