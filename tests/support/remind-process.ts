import { remind } from '#app/notices/remind.server.ts'
import { connect } from '#db/client.ts'

/** A worker of its own that only reminds, at the time it is given: what tests start twice and kill once. */
const [url, now, batch] = process.argv.slice(2)
const { db, close } = connect(url!, { max: 2 })
process.stdout.write('ready\n')
const said = await remind(db, { now: () => new Date(now!), batch: Number(batch) })
process.stdout.write(`said ${said}\n`)
await close()
