import { useCallback, useEffect, useState } from 'react'
import { keep, newKey, sendWaiting, waitingHere, type New, type Outcome, type Person, type Waiting } from './outbox.ts'

const againMs = 3_000

/** What waits in this browser to be sent, and the sending of it: at once, when the network is back, and every few seconds. */
export function useOutbox(conference: number, person: Person, sentSome: () => void) {
  const [rows, setRows] = useState<Waiting[]>([])
  const [outcome, setOutcome] = useState<Outcome>('sent')
  const [codes, setCodes] = useState<ReadonlyMap<string, string>>(new Map())
  const { id, name } = person

  const look = useCallback(async () => setRows((await waitingHere()).filter((row) => row.conference === conference)), [conference])
  const flush = useCallback(async () => {
    await look()
    const sent = await sendWaiting({ id, name })
    setOutcome(sent.outcome)
    await look()
    if (sent.codes.size === 0) return
    setCodes((before) => new Map([...before, ...sent.codes]))
    sentSome()
  }, [id, name, look, sentSome])
  const send = useCallback(() => void flush().catch(() => {}), [flush])

  const mine = rows.filter((row) => row.person.id === id)
  const unsent = mine.some(({ refused }) => refused === undefined)
  useEffect(() => {
    const timer = setInterval(() => unsent && send(), againMs)
    window.addEventListener('online', send)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', send)
    }
  }, [send, unsent])
  useEffect(() => {
    const first = setTimeout(send)
    return () => clearTimeout(first)
  }, [send])

  /** Kept, and on its way; the key under which it goes. Rejects where the browser keeps nothing. */
  const write = useCallback(async (row: Omit<New, 'key' | 'conference' | 'person'>) => {
    const key = newKey()
    await keep({ ...row, key, conference, person: { id, name } })
    send()
    return key
  }, [conference, id, name, send])
  // what goes out at once is no news: a card that comes and goes with each comment would only move the page
  const stuck = outcome === 'sent' ? mine.filter(({ refused }) => refused !== undefined) : mine
  return { mine, stuck, others: rows.filter((row) => row.person.id !== id), outcome, codes, write, send }
}

export type Outbox = ReturnType<typeof useOutbox>
