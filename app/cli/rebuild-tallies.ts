import { readEnv } from '#app/http/env.ts'
import { connect } from '#db/client.ts'
import { rebuildTallies } from '#db/queries/fold-tallies.ts'
import { openDatabase } from './database.ts'
import { orExplain } from './or-explain.ts'

/** `npm run rebuild:tallies`: the counts of the reports anew, from the issues. */
await orExplain(async () => {
  const database = await openDatabase(readEnv(), console.error)
  const { db, close } = connect(database.url, { max: 1 })
  try {
    const began = performance.now()
    await rebuildTallies(db)
    console.log(`Counted anew in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  } finally {
    await close()
    await database.stop()
  }
})
