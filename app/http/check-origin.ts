import type { NextFunction, Request, Response } from 'express'
import { refuse } from './refuse.ts'

const reading = ['GET', 'HEAD', 'OPTIONS']

/** A call without a cookie carries no one's rights by accident, so another site cannot borrow any. */
function standsAlone(req: Request) {
  if (!req.path.startsWith('/api/')) return false
  return /^bearer /i.test(req.headers.authorization ?? '') || req.headers.cookie === undefined
}

function isOurs(req: Request, publicOrigin: string | undefined) {
  const site = req.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const ours = publicOrigin ?? `${req.protocol}://${req.headers.host}`
  return req.headers.origin === ours
}

/** Writes come from our own pages only; without a public origin the host of the request stands for it. */
export function checkOrigin(publicOrigin: string | undefined) {
  return (req: Request, res: Response, next: NextFunction) => {
    if (reading.includes(req.method) || standsAlone(req) || isOurs(req, publicOrigin)) return next()
    refuse(req, res, 403, 'common:errors.otherOrigin')
  }
}

/**
 * What a client says about itself must not decide which host we believe to be: forwarded headers count only behind
 * a configured proxy, and there the public origin is the truth. Remix compares Origin with this host once more.
 */
export function settleHost(trustProxy: unknown, publicOrigin: string | undefined) {
  const host = publicOrigin && new URL(publicOrigin).host
  return (req: Request, _res: Response, next: NextFunction) => {
    for (const name of Object.keys(req.headers)) {
      if (name === 'x-forwarded-host' || (!trustProxy && /^(x-forwarded-|forwarded$|x-real-ip$)/.test(name))) {
        delete req.headers[name]
      }
    }
    if (trustProxy && host) req.headers.host = host
    next()
  }
}
