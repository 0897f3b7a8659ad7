import { and, eq, sql } from 'drizzle-orm'
import { issues, type Channel } from '#db/schema/index.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { IssueState } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { commentWords } from './comment-words.ts'
import { factsAsOf } from './fact-columns.ts'
import { listWhere, type IssueFilter } from './issue-list.ts'
import { after, cursorOf, type PageRequest } from './issue-pages.ts'
import { visibleTo } from './visible-to.ts'

const localDay = (column: string) => `to_char(issues.${column} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`

/** As text, not as columns: other systems ask often, and putting the same text together each time cost more than the rows. */
const columns = sql.raw(`
  issues.id, issues.code, issues.state, issues.version, issues.text, ${commentWords} as comment, said.channel, said.file, said.sheet, said.row,
  e.name as enterprise, e.tax_code as "taxCode", issues.conference_id as conference, issues.group_code as "group", issues.topic_code as topic,
  issues.lead_unit as "leadUnit", array(select u.unit from issue_coordinating_units u where u.issue_id = issues.id order by 1) as "coordinatingUnits",
  issues.received_at as "receivedAt", issues.due_on as "dueOn", ${localDay('answered_at')} as "answeredOn", ${localDay('resolved_at')} as "resolvedOn",
  issues.suggestion`)

const from = sql.raw('from issues join comments said on said.id = issues.comment_id left join enterprises e on e.id = issues.enterprise_id')

type Row = {
  id: string; code: string; state: IssueState; version: number; text: string
  comment: string; channel: Channel; file: string | null; sheet: string | null; row: number | null
  enterprise: string | null; taxCode: string | null
  conference: string | null; group: string | null; topic: string | null; leadUnit: string | null; coordinatingUnits: string[]
  receivedAt: string; dueOn: string | null; answeredOn: string | null; resolvedOn: string | null; suggestion: unknown
}

/** An issue as other systems read it: the words of the product, codes for units, groups and topics. */
const recordOf = ({ id, comment, channel, file, sheet, row, enterprise, taxCode, conference, receivedAt, ...rest }: Row) => ({
  id: Number(id),
  ...rest,
  comment: { text: comment, channel, file, sheet, row },
  enterprise: enterprise === null ? null : { name: enterprise, taxCode },
  conference: conference === null ? null : Number(conference),
  receivedAt: new Date(receivedAt),
})

export type IssueRecord = ReturnType<typeof recordOf>

/** The register as the person may see it, newest first, one page as records. */
export async function listRecords(db: Db, by: By, filter: IssueFilter, { limit, cursor }: Omit<PageRequest, 'order'>) {
  const facts = factsAsOf(filter.asOf)
  const joined = facts ? sql`join ${facts.from} on ${facts.on}` : sql``
  const where = and(visibleTo(by), await listWhere(db, filter), after('newest', cursor))
  const rows = await db.execute<Row>(sql`select ${columns} ${from} ${joined} where ${where} order by issues.id desc limit ${limit + 1}`)
  const items = rows.slice(0, limit).map(recordOf)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last ? cursorOf('newest', { ...last, dueAt: null }) : null }
}

type Event = { move: string; from: IssueState | null; to: IssueState; at: string; by: string | null; role: string; unit: string | null; note: string | null }

const events = sql.raw(`array(select json_build_object('move', v.move, 'from', v.from_state, 'to', v.to_state, 'at', v.at,
  'by', v.person_name, 'role', v.role, 'unit', v.unit_name, 'note', v.note) from issue_events v where v.issue_id = issues.id order by v.seq) as events`)

/** One issue that the person may see, with its events, oldest first. */
export async function recordWithEvents(db: Db, id: number, by: By) {
  const where = and(eq(issues.id, id), visibleTo(by))
  const [row] = await db.execute<Row & { events: Event[] }>(sql`select ${columns}, ${events} ${from} where ${where}`)
  if (!row) return undefined
  const { events: story, ...record } = row
  return { record: recordOf(record), events: story.map((event) => ({ ...event, at: new Date(event.at) })) }
}
