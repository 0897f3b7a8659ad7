import express from 'express'
import { log } from './log.ts'

/** `/healthz`: the process answers. `/readyz`: so does the database, and no stop is under way. */
export function health(ready: () => Promise<unknown>, stopping: AbortSignal) {
  const router = express.Router()
  router.get('/healthz', (_req, res) => void res.type('text').send('ok'))
  router.get('/readyz', async (_req, res) => {
    try {
      stopping.throwIfAborted()
      await ready()
      res.type('text').send('ready')
    } catch (error) {
      if (!stopping.aborted) log.warn({ err: error }, 'the database does not answer')
      res.status(503).type('text').send('not ready')
    }
  })
  return router
}
