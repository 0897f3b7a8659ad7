import type { Reached } from '#app/issues/recompute-deadlines.server.ts'
import type { Db } from '#db/client.ts'
import { directoryOf, type Directory } from '#db/queries/directory.ts'
import { clocksToRecount, issuesInReach } from '#db/queries/running-clocks.ts'
import { recount } from '#workflows/deadlines/recount.ts'

export type MovedRow = { code: string; clock: string; unit: { code: string; nameVi: string; nameEn: string } | null; from: string; to: string }
export type Moved = { issues: number; clocks: number; rows: MovedRow[]; next: number | null }

const perPage = 100
const atOnce = 2000

/**
 * Which open issues a change of rules would move, before it is made: how many in all, and one page of their clocks with
 * the old and the new date. Reads only.
 */
export async function previewMoved(db: Db, { reach, change }: Reached, page = 1): Promise<Moved> {
  const first = (page - 1) * perPage
  const moved: Moved = { issues: 0, clocks: 0, rows: [], next: null }
  const [ids, { units }] = await Promise.all([issuesInReach(db, reach), directoryOf(db)])
  for (let from = 0; from < ids.length; from += atOnce) {
    for (const issue of await clocksToRecount(db, ids.slice(from, from + atOnce))) {
      const clocks = recount(issue, change)
      if (clocks.length > 0) moved.issues += 1
      for (const { clock, dueAt } of clocks) {
        if (moved.clocks >= first && moved.rows.length < perPage) {
          moved.rows.push({ code: issue.code, clock: clock.clock, unit: namedUnit(units, clock.unit), from: clock.dueAt.toISOString(), to: dueAt.toISOString() })
        }
        moved.clocks += 1
      }
    }
  }
  return { ...moved, next: moved.clocks > first + perPage ? page + 1 : null }
}

function namedUnit(units: Directory['units'], code: string | null): MovedRow['unit'] {
  if (code === null) return null
  const { nameVi, nameEn } = units.get(code) ?? { nameVi: code, nameEn: code }
  return { code, nameVi, nameEn }
}
