import { openDB, type DBSchema } from 'idb'

export type Fields = { enterprise: string; group: string; text: string }
/** A comment on its way to the register, in the order written down. `refused`: why the register did not take it. */
export type Waiting = { n?: number; key: string; conference: number; fields: Fields; refused?: string }
export type Outcome = 'sent' | 'offline' | 'signedOut'

type Store = DBSchema & { captures: { key: number; value: Waiting } }

const opened = () => openDB<Store>('desk', 1, { upgrade: (db) => void db.createObjectStore('captures', { keyPath: 'n', autoIncrement: true }) })

export async function waitingFor(conference: number): Promise<Waiting[]> {
  const db = await opened()
  return (await db.getAll('captures')).filter((one) => one.conference === conference)
}

/** Kept by the browser before anything is sent; the key lets the register take it once, however often it arrives. */
export async function keep(conference: number, fields: Fields): Promise<string> {
  const key = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  await (await opened()).add('captures', { key, conference, fields })
  return key
}

export const takeOut = async (n: number) => (await opened()).delete('captures', n)

const sending = { ifAvailable: false } as const

/** Sends what waits, one after another in the order written down; one tab of the browser at a time. `codes` by key. */
export async function sendWaiting(conference: number): Promise<{ outcome: Outcome; codes: Map<string, string> }> {
  const codes = new Map<string, string>()
  const work = async (): Promise<Outcome> => {
    for (const one of (await waitingFor(conference)).filter(({ refused }) => refused === undefined)) {
      const answer = await post(one)
      if (typeof answer === 'string') return answer
      if ('code' in answer) codes.set(one.key, answer.code)
      if ('code' in answer) await takeOut(one.n!)
      else await (await opened()).put('captures', { ...one, refused: answer.refused })
    }
    return 'sent'
  }
  // without https a browser has no locks; then the key alone keeps two tabs from entering a comment twice
  const outcome = 'locks' in navigator ? await navigator.locks.request('desk', sending, work) : await work()
  return { outcome, codes }
}

async function post({ conference, fields, key }: Waiting): Promise<{ code: string } | { refused: string } | 'offline' | 'signedOut'> {
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...fields, idempotencyKey: key })) body.set(name, value)
  const answer = await fetch(`/conferences/${conference}/captures`, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
  if (!answer || answer.status >= 500) return 'offline'
  return answer.ok ? answer.json() : 'signedOut'
}
