import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { readEnv } from '#app/http/env.ts'
import { log } from '#app/http/log.ts'
import { createServer } from '#app/http/server.ts'

type Options = { databaseUrl?: string; publicOrigin?: string; trustProxy?: string; ready?: () => Promise<unknown> }

/** The built bundle; the variable keeps type checks independent of a build. */
export async function loadBuild(): Promise<ServerBuild> {
  const file = new URL('../../build/server/index.js', import.meta.url).href
  return (await import(/* @vite-ignore */ file)) as ServerBuild
}

/** The real server on a free port, as `npm start` runs it. One database a process: the pool is shared with the bundle. */
export async function startApp({ databaseUrl, publicOrigin, trustProxy, ready }: Options = {}) {
  process.env.LOG_LEVEL ??= 'silent'
  log.level = process.env.LOG_LEVEL
  const ownFolder = process.env.DATA_DIR ? undefined : join(tmpdir(), `doi-thoai-files-${process.pid}`)
  process.env.DATA_DIR ??= ownFolder
  process.env.DATABASE_URL = databaseUrl ?? 'postgres://nobody@127.0.0.1:1/none'
  const env = readEnv({ PORT: '0', PUBLIC_ORIGIN: publicOrigin, TRUST_PROXY: trustProxy, DATABASE_URL: databaseUrl })
  const database = await import('#app/http/database.server.ts')
  const server = createServer({ env, build: await loadBuild(), ready: ready ?? database.databaseAnswers })
  const { origin } = await server.listen()
  return {
    origin,
    close: async (graceMs?: number) => {
      await server.close(graceMs)
      await database.closeDatabase()
      if (ownFolder) await rm(ownFolder, { recursive: true, force: true })
    },
  }
}
