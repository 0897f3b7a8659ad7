import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { getTableColumns, getTableName, type Table } from 'drizzle-orm'
import type postgres from 'postgres'

type Row = Record<string, unknown>

/** A table that takes rows by COPY, in the text format of PostgreSQL. Columns are those of the first row's keys. */
export function copyInto(sql: postgres.Sql, table: Table, keys: string[]) {
  const columns = getTableColumns(table)
  const names = keys.map((key) => `"${columns[key]!.name}"`).join(', ')
  let stream: Promise<Writable> | undefined
  let waiting = ''
  const write = async (text: string) => {
    stream ??= sql.unsafe(`copy public.${getTableName(table)} (${names}) from stdin`).writable() as unknown as Promise<Writable>
    const to = await stream
    if (!to.write(text)) await once(to, 'drain')
  }
  return {
    async put(rows: Row[]) {
      for (const row of rows) waiting += `${keys.map((key) => field(row[key])).join('\t')}\n`
      if (waiting.length < 512 * 1024) return
      const text = waiting
      waiting = ''
      await write(text)
    },
    async end() {
      if (waiting) await write(waiting)
      if (!stream) return
      const to = await stream
      to.end()
      await once(to, 'finish')
    },
  }
}

function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return escaped(`{${value.map((one) => `"${String(one).replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
  return escaped(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

const escaped = (text: string) => text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
