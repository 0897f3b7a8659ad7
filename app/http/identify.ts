import { randomBytes, randomUUID } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import type { Locals } from './load-context.ts'
import { log } from './log.ts'
import { loggedPath } from './logged-path.ts'

// abort() without a reason makes an exception with a stack, for each request
const over = new DOMException('This operation was aborted', 'AbortError')

/** Gives each request its id, its nonce and a signal that ends with the connection or the server. */
export function identify(stopping: AbortSignal) {
  return (_req: Request, res: Response, next: NextFunction) => {
    const gone = new AbortController()
    const stop = () => gone.abort(over)
    if (stopping.aborted) stop()
    stopping.addEventListener('abort', stop, { once: true })
    res.on('close', () => {
      stopping.removeEventListener('abort', stop)
      stop()
    })
    Object.assign(res.locals, {
      nonce: randomBytes(16).toString('base64'),
      requestId: randomUUID(),
      signal: gone.signal,
    } satisfies Locals)
    res.set('X-Request-Id', (res.locals as Locals).requestId)
    next()
  }
}

export function logRequest(req: Request, res: Response, next: NextFunction) {
  const start = performance.now()
  const { method } = req
  const path = loggedPath(req.path)
  res.on('close', () => {
    const { requestId } = res.locals as Locals
    const ms = Math.round(performance.now() - start)
    log.info({ requestId, method, path, status: res.statusCode, ms, cut: !res.writableFinished || undefined }, 'request')
  })
  next()
}
