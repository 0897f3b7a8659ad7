import { expect, test } from 'vitest'
import { sendStream } from './send-file.server.ts'

const context = (drained: () => Promise<void>, signal = new AbortController().signal) => ({ nonce: '', requestId: '', ip: '', signal, drained })

test('no more is made than the client has taken, but for what lies ready', async () => {
  let made = 0
  const pieces = async function* () {
    for (; made < 1000; made += 1) yield 'x'.repeat(10_000)
  }
  let release = () => {}
  const response = sendStream('a.csv', 'csv', pieces(), context(() => new Promise((resolve) => (release = resolve))))
  const reader = response.body!.getReader()
  await reader.read()
  await new Promise((passed) => setTimeout(passed, 30))
  expect(made).toBeLessThan(3)
  release()
  await reader.read()
  await reader.cancel()
  expect(made).toBeLessThan(5)
})

test('whoever goes away ends the making', async () => {
  const gone = new AbortController()
  let made = 0
  const pieces = async function* () {
    for (; made < 50; made += 1) {
      if (made === 3) gone.abort()
      yield 'x'
    }
  }
  expect(await sendStream('a.csv', 'csv', pieces(), context(() => Promise.resolve(), gone.signal)).text()).toBe('xxx')
  expect(made).toBe(3)
})
