import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { getTableColumns, getTableName, type Table } from 'drizzle-orm'
import type postgres from 'postgres'

type Row = Record<string, unknown>

/** Rows as lines of COPY, in the text format of PostgreSQL; as bytes, which are no work for the garbage collector. */
export const copyLines = (rows: Row[], keys: string[]) =>
  Buffer.from(rows.map((row) => `${keys.map((key) => field(row[key])).join('\t')}\n`).join(''))

/** Puts such lines into the columns of these keys. */
export async function copyInto(sql: postgres.Sql, table: Table, keys: string[], lines: Buffer[]): Promise<void> {
  const columns = getTableColumns(table)
  const names = keys.map((key) => `"${columns[key]!.name}"`).join(', ')
  const to = (await sql.unsafe(`copy public.${getTableName(table)} (${names}) from stdin`).writable()) as unknown as Writable
  for (const some of lines) if (!to.write(some)) await once(to, 'drain')
  to.end()
  await once(to, 'finish')
}

function field(value: unknown): string {
  if (typeof value === 'string') return escaped(value)
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return escaped(`{${value.map((one) => `"${String(one).replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
  return typeof value === 'object' ? escaped(JSON.stringify(value)) : String(value)
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string) => (/[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (one) => escapes[one]!) : text)
