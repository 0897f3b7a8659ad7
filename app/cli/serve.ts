import cluster from 'node:cluster'
import { BadEnvironment, readEnv } from '#app/http/env.ts'
import { openDatabase } from './database.ts'
import { orExplain } from './or-explain.ts'

/** `npm run serve`: production. No demo data, and no start without the two addresses that only the operator knows. */
await orExplain(async () => {
  process.env.NODE_ENV ||= 'production'
  process.env.DEMO = '0'
  const env = readEnv()
  const missing = (['DATABASE_URL', 'PUBLIC_ORIGIN'] as const).filter((name) => !env[name])
  if (missing.length) throw new BadEnvironment(`Set ${missing.join(' and ')}; see README, «Run it for real».`)
  if (cluster.isWorker) return void (await serve(env, env.DATABASE_URL!))
  await openDatabase(env)
  if (env.WEB_CONCURRENCY === 1) console.log(`Đối Thoại: ${await serve(env, env.DATABASE_URL!)}`)
  else (await import('./web.ts')).serveInProcesses(env.WEB_CONCURRENCY, async () => {})
})

async function serve(env: ReturnType<typeof readEnv>, url: string) {
  const { serveHere } = await import('./web.ts')
  return serveHere(env, url)
}
