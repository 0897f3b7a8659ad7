import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'
import type { Locals } from './load-context.ts'

/** The nonce is the only way in for a script; without https neither HSTS nor an upgrade may be asked for. */
export function securityHeaders(options: { https: boolean; dev: boolean }) {
  const protect = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: options.https,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  return (req: Request, res: Response, next: NextFunction) => {
    res.set('Content-Security-Policy', policy((res.locals as Locals).nonce, options))
    protect(req, res, next)
  }
}

function policy(nonce: string, { https, dev }: { https: boolean; dev: boolean }) {
  const rules = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data: blob:",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return (https ? [...rules, 'upgrade-insecure-requests'] : rules).join('; ')
}
