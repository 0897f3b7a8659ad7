import { readEnv } from '#app/http/env.ts'
import { verifyAllChains } from '#db/queries/verify-chain.ts'
import { verifyAllNotes } from '#db/queries/verify-notes.ts'
import { openDatabase, withDatabase } from './database.ts'
import { orExplain } from './or-explain.ts'

/** `npm run verify:chain`: computes the hash chains of every issue and its internal notes again; ends with 1 when one is broken. */
await orExplain(async () => {
  const database = await openDatabase(readEnv())
  try {
    const [{ issues, events, broken, first }, notes] = await withDatabase(database.url, async (db) => [await verifyAllChains(db), await verifyAllNotes(db)] as const)
    console.log(`${issues} issues and ${events} events checked, ${broken} broken`)
    if (first) console.log(`first broken: ${first.code}, event ${first.seq} (${first.because})`)
    console.log(`${notes.notes} internal notes checked, ${notes.broken} issues with a broken chain of them`)
    if (notes.first) console.log(`first broken: ${notes.first.code}, note ${notes.first.number} (${notes.first.because})`)
    if (broken + notes.broken > 0) process.exitCode = 1
  } finally {
    await database.stop()
  }
})
