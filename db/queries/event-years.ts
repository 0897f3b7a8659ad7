import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'

const yearsAhead = 2

/** Makes the tables of the log's coming years, and of years gone by where `first` asks for them; says how many were missing. */
export async function addEventYears(db: Db, now: Date, first = now.getFullYear()): Promise<number> {
  const [row] = (await db.execute(sql`select public.add_event_years(${first}::int, ${now.getFullYear() + yearsAhead}::int) as added`)) as unknown as { added: number }[]
  return row?.added ?? 0
}
