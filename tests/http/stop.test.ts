import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, test } from 'vitest'
import { identify } from '#app/http/identify.ts'
import type { Locals } from '#app/http/load-context.ts'
import { stop } from '#app/http/stop.ts'
import { startApp } from '#tests/support/server.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a stop lets an answer under way finish and accepts nothing new', async () => {
  const app = await startApp({ ready: () => pause(400) })
  const underWay = fetch(`${app.origin}/readyz`)
  await pause(100)
  const closed = app.close()
  await expect(fetch(`${app.origin}/healthz`)).rejects.toThrow()
  expect((await underWay).status).toBe(200)
  await closed
})

async function streaming(serve: (signal: AbortSignal, write: (text: string) => void, end: () => void) => void) {
  const stopping = new AbortController()
  const app = express().use(identify(stopping.signal))
  app.get('/', (_req, res) => {
    res.type('text/event-stream').flushHeaders()
    serve((res.locals as Locals).signal, (text) => void res.write(text), () => void res.end())
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return { origin, stop: (graceMs: number) => stop(server, stopping, graceMs) }
}

test('a stop ends the streams that listen to their signal', async () => {
  const app = await streaming((signal, write, end) => {
    write('data: 1\n\n')
    signal.addEventListener('abort', end)
  })
  const response = await fetch(app.origin)
  const start = performance.now()
  await app.stop(5_000)
  expect(performance.now() - start).toBeLessThan(1_000)
  expect(await response.text()).toBe('data: 1\n\n')
})

test('what does not end in time is cut', async () => {
  const app = await streaming((_signal, write) => write('data: 1\n\n'))
  const response = await fetch(app.origin)
  const start = performance.now()
  await app.stop(300)
  expect(performance.now() - start).toBeLessThan(1_500)
  await expect(response.text()).rejects.toThrow()
})

test('the signal of a request ends when the client leaves', async () => {
  let leave = () => {}
  const gone = new Promise<void>((resolve) => void (leave = resolve))
  const app = await streaming((signal, write) => {
    write('data: 1\n\n')
    signal.addEventListener('abort', leave)
  })
  const client = new AbortController()
  await fetch(app.origin, { signal: client.signal })
  client.abort()
  await gone
  await app.stop(300)
})
