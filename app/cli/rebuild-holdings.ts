import { readEnv } from '#app/http/env.ts'
import { rebuildHoldings } from '#app/issues/rebuild-holdings.server.ts'
import { openDatabase, withDatabase } from './database.ts'
import { orExplain } from './or-explain.ts'

/** `npm run rebuild:holdings`: who had each issue when, computed from the events again. The register may be in use meanwhile. */
await orExplain(async () => {
  const database = await openDatabase(readEnv(), console.error)
  try {
    const issues = await withDatabase(database.url, (db) => rebuildHoldings(db, { anew: true, say: (line) => console.log(line) }))
    console.log(`holdings of ${issues.toLocaleString('en')} issues rebuilt`)
  } finally {
    await database.stop()
  }
})
