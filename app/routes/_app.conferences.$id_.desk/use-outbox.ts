import { useCallback, useEffect, useState } from 'react'
import { sendWaiting, waitingFor, type Outcome, type Waiting } from './outbox.ts'

const againMs = 3_000

/** What waits in this browser to be sent, and the sending of it: at once, when the network is back, and every few seconds. */
export function useOutbox(conference: number, sentSome: () => void) {
  const [waiting, setWaiting] = useState<Waiting[]>([])
  const [outcome, setOutcome] = useState<Outcome>('sent')

  const flush = useCallback(async () => {
    const sent = await sendWaiting(conference)
    setOutcome(sent.outcome)
    setWaiting(await waitingFor(conference))
    if (sent.codes.size > 0) sentSome()
    return sent.codes
  }, [conference, sentSome])

  const unsent = waiting.some(({ refused }) => refused === undefined)
  useEffect(() => {
    const again = () => void flush().catch(() => {})
    const timer = setInterval(() => unsent && again(), againMs)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [flush, unsent])
  useEffect(() => {
    const first = setTimeout(() => void flush().catch(() => {}))
    return () => clearTimeout(first)
  }, [flush])
  return { waiting, outcome, flush, refresh: async () => setWaiting(await waitingFor(conference)) }
}

/** Lets the desk be opened without the network: the worker is asked for nothing but what is put aside here. */
export function useOffline() {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    const putAside = async () => {
      await navigator.serviceWorker.register('/desk-worker.js', { scope: '/conferences/' })
      const used = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
      const cache = await caches.open('desk')
      await cache.addAll([...new Set([window.location.pathname, ...used.filter((path) => path.startsWith('/assets/'))])])
    }
    putAside().catch(() => {})
  }, [])
}
