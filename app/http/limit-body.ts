import type { NextFunction, Request, Response } from 'express'
import { mostMegabytesTogether } from '#workflows/files/kinds.ts'
import { refuse } from './refuse.ts'

const MB = 1_048_576
const drainAtMost = 64 * MB
/** Where attachments are taken; their forms are read as they come and never held. */
const takesFiles = /^\/issues\/(?!new(?:\.data)?$)[^/]+(?:\/reply)?(?:\.data)?$/
const limitOf = (req: Request) => {
  if (!req.is('multipart/form-data')) return MB
  return takesFiles.test(req.path) ? mostMegabytesTogether * MB : 25 * MB
}

/** Remix reads any body into memory, so a body must say its length (411) and keep to the limit (413). */
export function limitBody(req: Request, res: Response, next: NextFunction) {
  if (req.headers['transfer-encoding'] !== undefined) return turnAway(req, res, 411, 'common:errors.lengthRequired')
  if (Number(req.headers['content-length'] ?? 0) > limitOf(req)) return turnAway(req, res, 413, 'common:errors.tooLarge')
  res.on('finish', () => swallowRest(req))
  next()
}

/**
 * Whoever may not send is refused before anything is read. Remix has paused the body by then, so Node does not throw the
 * rest away, and the next request on this connection would wait behind it until the connection times out.
 */
function swallowRest(req: Request) {
  if (req.readableEnded) return
  req.removeAllListeners('data')
  req.resume()
}

/** A browser shows a refusal only once its upload is through: swallow a moderate rest, unread, before answering. */
function turnAway(req: Request, res: Response, status: number, key: string) {
  res.set('Connection', 'close')
  let seen = 0
  let done = false
  const answer = () => {
    if (!done && !res.destroyed) refuse(req, res, status, key)
    done = true
  }
  const timer = setTimeout(answer, 10_000)
  req.on('data', (chunk: Buffer) => {
    seen += chunk.length
    if (seen > drainAtMost) answer()
  })
  req.on('end', answer)
  res.on('close', () => clearTimeout(timer))
}
