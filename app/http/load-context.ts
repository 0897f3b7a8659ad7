import type { Request, Response } from 'express'

declare module '@remix-run/node' {
  // Merging with the framework's declaration needs an interface.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface AppLoadContext {
    /** The CSP nonce of this response; every inline script carries it. */
    nonce: string
    requestId: string
    /** Aborts when the client is gone or the server stops; `request.signal` does not for streams that never finish. */
    signal: AbortSignal
    ip: string
    /** Resolves when the client has taken what was written so far, or is gone: a long answer waits for it, or it would pile up here. */
    drained: () => Promise<void>
  }
}

/** What the middleware chain leaves on `res.locals` for the handlers behind it. */
export type Locals = { nonce: string; requestId: string; signal: AbortSignal }

export function loadContextOf(req: Request, res: Response) {
  const { nonce, requestId, signal } = res.locals as Locals
  return { nonce, requestId, signal, ip: req.ip ?? '', drained: () => drained(res) }
}

const drained = (res: Response) =>
  new Promise<void>((resolve) => {
    if (!res.writableNeedDrain || res.destroyed) return resolve()
    const done = () => {
      res.off('drain', done).off('close', done)
      resolve()
    }
    res.on('drain', done).on('close', done)
  })
