import { useCallback, useEffect, useRef, useState } from 'react'

/** Without the stream a page asks this often; with it only in case a word was lost on the way. */
const slowMs = { without: 15_000, beside: 60_000 }
const answerWithinMs = 10_000

/**
 * What a page shows, asked for again when the server says that it changed, and whenever the caller says so. While there is no
 * stream it is asked for every few seconds. A network that is gone leaves what stands; the router's own way of asking
 * again would put an error in its place. `live`: the stream stands.
 */
export function useLive<T>(loaded: T, address: string, stream: string): { now: T; live: boolean; ask: () => void } {
  const [fresh, setFresh] = useState<{ of: T; value: T }>()
  const [live, setLive] = useState(false)
  const current = useRef(loaded)
  const asking = useRef<'no' | 'once' | 'again'>('no')
  useEffect(() => void (current.current = loaded), [loaded])

  const ask = useCallback(() => {
    if (asking.current !== 'no') return void (asking.current = 'again')
    const round = async () => {
      asking.current = 'once'
      const of = current.current
      const value = await answerOf<T>(address)
      if (value !== undefined) setFresh({ of, value })
      if ((asking.current as string) === 'again') return round()
      asking.current = 'no'
    }
    void round()
  }, [address])

  useEffect(() => follow(stream, ask, setLive), [stream, ask])
  useEffect(() => {
    const timer = setInterval(ask, live ? slowMs.beside : slowMs.without)
    return () => clearInterval(timer)
  }, [ask, live])
  return { now: fresh?.of === loaded ? fresh.value : loaded, live, ask }
}

async function answerOf<T>(address: string): Promise<T | undefined> {
  try {
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(answerWithinMs) })
    return answer.ok ? ((await answer.json()) as T) : undefined
  } catch {
    return undefined
  }
}

/** A browser connects again by itself, but not after an answer that was no stream (a server that starts, a session that ended). */
function follow(stream: string, ask: () => void, setLive: (live: boolean) => void): () => void {
  let source: EventSource
  let later: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource(stream)
    source.addEventListener('change', ask)
    // what happened before the stream stood, or while it did not, was told to nobody
    source.addEventListener('open', () => (setLive(true), ask()))
    source.addEventListener('error', () => {
      setLive(false)
      if (source.readyState === EventSource.CLOSED) later = setTimeout(open, slowMs.without)
    })
  }
  open()
  return () => {
    clearTimeout(later)
    source.close()
  }
}
