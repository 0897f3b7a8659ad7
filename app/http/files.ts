import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express, { type NextFunction, type Request, type Response } from 'express'

/** gzip only: brotli costs more processor time here than the bytes it saves. Event streams must not be held back. */
export function compress() {
  const zip = compression({
    level: 4,
    filter: (req, res) => !String(res.getHeader('Content-Type')).includes('event-stream') && compression.filter(req, res),
  })
  return (req: Request, res: Response, next: NextFunction) => {
    const accepted = req.headers['accept-encoding']
    if (accepted) req.headers['accept-encoding'] = accepted.replace(/\bbr\b(\s*;\s*q=[\d.]+)?\s*,?/g, '')
    zip(req, res, next)
  }
}

/** Hashed files for a year; a hashed file that is gone is 404, never a page. */
export function clientFiles(folder: string) {
  const router = express.Router()
  const assets = express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false })
  router.use('/assets', assets, (_req, res) => void res.status(404).type('text').send('404'))
  const others = express.static(folder, { maxAge: '1h', index: false, redirect: false })
  // the disk is asked only for what lies there: pages and API answers are most of what comes
  const names = new Set(existsSync(folder) ? readdirSync(folder) : [])
  router.use((req, res, next) => (names.has(req.path.slice(1)) ? others(req, res, next) : next()))
  return router
}
