import { createReadStream } from 'node:fs'
import { connect } from 'node:net'
import type { Readable } from 'node:stream'

export type Verdict = { status: 'clean' } | { status: 'infected'; note: string } | { status: 'failed'; note: string }
export type Scanner = (path: string) => Promise<Verdict>

const patience = 120_000

/**
 * A scanner that asks clamd over TCP (`INSTREAM` of clamd(8)): the bytes in lengths and pieces, an empty piece at the end.
 * Rejects where none answers; what clamd cannot look into, such as a file over its StreamMaxLength, is `failed`: it says so,
 * or breaks the connection off while it is read to, and then its words may be lost with it.
 */
export function clamd(address: string): Scanner {
  const { hostname, port } = new URL(address)
  const host = hostname.replace(/^\[|\]$/g, '')
  return (path) => ask({ host, port: Number(port || 3310) }, createReadStream(path))
}

function ask(to: { host: string; port: number }, bytes: Readable): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const socket = connect(to)
    const heard: Buffer[] = []
    let begun = false
    const end = (error?: Error) => {
      bytes.destroy()
      socket.destroy()
      const reply = Buffer.concat(heard).toString('utf8').replace(/\0.*$/s, '').trim()
      if (reply) resolve(verdictIn(reply))
      else if (begun) resolve({ status: 'failed', note: error?.message ?? 'clamd closed the connection without an answer' })
      else reject(error ?? new Error('clamd closed the connection without an answer'))
    }
    socket.setTimeout(patience, () => end(new Error('clamd did not answer in time')))
    socket.on('data', (chunk: Buffer) => void (heard.push(chunk), chunk.includes(0) && end()))
    socket.on('error', end).on('close', () => end())
    bytes.on('error', end)
    socket.on('connect', () => {
      begun = true
      send(socket, bytes).catch(end)
    })
  })
}

async function send(socket: NodeJS.WritableStream, bytes: Readable): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    if (!socket.write(chunk)) await new Promise((drained) => socket.once('drain', drained).once('close', drained))
  }
  socket.write(Buffer.alloc(4))
}

/** «stream: OK», «stream: Eicar-Test-Signature FOUND», «INSTREAM size limit exceeded. ERROR». */
function verdictIn(reply: string): Verdict {
  if (reply.endsWith(': OK')) return { status: 'clean' }
  const [, found] = /: (.+) FOUND$/.exec(reply) ?? []
  return found ? { status: 'infected', note: found } : { status: 'failed', note: reply.slice(0, 200) }
}
