import type { Autosaved, TheirDraft } from '#app/issues/autosave.server.ts'

export type Told =
  | { kind: 'saved'; at: string; sha256: string }
  | { kind: 'failed' }
  | { kind: 'refused'; reason: string }
  | { kind: 'theirs'; draft: TheirDraft }
type Tell = (told: Told | undefined, writing?: string[]) => void

const pause = 2_000
const retry = 10_000
const heartbeat = 20_000
/** What browsers still send while a page goes away. */
const lastWords = 60_000

type Writing = { area: HTMLTextAreaElement; address: string; seen: string; tell: Tell }
export type Keeper = ReturnType<typeof keepWriting>

/**
 * Sends what stands in the area a moment after the last key, never while an input method is composing a syllable, and at
 * once when the page goes out of sight. One request at a time; what could not be sent is sent again.
 */
export function keepWriting({ area, address, seen, tell }: Writing) {
  let [known, tried, underway] = [seen, '', '']
  let [composing, dirty, sending, held] = [false, false, false, false]
  let timer: ReturnType<typeof setTimeout> | undefined

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), ms)
  }
  const send = async (keepalive = false): Promise<void> => {
    clearTimeout(timer)
    if (!dirty || composing || sending || held) return
    const text = area.value
    ;[dirty, sending, underway] = [false, true, text]
    const answer = await post(address, { text, seen: known, tried }, keepalive && text.length < lastWords / 4)
    sending = false
    if (answer === undefined) [dirty, tried] = [true, text]
    else heed(answer)
    if (answer === undefined) tell({ kind: 'failed' })
    if (dirty) later(answer === undefined ? retry : pause)
  }
  const heed = ({ saved, theirs, refused, writing }: Answer) => {
    if (saved) [known, tried] = [saved.sha256, '']
    if (theirs || refused !== undefined) held = true
    if (saved) tell({ kind: 'saved', ...saved }, writing)
    else if (theirs) tell({ kind: 'theirs', draft: theirs }, writing)
    else tell(refused === undefined ? undefined : { kind: 'refused', reason: refused }, writing)
  }
  const beat = async () => {
    if (document.visibilityState === 'hidden' || held || sending) return
    const answer = await post(address, { seen: known }, false)
    if (answer?.writing) tell(undefined, answer.writing)
  }
  const typed = () => {
    dirty = true
    if (!composing) later(pause)
  }
  const stop = listenTo(area, {
    typed,
    composing: (now) => {
      composing = now
      if (!now) typed()
    },
    hidden: () => void send(true),
    // the form carries the text itself; where it is refused, the draft is kept after all
    sent: () => {
      const unsaved = dirty
      dirty = false
      clearTimeout(timer)
      timer = setTimeout(() => void ((dirty ||= unsaved), send()), retry)
      // an answer still on its way must not make one's own draft look like a colleague's
      return sending ? underway : tried
    },
  })
  // written before this script had come
  if (area.value !== area.defaultValue) typed()
  const beating = setInterval(() => void beat(), heartbeat)
  return {
    touch: typed,
    /** Goes on from the draft of that hash, which the person has seen. */
    from: (sha256: string) => ([known, tried, held] = [sha256, '', false]),
    stop: () => {
      stop()
      clearInterval(beating)
      void send(true)
      clearTimeout(timer)
      held = true
    },
  }
}

type Heard = { typed: () => void; composing: (now: boolean) => void; hidden: () => void; sent: () => string }

function listenTo(area: HTMLTextAreaElement, heard: Heard) {
  const { form } = area
  const gone = new AbortController()
  const on = { signal: gone.signal }
  area.addEventListener('input', heard.typed, on)
  area.addEventListener('compositionstart', () => heard.composing(true), on)
  area.addEventListener('compositionend', () => heard.composing(false), on)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && heard.hidden(), on)
  form?.addEventListener('submit', () => {
    const field = form.elements.namedItem('tried')
    if (field instanceof HTMLInputElement) field.value = heard.sent()
  }, on)
  return () => gone.abort()
}

type Answer = Partial<Autosaved> & { refused?: string }

/** Nothing where no answer of ours came back: the network, a proxy, a session that ended. */
async function post(address: string, fields: Record<string, string>, keepalive: boolean): Promise<Answer | undefined> {
  try {
    const response = await fetch(address, { method: 'POST', body: new URLSearchParams(fields), keepalive })
    const answer = (await response.json()) as Answer
    return response.ok || answer.refused !== undefined ? answer : undefined
  } catch {
    return undefined
  }
}
