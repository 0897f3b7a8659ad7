import { asc, eq, gt, inArray, type SQL } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { issueEvents, issues } from '#db/schema/index.ts'
import { firstHash, hashOf, type EventContent } from './event-chain.ts'

/**
 * `order`: an event is missing or stands twice; `link`: it does not name the hash before it; `content`: it no longer
 * says what was hashed; `end`: the issue does not end with its last event.
 */
type Break = { seq: number; because: 'order' | 'link' | 'content' | 'end' }
type ChainReport = { ok: true; events: number } | ({ ok: false; events: number } & Break)

type EventRow = typeof issueEvents.$inferSelect
const iso = (instant: Date | null) => instant?.toISOString() ?? null

const contentOf = (row: EventRow): EventContent => ({
  issueId: row.issueId, seq: row.seq, move: row.move, from: row.from, to: row.to, at: row.at.toISOString(), personId: row.personId,
  personName: row.personName, role: row.role, onBehalfOf: row.onBehalfOf, unit: row.unit,
  unitName: row.unitName, note: row.note,
  payload: row.payload as Record<string, unknown>, previousHash: row.previousHash, leadUnit: row.leadUnit, group: row.group,
  topic: row.topic, dueAt: iso(row.dueAt), answeredAt: iso(row.answeredAt), resolvedAt: iso(row.resolvedAt), confirmedAt: iso(row.confirmedAt),
})

/** Computes every hash of a chain again, from its first event to the hash the issue itself keeps. */
function checkChain(events: EventRow[], lastHash: string): ChainReport {
  let previous = firstHash
  for (const [at, event] of events.entries()) {
    const broken = because(event, at + 1, previous)
    if (broken) return { ok: false, events: events.length, seq: event.seq, because: broken }
    previous = event.hash
  }
  if (previous !== lastHash) return { ok: false, events: events.length, seq: events.length, because: 'end' }
  return { ok: true, events: events.length }
}

function because(event: EventRow, seq: number, previous: string): Break['because'] | undefined {
  if (event.seq !== seq) return 'order'
  if (event.previousHash !== previous) return 'link'
  return hashOf(contentOf(event)) === event.hash ? undefined : 'content'
}

/** Issues and events must be read as of one moment: a move made in between would look like a break. */
const asOfOneMoment = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const

/** One issue's chain. Who may see the issue is the caller's to know. Throws where there is no such issue. */
export async function verifyChain(db: Db, issueId: number): Promise<ChainReport> {
  const [chain] = await db.transaction((tx) => chainsOf(tx, eq(issues.id, issueId), 1), asOfOneMoment)
  if (!chain) throw new RangeError(`no issue ${issueId}`)
  return checkChain(chain.events, chain.lastHash)
}

type AllChains = { issues: number; events: number; broken: number; first?: { code: string } & Break }

/** Every chain of the register, annulled issues too, some hundred issues at a time. */
export async function verifyAllChains(db: Db, batch = 300): Promise<AllChains> {
  const report: AllChains = { issues: 0, events: 0, broken: 0 }
  let after = 0
  for (;;) {
    const some = await db.transaction((tx) => chainsOf(tx, gt(issues.id, after), batch), asOfOneMoment)
    for (const { code, lastHash, events } of some) count(report, code, checkChain(events, lastHash))
    const last = some.at(-1)
    if (!last) return report
    after = last.id
  }
}

async function chainsOf(db: Db, which: SQL, limit: number) {
  const some = await db
    .select({ id: issues.id, code: issues.code, lastHash: issues.lastHash })
    .from(issues).where(which).orderBy(asc(issues.id)).limit(limit)
  const chains = some.map((issue) => ({ ...issue, events: [] as EventRow[] }))
  const byId = new Map(chains.map((chain) => [chain.id, chain.events]))
  if (some.length === 0) return chains
  const rows = await db.select().from(issueEvents).where(inArray(issueEvents.issueId, [...byId.keys()])).orderBy(asc(issueEvents.seq))
  for (const row of rows) byId.get(row.issueId)?.push(row)
  return chains
}

function count(report: AllChains, code: string, chain: ChainReport) {
  report.issues += 1
  report.events += chain.events
  if (chain.ok) return
  report.broken += 1
  report.first ??= { code, seq: chain.seq, because: chain.because }
}
