import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll } from 'vitest'

export const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'

/** Something that speaks clamd's INSTREAM over TCP and finds the one virus that everybody agrees on. `most` is its StreamMaxLength; a `rude` one says nothing over it and hangs up. */
export async function aClamd({ most = 10_000_000, rude = false } = {}) {
  const seen: Buffer[] = []
  const open = new Set<Socket>()
  const server = createServer({ allowHalfOpen: false }, (socket) => {
    open.add(socket.on('close', () => open.delete(socket)).on('error', () => {}))
    let held = Buffer.alloc(0)
    let replied = false
    socket.on('data', (chunk: Buffer) => {
      if (replied) return
      held = Buffer.concat([held, chunk])
      const reply = replyTo(held, most, seen)
      replied = reply !== undefined
      if (rude && reply?.endsWith('ERROR')) socket.destroy()
      else if (reply) socket.end(`${reply}\0`)
    })
  })
  const listen = (port = 0) => new Promise<void>((done) => void server.listen(port, '127.0.0.1', done))
  await listen()
  const { port } = server.address() as AddressInfo
  const close = () => new Promise<void>((done) => {
    server.close(() => done())
    open.forEach((socket) => socket.destroy())
  })
  afterAll(close)
  return { url: `tcp://127.0.0.1:${port}`, seen, close, again: () => listen(port) }
}

/** The answer to what has come so far; none while pieces are missing. */
function replyTo(held: Buffer, most: number, seen: Buffer[]): string | undefined {
  const command = 'zINSTREAM\0'
  if (held.length < command.length) return undefined
  if (held.toString('latin1', 0, command.length) !== command) return 'UNKNOWN COMMAND'
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= held.length; ) {
    const length = held.readUInt32BE(at)
    if (length === 0) {
      const whole = Buffer.concat(pieces)
      seen.push(whole)
      return whole.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
    }
    pieces.push(held.subarray(at + 4, at + 4 + length))
    at += 4 + length
    if (at > most) return 'INSTREAM size limit exceeded. ERROR'
  }
  return undefined
}
