import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { dataExports } from '#db/schema/index.ts'
import type { By } from '#workflows/resolution/actor.ts'

type ExportFilter = { person?: string; what?: string; from?: string; to?: string }

/** Midnight in Hanoi at the beginning of a yyyy-MM-dd date. */
const midnight = (date: string, after = 0) => new Date(Date.parse(`${date}T00:00:00+07:00`) + after * 86_400_000)

export const readsAllExports = ({ role }: Pick<By, 'role'>): boolean => role === 'auditor' || role === 'admin'

/** Downloads, the latest first: all of them for auditors and administrators, for everybody else their own. */
export async function searchExports(db: Db, by: By & { personId: number }, { person, what, from, to }: ExportFilter, cursor: number | null, limit = 50) {
  const folded = (text: string) => sql`'%' || public.fold_vi(${text.replace(/[\\%_]/g, '\\$&')}) || '%'`
  const rows = await db
    .select()
    .from(dataExports)
    .where(and(
      readsAllExports(by) ? undefined : eq(dataExports.personId, by.personId),
      person ? sql`public.fold_vi(${dataExports.personName}) like ${folded(person)}` : undefined,
      what ? eq(dataExports.what, what) : undefined,
      from ? gte(dataExports.at, midnight(from)) : undefined,
      to ? lt(dataExports.at, midnight(to, 1)) : undefined,
      cursor === null ? undefined : lt(dataExports.id, cursor),
    ))
    .orderBy(desc(dataExports.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? String(items.at(-1)?.id) : null }
}
