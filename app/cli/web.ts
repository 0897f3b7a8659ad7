import cluster from 'node:cluster'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { closeDatabase, connection, databaseAnswers } from '#app/http/database.server.ts'
import type { Env } from '#app/http/env.ts'
import { log } from '#app/http/log.ts'
import { createServer } from '#app/http/server.ts'
import { stopOnSignal } from '#app/http/stop.ts'
import { startWorker } from '#app/notices/worker.server.ts'
import { projectRoot } from '#db/project-root.ts'

const bundle = pathToFileURL(join(projectRoot, 'build/server/index.js')).href

/** Serves pages in this process, with the worker beside them unless it runs apart; resolves with the address once it listens. */
export async function serveHere(env: Env, url: string, after: () => Promise<unknown> = async () => {}) {
  process.env.DATABASE_URL = url
  const build = (await import(bundle)) as ServerBuild
  const server = createServer({ env, build, ready: databaseAnswers, client: join(projectRoot, 'build/client') })
  const { origin } = await server.listen()
  const stopping = new AbortController()
  const worker = env.WORKER === 'inside' ? startWorker({ ...connection(), env, signal: stopping.signal }) : undefined
  stopOnSignal(async () => stopping.abort(), () => server.close(), async () => worker, closeDatabase, after)
  return env.PUBLIC_ORIGIN ?? origin
}

/** Several processes on one port: the first only watches, and replaces one that dies. */
export function serveInProcesses(count: number, after: () => Promise<unknown>) {
  // without limits each grows to some 300 MB before it collects what requests left behind
  cluster.setupPrimary({ execArgv: [...process.execArgv, '--max-semi-space-size=4', '--max-old-space-size=256'] })
  for (let n = 0; n < count; n += 1) cluster.fork()
  let ending = false
  cluster.on('exit', (worker, code) => {
    if (ending) return
    log.error({ pid: worker.process.pid, code }, 'a web process ended; starting another')
    cluster.fork()
  })
  stopOnSignal(async () => {
    ending = true
    const ended = Object.values(cluster.workers ?? {}).map((worker) => new Promise((done) => worker?.once('exit', done)))
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM')
    await Promise.all(ended)
  }, after)
}
