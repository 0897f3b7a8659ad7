import { parseArgs } from 'node:util'
import { BadEnvironment, readEnv } from '#app/http/env.ts'
import { fillRegister } from '#app/seed-load/fill.server.ts'
import { connect } from '#db/client.ts'
import { issues, people } from '#db/schema/index.ts'
import { openDatabase } from './database.ts'
import { orExplain } from './or-explain.ts'
import { seedDemoPeople } from './seed-demo.ts'

/** `npm run seed:load -- --issues N`: an empty register becomes one of N invented issues, to try the product at size. */
await orExplain(async () => {
  const { values } = parseArgs({ options: { issues: { type: 'string' } } })
  const count = Number(values.issues)
  if (!Number.isInteger(count) || count < 1 || count > 1_000_000) throw new BadEnvironment('Say how many, up to 1,000,000: npm run seed:load -- --issues 10000')
  const database = await openDatabase(readEnv(), console.error)
  const { db, sql, close } = connect(database.url, { max: 4 })
  try {
    const [known] = await db.select({ id: issues.id }).from(issues).limit(1)
    if (known) throw new BadEnvironment('The register holds issues already: seed:load fills an empty one. Set DATA_DIR to a new folder, or DATABASE_URL to an empty database.')
    const [somebody] = await db.select({ id: people.id }).from(people).limit(1)
    if (!somebody) await db.transaction(seedDemoPeople)
    const began = performance.now()
    await fillRegister(db, sql, count, { say: (line) => console.log(line) })
    console.log(`${count.toLocaleString('en')} issues in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  } finally {
    await close()
    await database.stop()
  }
})
