import type { Db } from '#db/client.ts'
import { dropHoldings, eventsOf, lacksHoldings, lockUnheld, putHoldings, type LoggedEvent, type NewHolding } from '#db/queries/holdings.ts'
import type { Calendar } from '#workflows/deadlines/calendar.ts'
import { workingTimeBetween } from '#workflows/deadlines/working-time.ts'
import { holdingsOf } from '#workflows/resolution/holdings.ts'
import { readRules } from './rules.server.ts'

type Rebuilding = { /** Also of those that have them. */ anew?: boolean; say?: (line: string) => void }

const atOnce = 500
const every = 20_000

/**
 * Who had each issue when, computed from its events; returns how many. From the latest issue back, a batch a transaction, so
 * that what breaks off goes on where it stopped. A log that does not replay gets none.
 */
export async function rebuildHoldings(db: Db, { anew = false, say = () => {} }: Rebuilding = {}): Promise<number> {
  const { calendar } = await readRules(db)
  let done = 0
  let below: number | null = null
  for (;;) {
    const last: number | null = below
    const ids = await db.transaction(async (tx) => {
      const ids = await lockUnheld(tx, last, atOnce, anew)
      if (ids.length === 0) return ids
      await dropHoldings(tx, ids)
      await putHoldings(tx, await computed(tx, ids, calendar))
      return ids
    })
    if (ids.length === 0) return done
    done += ids.length
    below = ids.at(-1)!
    if (done % every === 0) say(`holdings of ${done.toLocaleString('en')} issues`)
  }
}

/** After an update to the release that keeps holdings: builds those of the issues that were there already. */
export async function buildLackingHoldings(db: Db, say?: (line: string) => void): Promise<void> {
  if (await lacksHoldings(db)) await rebuildHoldings(db, { say })
}

async function computed(db: Db, ids: number[], calendar: Calendar): Promise<NewHolding[]> {
  const logs = new Map<number, LoggedEvent[]>()
  for (const event of await eventsOf(db, ids)) {
    const log = logs.get(event.issueId)
    if (log) log.push(event)
    else logs.set(event.issueId, [event])
  }
  return [...logs].flatMap(([issueId, log]) => (holdingsOf(log) ?? []).map(({ from, to, ...held }, index) => ({
    issueId, number: index + 1, ...held, from: from.toISOString(), to: to?.toISOString() ?? null, worked: to && workingTimeBetween(from, to, calendar),
  })))
}
