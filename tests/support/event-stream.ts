import { expect, onTestFinished } from 'vitest'

/** An event stream as a page holds it: how many changes it told so far, and when it ended. */
export async function followStream(address: string, cookie: string) {
  const leaving = new AbortController()
  onTestFinished(() => leaving.abort())
  const response = await fetch(address, { headers: { Cookie: cookie }, signal: leaving.signal, redirect: 'manual' })
  let told = ''
  const ended = (async () => {
    const text = new TextDecoder()
    const reader = response.body?.getReader()
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) told += text.decode(part.value, { stream: true })
    return told
  })()
  // who leaves sees an error, which is not what a test asks about
  ended.catch(() => {})
  const changes = () => told.split('event: change').length - 1
  return {
    response, ended, changes, leave: () => leaving.abort(),
    /** Waits until more was told than before `since`. */
    next: (since: number) => expect.poll(changes).toBeGreaterThan(since),
  }
}
