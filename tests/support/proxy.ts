import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A way to a server that can be cut: `down` breaks every connection and refuses new ones until `up`. */
export async function proxyTo(url: string) {
  const target = new URL(url)
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const [one, other] of [[near, far], [far, near]] as const) {
      open.add(one)
      one.on('error', () => {}).on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  const listen = (port: number) => new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const down = () => {
    server.close()
    for (const socket of open) socket.destroy()
  }
  onTestFinished(down)
  return { url: Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href, down, up: () => listen(port) }
}
