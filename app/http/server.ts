import { setMaxListeners } from 'node:events'
import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { checkOrigin, settleHost } from './check-origin.ts'
import type { Env } from './env.ts'
import { withExpectedErrors } from './expected-errors.ts'
import { clientFiles, compress } from './files.ts'
import { health } from './health.ts'
import { identify, logRequest } from './identify.ts'
import { limitBody } from './limit-body.ts'
import { narrowed, sectionOf, sectionsOf } from './narrow-build.ts'
import { loadContextOf } from './load-context.ts'
import { log } from './log.ts'
import { readableUrl } from './readable-url.ts'
import { refuse } from './refuse.ts'
import { securityHeaders } from './security-headers.ts'
import { stop } from './stop.ts'

type Options = {
  env: Pick<Env, 'PORT' | 'HOST' | 'PUBLIC_ORIGIN' | 'TRUST_PROXY'>
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Resolves when the database answers. */
  ready: () => Promise<unknown>
  /** Folder of the built client, or what serves it while developing. */
  client?: string | RequestHandler
}

/** The server, not yet listening. `close` waits for work under way, at most `graceMs`; closing pools is the caller's. */
export function createServer({ env, build, ready, client = 'build/client' }: Options) {
  registerFromDisk()
  const stopping = new AbortController()
  // every request under way listens to it, and eleven at once are no leak
  setMaxListeners(0, stopping.signal)
  const app = express()
  const dev = typeof client !== 'string'
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', env.TRUST_PROXY)
  app.use(settleHost(env.TRUST_PROXY, env.PUBLIC_ORIGIN), identify(stopping.signal))
  app.use(securityHeaders({ https: env.PUBLIC_ORIGIN?.startsWith('https:') ?? false, dev }))
  app.use(health(ready, stopping.signal))
  app.use(compress(), typeof client === 'string' ? clientFiles(client) : client)
  app.use(logRequest, readableUrl, checkOrigin(env.PUBLIC_ORIGIN), limitBody)
  app.use(remix(build, dev), lastResort)
  const server = createHttpServer(app)
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 70_000
  server.requestTimeout = 120_000
  return {
    app,
    listen: () => listen(server, env),
    close: (graceMs = 8_000) => stop(server, stopping, graceMs),
  }
}

function remix(build: Options['build'], dev: boolean): RequestHandler {
  const mode = dev ? 'development' : 'production'
  const handlerOf = (of: Options['build']) => createRequestHandler({ build: of, mode, getLoadContext: loadContextOf })
  if (typeof build === 'function') return handlerOf(async () => withExpectedErrors(await build()))
  const whole = withExpectedErrors(build)
  const anywhere = handlerOf(whole)
  const handlers = new Map([...sectionsOf(whole)].map((section) => [section, handlerOf(narrowed(whole, section))]))
  return (req, res, next) => (handlers.get(sectionOf(req.path)) ?? anywhere)(req, res, next)
}

/** Express knows an error handler by its four parameters. */
function lastResort(error: Error & { status?: number }, req: Request, res: Response, next: NextFunction) {
  const status = error.status === 400 || error instanceof URIError || isBadUrl(error) ? 400 : 500
  if (status === 500) log.error({ err: error, requestId: res.locals.requestId as string }, 'outside Remix')
  if (res.headersSent) return next(error)
  refuse(req, res, status, status === 400 ? 'common:errors.badRequest' : 'common:errors.bug')
}

function isBadUrl(error: Error & { code?: string }) {
  return error.code === 'ERR_INVALID_URL'
}

function listen(server: Server, { PORT, HOST }: Options['env']): Promise<{ port: number; origin: string }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(PORT, HOST, () => {
      server.off('error', reject)
      const { port } = server.address() as AddressInfo
      resolve({ port, origin: `http://localhost:${port}` })
    })
  })
}
