import { sql, type SQL } from 'drizzle-orm'
import { bigint, check, customType, timestamp } from 'drizzle-orm/pg-core'

/** An instant. JavaScript dates in, JavaScript dates out; the zone is a matter of the screen. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const id = () => bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity()
export const ref = (name: string) => bigint(name, { mode: 'number' })

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** Words of ours as literals, not parameters: only so does the planner see that a partial index applies. */
export const quoted = (words: readonly string[]): SQL => sql.raw(words.map((word) => `'${word}'`).join(', '))

/** A CHECK from a list that lives in workflows/, so that the table and the machine cannot name different states. */
export const oneOf = (name: string, column: string, values: readonly string[]) =>
  check(name, sql`${sql.raw(`"${column}"`)} in (${quoted(values)})`)
