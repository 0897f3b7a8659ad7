import { setTimeout as sleep } from 'node:timers/promises'
import type { Scenario } from './load.ts'

/** Files a new issue some times a second until the returned function is called. */
export function writing({ origin, path, headers, each }: Scenario, perSecond = 5): () => Promise<void> {
  const stopping = new AbortController()
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      await (await fetch(origin + path, { method: 'POST', headers, body: each?.().body })).text()
      await sleep(1000 / perSecond, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return async () => {
    stopping.abort()
    await loop
  }
}
