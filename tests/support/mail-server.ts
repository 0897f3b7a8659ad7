import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

export type Received = { to: string; source: string; messageId: string }
/** What the server does with the next letter; afterwards it takes every one. */
export type Mood = { refuse: number; at: 'RCPT' | 'DATA' } | { sleepMs: number } | 'dieBeforeReply'

/** A real SMTP server on a free port. `received` is what it took, also where it died before saying so. */
export async function mailServer(...moods: Mood[]) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      const mood = moods[0]
      if (typeof mood !== 'object' || !('refuse' in mood) || mood.at !== 'RCPT') return done()
      moods.shift()
      done(Object.assign(new Error('no'), { responseCode: mood.refuse }))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => void answer(Buffer.concat(chunks).toString('utf8'), String((session.envelope.rcptTo[0] as { address: string }).address), done))
    },
  })
  server.on('error', () => {})

  async function answer(source: string, to: string, done: (error?: Error) => void) {
    const mood = moods.shift()
    if (typeof mood === 'object' && 'refuse' in mood) return done(Object.assign(new Error('no'), { responseCode: mood.refuse }))
    if (typeof mood === 'object') await sleep(mood.sleepMs)
    received.push({ to, source, messageId: /^Message-ID: (\S+)/im.exec(source)?.[1] ?? '' })
    if (mood === 'dieBeforeReply') for (const connection of server.connections) connection.close()
    else done()
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const stop = () => new Promise<void>((closed) => server.close(closed))
  onTestFinished(stop)
  return { received, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, stop }
}
