import { inArray } from 'drizzle-orm'
import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { units } from '#db/schema/index.ts'

/** Every unit named by a field must be on the list. Throws `Invalid` at the fields that name another. */
export async function requireUnits(db: Db, byField: Record<string, (string | null)[]>): Promise<void> {
  const named = Object.values(byField).flat().filter((code) => code !== null)
  if (named.length === 0) return
  const known = new Set((await db.select({ code: units.code }).from(units).where(inArray(units.code, named))).map((row) => row.code))
  const wrong = Object.entries(byField).filter(([, codes]) => codes.some((code) => code !== null && !known.has(code)))
  if (wrong.length) throw new Invalid(Object.fromEntries(wrong.map(([field]) => [field, { key: 'common:fields.unknownChoice' }])))
}
