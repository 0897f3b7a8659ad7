import { readEnv } from '#app/http/env.ts'
import { verifyAllChains } from '#db/queries/verify-chain.ts'
import { openDatabase, withDatabase } from './database.ts'
import { orExplain } from './or-explain.ts'

/** `npm run verify:chain`: computes the hash chain of every issue again; ends with 1 when one is broken. */
await orExplain(async () => {
  const database = await openDatabase(readEnv())
  try {
    const { issues, events, broken, first } = await withDatabase(database.url, verifyAllChains)
    console.log(`${issues} issues and ${events} events checked, ${broken} broken`)
    if (first) console.log(`first broken: ${first.code}, event ${first.seq} (${first.because})`)
    if (broken > 0) process.exitCode = 1
  } finally {
    await database.stop()
  }
})
