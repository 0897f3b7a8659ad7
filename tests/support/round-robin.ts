import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What stands before several nodes: each request goes to the next one, with who asked in X-Forwarded-For. A test plays
 * several clients by saying `X-Test-Client`; the answer says in `X-Node` which node gave it.
 */
export async function roundRobin() {
  const nodes: string[] = []
  let next = 0
  const server = createServer((req, res) => {
    const node = next++ % nodes.length
    const { 'x-test-client': client = req.socket.remoteAddress, ...headers } = req.headers
    const said = req.headers['x-forwarded-for']
    const forwarded = { 'x-forwarded-for': said ? `${String(said)}, ${String(client)}` : client, 'x-forwarded-proto': 'http', 'x-forwarded-host': req.headers.host }
    const onward = request(nodes[node]! + req.url, { method: req.method, headers: { ...headers, ...forwarded } }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'x-node': String(node) })
      answer.pipe(res)
    })
    onward.on('error', () => res.destroy())
    res.on('close', () => onward.destroy())
    req.pipe(onward)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Nodes to pass requests on to. */
    nodes,
    /** The node that is asked next. */
    turnTo: (node: number) => void (next = node),
    close: () => new Promise<void>((closed) => (server.closeAllConnections(), server.close(() => closed()))),
  }
}
