import { closeDatabase, connection } from '#app/http/database.server.ts'
import { readEnv } from '#app/http/env.ts'
import { stopOnSignal } from '#app/http/stop.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { startWorker } from '#app/notices/worker.server.ts'
import { openDatabase } from './database.ts'
import { orExplain } from './or-explain.ts'

/**
 * `npm run worker`: mail, moves of the clock and reminders in a process of their own, for web processes that run with
 * WORKER=apart. Several may run; on SIGTERM what is under way is finished.
 */
await orExplain(async () => {
  process.env.NODE_ENV ||= 'production'
  const env = readEnv()
  registerFromDisk()
  const { url, stop } = await openDatabase(env)
  process.env.DATABASE_URL = env.DATABASE_URL ?? url
  const stopping = new AbortController()
  const worker = startWorker({ ...connection(), env, signal: stopping.signal })
  stopOnSignal(async () => stopping.abort(), () => worker, closeDatabase, stop)
  console.log('Đối Thoại: the worker runs.')
  await worker
})
