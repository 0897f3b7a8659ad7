import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** Which comment is answered or promised: on the register by its code, else by the key of the row that holds it. */
export type About = { code?: string; capture?: string; enterprise: string | null; text: string }
export type Kind = 'capture' | 'answer' | 'promise'
export type Person = { id: number; name: string }
export type Fields = Record<string, string>

/** Something written down on its way to the register. `refused`: why the register did not take it. */
export type Waiting = { n: number; key: string; conference: number; person: Person; kind: Kind; fields: Fields; about?: About; refused?: string }
export type New = Omit<Waiting, 'n' | 'refused'>
/** `another`: somebody else is signed in by now. */
export type Outcome = 'sent' | 'offline' | 'signedOut' | 'another'

type Store = DBSchema & { rows: { key: number; value: Omit<Waiting, 'n'> & { n?: number } } }

let opening: Promise<IDBPDatabase<Store>> | undefined
const opened = () => (opening ??= openDB<Store>('desk-outbox', 1, { upgrade: (db) => void db.createObjectStore('rows', { keyPath: 'n', autoIncrement: true }) }))

/** In the order written down, whoever wrote it. */
export const waitingHere = async (): Promise<Waiting[]> => (await (await opened()).getAll('rows')) as Waiting[]

/** The register takes what comes under one key once, however often and however late it comes. */
export const newKey = () => `desk.${randomKey()}`
/** A hall's network often has no https, without which browsers make no UUID. */
export const randomKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Kept by the browser before anything is sent. */
export const keep = async (row: New) => void (await (await opened()).add('rows', row))

/** What was refused, corrected: in its old place and under its old key, to which a promise may refer. */
export const correct = async ({ refused: _, ...row }: Waiting, fields: Fields) => void (await (await opened()).put('rows', { ...row, fields }))

export const discard = async (n: number) => (await opened()).delete('rows', n)

/**
 * Sends what this person wrote, one after another in the order written down; one tab of the browser at a time. A promise or an
 * answer waits for its comment. `codes`: what the register answered, by key.
 */
export async function sendWaiting(person: Person): Promise<{ outcome: Outcome; codes: Map<string, string> }> {
  const codes = new Map<string, string>()
  const work = async (): Promise<Outcome> => {
    const held = new Set<string>()
    for (const one of (await waitingHere()).filter((row) => row.person.id === person.id)) {
      if (one.refused !== undefined || held.has(one.about?.capture ?? '')) {
        held.add(one.key)
        continue
      }
      const answer = await post(one)
      if (typeof answer === 'string') return answer
      if ('code' in answer) codes.set(one.key, answer.code)
      else held.add(one.key)
      await ('code' in answer ? discard(one.n) : (await opened()).put('rows', { ...one, refused: answer.refused }))
    }
    return 'sent'
  }
  // without https a browser has no locks; then the key alone keeps two tabs from entering a comment twice
  const outcome = 'locks' in navigator ? await navigator.locks.request('desk', work) : await work()
  return { outcome, codes }
}

type Answer = { code: string } | { refused: string } | Exclude<Outcome, 'sent'>
/** A network that is there in name only must not hold up the rest for ever. */
const answerWithinMs = 20_000

async function post({ conference, person, kind, fields, about, key }: Waiting): Promise<Answer> {
  const body = new FormData()
  const sent = { ...fields, form: kind, person: String(person.id), idempotencyKey: key, ...(about?.code ? { code: about.code } : about?.capture && { capture: about.capture }) }
  for (const [name, value] of Object.entries(sent)) body.set(name, value)
  try {
    const answer = await fetch(`/conferences/${conference}/captures`, { method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(answerWithinMs) })
    if (answer.ok) return (await answer.json()) as Answer
    if (answer.type === 'opaqueredirect' || answer.status === 401) return 'signedOut'
    if (answer.status === 403 || answer.status === 409) return 'another'
    return answer.status < 500 && answer.status !== 429 ? { refused: String(answer.status) } : 'offline'
  } catch {
    return 'offline'
  }
}
