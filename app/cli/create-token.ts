import { parseArgs } from 'node:util'
import { createToken } from '#app/access/api-actor.server.ts'
import { BadEnvironment, readEnv } from '#app/http/env.ts'
import { openDatabase, withDatabase } from './database.ts'
import { orExplain } from './or-explain.ts'

/** `npm run token -- --as EMAIL [--name WHAT_FOR]`: a bearer token for the API, alone on standard output. */
await orExplain(async () => {
  const { values } = parseArgs({ options: { as: { type: 'string' }, name: { type: 'string' } } })
  const email = values.as
  if (!email) throw new BadEnvironment('Say for whom: npm run token -- --as EMAIL')
  const database = await openDatabase(readEnv(), console.error)
  try {
    const token = await withDatabase(database.url, (db) => createToken(db, email, values.name ?? 'command line'))
    if (!token) throw new BadEnvironment(`Nobody who can sign in has the e-mail ${email}.`)
    console.log(token)
  } finally {
    await database.stop()
  }
})
