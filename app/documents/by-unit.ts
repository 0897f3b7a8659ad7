import type { RecordedIssue } from '#db/queries/conference-record.ts'
import { isOwed } from '#workflows/commitment/machine.ts'

const tally = <Row extends { [name: string]: unknown }>(rows: Map<string | null, Row>, unit: string | null, empty: Row): Row => {
  const row = rows.get(unit) ?? empty
  rows.set(unit, row)
  return row
}

/** Answers still owed by the unit that leads, the most first; how many of them are past their day. */
export function owedByUnit(issues: readonly RecordedIssue[]) {
  const rows = new Map<string | null, { unit: string | null; owed: number; overdue: number }>()
  for (const { line, leadUnit, overdue } of issues) {
    if (line !== 'owed') continue
    const row = tally(rows, leadUnit, { unit: leadUnit, owed: 0, overdue: 0 })
    row.owed += 1
    if (overdue) row.overdue += 1
  }
  return [...rows.values()].sort((a, b) => b.owed - a.owed || (a.unit ?? '').localeCompare(b.unit ?? ''))
}

/** Promises by the unit that owns them: each stands in exactly one column beside `made`. In time is by the first date given. */
export function promisesByUnit(issues: readonly RecordedIssue[], today: string) {
  const rows = new Map<string | null, { unit: string; made: number; inTime: number; doneLate: number; late: number; running: number; broken: number }>()
  for (const { ownerUnit, state, firstDueOn, dueOn, doneOn } of issues.flatMap(({ promises }) => promises)) {
    const row = tally(rows, ownerUnit, { unit: ownerUnit, made: 0, inTime: 0, doneLate: 0, late: 0, running: 0, broken: 0 })
    row.made += 1
    if (state === 'broken') row.broken += 1
    else if (isOwed(state)) row[dueOn < today ? 'late' : 'running'] += 1
    else row[doneOn !== null && doneOn <= firstDueOn ? 'inTime' : 'doneLate'] += 1
  }
  return [...rows.values()].sort((a, b) => b.made - a.made || a.unit.localeCompare(b.unit))
}
