import { sql, type SQL } from 'drizzle-orm'

/** `then`: the unit that led, by the name it had; `now`: the one that stands for it today, where exactly one does. */
export const unitsAs = ['then', 'now'] as const
export type UnitsAs = (typeof unitsAs)[number]

/** The heirs are looked up once for the whole statement, not once a row. */
export const unitAs = (as: UnitsAs | undefined, column: SQL): SQL =>
  as === 'now' ? sql`coalesce((select jsonb_object_agg(h.unit, h.now) from public.unit_heirs h) ->> ${column}, ${column})` : column
