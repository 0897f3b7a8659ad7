import { createServer as createVite } from 'vite'
import type { ServerBuild } from '@remix-run/node'
import { closeDatabase, databaseAnswers } from '#app/http/database.server.ts'
import { readEnv } from '#app/http/env.ts'
import { createServer } from '#app/http/server.ts'
import { stopOnSignal } from '#app/http/stop.ts'
import { openDatabase, withDatabase } from './database.ts'
import { orExplain } from './or-explain.ts'
import { seedDemo } from './seed-demo.ts'

/** `npm run dev`: the demo with the source reloaded as it changes. */
await orExplain(async () => {
  process.env.DEMO ||= '1'
  const env = readEnv()
  const database = await openDatabase(env, console.log)
  process.env.DATABASE_URL = database.url
  await withDatabase(database.url, seedDemo)
  const vite = await createVite({ server: { middlewareMode: true }, appType: 'custom' })
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  const server = createServer({ env, build, ready: databaseAnswers, client: vite.middlewares })
  const { origin } = await server.listen()
  stopOnSignal(() => server.close(), () => vite.close(), closeDatabase, database.stop)
  console.log(origin)
})
