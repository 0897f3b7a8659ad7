import { readAsOf, readFilter } from '#app/issues/list-filter.ts'
import type { ReportQuestion } from '#db/queries/resolution-report.ts'
import { isGrouping } from '#workflows/reports/groupings.ts'

/** A report as it stands in an address. Today, or a day to come, is now. */
export function readQuestion(params: URLSearchParams, now = new Date()): ReportQuestion {
  const { conference, group, topic, unit, units, coordinating, zone, district, month, from, to } = readFilter(params)
  const by = params.get('by')
  const groupBy = isGrouping(by) ? by : 'group'
  return { groupBy, conference, group, topic, unit, units, coordinating, zone, district, month, from, to, asOf: pastOf(params.get('asOf'), now) }
}

function pastOf(asOf: string | null | undefined, now: Date): Date | undefined {
  const instant = readAsOf(asOf || undefined)
  return instant && instant < now ? instant : undefined
}
