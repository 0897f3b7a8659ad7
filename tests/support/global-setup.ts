import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startCluster } from '#db/cluster.ts'
import { migrate } from '#db/migrate.ts'
import { isAlive, stopServer } from '#db/postmaster.ts'
import { administer } from './administer.ts'

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- merged into vitest's own
  export interface ProvidedContext {
    databaseDoor: string
  }
}

const prefix = 'doi-thoai-test-'

/**
 * Opens a door at which a test file may ask for the migrated template; the server behind it is started when the first
 * one asks, so that a run of pure tests pays nothing. TEST_DATABASE_URL names a server to be used instead.
 */
export default async function setup(project: TestProject) {
  let source: ReturnType<typeof prepare> | undefined
  const door = createServer((_request, response) => {
    source ??= prepare()
    source.then(
      ({ server, template }) => response.end(JSON.stringify({ server, template })),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
    )
  })
  await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening))
  project.provide('databaseDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  return async () => {
    door.closeAllConnections()
    door.close()
    await source?.then(({ remove }) => remove(), () => {})
  }
}

async function prepare() {
  const given = process.env.TEST_DATABASE_URL
  const { server, remove } = given ? { server: given, remove: async () => {} } : await ownServer()
  const template = `template_${process.pid}`
  const dropTemplate = () => administer(server, (sql) => sql`drop database if exists ${sql(template)} with (force)`)
  await dropTemplate()
  await migrate(Object.assign(new URL(server), { pathname: `/${template}` }).href)
  return {
    server,
    template,
    remove: async () => {
      await dropTemplate()
      await remove()
    },
  }
}

async function ownServer() {
  await sweepLeftovers()
  const dataDir = join(tmpdir(), `${prefix}${process.pid}`)
  const cluster = await startCluster({ dataDir, durable: false })
  return {
    server: cluster.url('postgres'),
    remove: async () => {
      await cluster.stop()
      for (const folder of [cluster.folder, dataDir]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A run that was killed has stopped nothing: the next one ends its server. */
async function sweepLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dataDir = join(tmpdir(), name)
    // everybody may write here, and what is named in a stranger's note must not be deleted
    const isOurs = statSync(dataDir, { throwIfNoEntry: false })?.uid === (process.getuid?.() ?? 0)
    if (!isOurs || isAlive(Number(name.slice(prefix.length)))) continue
    const note = join(dataDir, 'postgresql.location')
    const folder = existsSync(note) ? readFileSync(note, 'utf8') : join(dataDir, 'postgresql')
    await stopServer(join(folder, 'data'))
    for (const path of [folder, dataDir]) rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  }
}
