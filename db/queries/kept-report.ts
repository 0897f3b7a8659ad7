import { sql } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { resolutionReport, type ReportQuestion, type ResolutionReport } from './resolution-report.ts'
import { unitParts, type UnitParts } from './unit-parts-report.ts'

type Report = ResolutionReport & { parts: UnitParts[] }
type Kept = { snapshot: string; until: number; report: Promise<Report> }

/** What is overdue changes without anybody writing, so a report of now lives no longer than this. */
const longestMs = 20_000
const most = 200
const shelves = new WeakMap<Db, Map<string, Kept>>()

/**
 * The report, counted again only when anything at all was committed since: two equal snapshots see the same rows. A
 * report opened by many at once, or turned over page by page, is counted once; `asOf` says when.
 */
export async function keptReport(db: Db, by: By, question: ReportQuestion): Promise<Report> {
  const shelf = shelves.get(db) ?? new Map<string, Kept>()
  shelves.set(db, shelf)
  const [row] = (await db.execute(sql`select pg_current_snapshot()::text as snapshot`)) as unknown as { snapshot: string }[]
  const snapshot = row?.snapshot ?? ''
  const { role, unit, personId, enterpriseId, associationId, standsIn } = by
  const key = JSON.stringify([role, unit, personId, enterpriseId, associationId, standsIn, question])
  const known = shelf.get(key)
  if (known && known.snapshot === snapshot && known.until > Date.now()) return known.report
  const report = counted(db, by, question)
  if (shelf.size >= most) shelf.clear()
  shelf.set(key, { snapshot, until: Date.now() + longestMs, report })
  report.catch(() => shelf.delete(key))
  return report
}

async function counted(db: Db, by: By, question: ReportQuestion): Promise<Report> {
  const at = question.asOf ?? new Date()
  // what units did with what others asked of them belongs to the report by coordinating unit; it costs more than the rest
  const [report, parts] = await Promise.all([resolutionReport(db, by, question, at), question.groupBy === 'coordinating' ? unitParts(db, by, question, at) : []])
  return { ...report, parts }
}
