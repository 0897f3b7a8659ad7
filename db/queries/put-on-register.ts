import { getTableColumns, getTableName, sql, type SQL, type Table } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { comments, deadlines, issueEvents, issueHoldings, issues } from '#db/schema/index.ts'
import type { SealedEvent } from './event-chain.ts'
import type { NewHolding } from './holdings.ts'
import { telling, type LiveTopic } from './live.ts'

export type Numbers = { comment: number; issue: number }

export const nextNumbers = sql.raw(`nextval(pg_get_serial_sequence('public.comments', 'id')) as comment,
  nextval(pg_get_serial_sequence('public.issues', 'id')) as issue`)

/** The ids of a comment and its issue before they are written: the first event's hash is over both. */
export async function drawNumbers(db: Db): Promise<Numbers> {
  const [row] = await db.execute<Record<keyof Numbers, string>>(sql`select ${nextNumbers}`)
  return { comment: Number(row!.comment), issue: Number(row!.issue) }
}

type Numbered<Row> = Row & { id: number }
export type CommentRow = Numbered<typeof comments.$inferInsert>

type Entry = {
  /** Left out where the comment is there already. */
  comment?: CommentRow
  issue: Numbered<typeof issues.$inferInsert>
  clock: typeof deadlines.$inferInsert
  holding: NewHolding
  event: SealedEvent
  /** The insert of who is told of it; it may read the `entry`. */
  notices?: SQL
  /** Told at commit to pages that follow. */
  topic?: LiveTopic
}

/**
 * Writes a comment, its issue, the issue's answer clock, first event and notices in one statement and returns the issue's code:
 * one round trip, and each row is written, and entered into its indexes, once.
 */
export async function putOnRegister(db: Db, { comment, issue, clock, holding, event, notices, topic }: Entry): Promise<string> {
  const [row] = await db.execute<{ code: string }>(sql`
    with ${comment ? sql`said as (${insertOf(comments, comment)}),` : sql``}
    entry as (${insertOf(issues, issue)} returning code),
    clock as (${insertOf(deadlines, clock)}),
    held as (${insertOf(issueHoldings, holding)}),
    event as (${insertOf(issueEvents, { ...event.content, hash: event.hash })})${notices ? sql`, told as (${notices})` : sql``}
    select code${topic ? sql`, ${telling(topic)}` : sql``} from entry`)
  if (!row) throw new Error('an issue was not stored')
  return row.code
}

/** All values of a row as one parameter: sixty would cost more to send than the row to write. */
function insertOf(table: Table, values: Record<string, unknown>): SQL {
  const columns = getTableColumns(table)
  const row = Object.entries(values).filter(([, value]) => value !== undefined).map(([key, value]) => [columns[key]!.name, value] as const)
  const names = row.map(([name]) => `"${name}"`).join(', ')
  const into = `public.${getTableName(table)}`
  return sql`${sql.raw(`insert into ${into} (${names}) overriding system value select ${names} from jsonb_populate_record(null::${into}, `)}${
    JSON.stringify(Object.fromEntries(row))}::jsonb)`
}
