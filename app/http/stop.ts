import type { Server } from 'node:http'

/** Stops accepting, ends the streams, lets answers finish; what is still open after `graceMs` is cut. */
export async function stop(server: Server, stopping: AbortController, graceMs: number) {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  stopping.abort()
  server.closeIdleConnections()
  // A kept-alive connection that was busy a moment ago turns idle after its answer.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}

/** On SIGTERM or SIGINT: close everything in turn, then exit; a second signal does not wait. */
export function stopOnSignal(...closers: (() => Promise<unknown>)[]) {
  let asked = false
  const end = async () => {
    if (asked) process.exit(1)
    asked = true
    setTimeout(() => process.exit(1), 10_000).unref()
    for (const close of closers) await close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void end())
  process.on('SIGINT', () => void end())
}
