import { demoAccounts, demoPassword } from '#app/access/demo-accounts.ts'
import { readEnv } from '#app/http/env.ts'
import { openDatabase, withDatabase } from './database.ts'
import { orExplain } from './or-explain.ts'
import { seedDemo } from './seed-demo.ts'

/** `npm start`: everything from nothing, with the demo conference when the database is empty. */
await orExplain(async () => {
  process.env.DEMO ||= '1'
  // a demo has no scanner beside it, and says so at every file
  if (!process.env.CLAMD_URL) process.env.FILE_SCAN ||= 'off'
  process.env.LOG_LEVEL ||= 'warn'
  process.env.NODE_ENV ||= 'production'
  const env = readEnv()
  const database = await openDatabase(env, console.log)
  if (env.DEMO && (await withDatabase(database.url, seedDemo))) console.log('Demo: the annex of 80 comments has been imported.')
  const { serveHere } = await import('./web.ts')
  const address = await serveHere(env, env.DATABASE_URL ?? database.url, database.stop)
  console.log(`\nĐối Thoại: ${address}`)
  if (!env.DEMO) return
  console.log(`\nDemo accounts, password for all: ${demoPassword}`)
  for (const { role, email } of demoAccounts) console.log(`  ${role.padEnd(12)} ${email}`)
  console.log('  and officer.<unit code>@demo.test, head.<unit code>@demo.test for every unit, for example officer.stnmt@demo.test\n')
})
