import { sql, type SQL } from 'drizzle-orm'

/** A person `p` who is not disabled, in a role `m` that is in force on that local date. */
export const inForceOn = (today: string | SQL): SQL => sql`p.disabled_at is null
  and (m.valid_from is null or m.valid_from <= ${today}::date) and (m.valid_to is null or m.valid_to >= ${today}::date)`
