import { and, eq, sql } from 'drizzle-orm'
import { issues, type Channel } from '#db/schema/index.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { IssueState } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { commentWords } from './comment-words.ts'
import { listWhere, type IssueFilter } from './issue-list.ts'
import { after, cursorOf, type PageRequest } from './issue-pages.ts'
import { visibleTo } from './visible-to.ts'

const localDay = (column: string) => `to_char(issues.${column} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`
const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/**
 * An issue as other systems read it: the words of the product, codes for units, groups and topics. The database writes it
 * as the JSON that is sent: reading a page of rows and writing them out again cost more than finding them.
 */
const record = `json_build_object('id', issues.id, 'code', issues.code, 'state', issues.state, 'version', issues.version, 'text', issues.text,
  'comment', json_build_object('text', ${commentWords}, 'channel', said.channel, 'file', said.file, 'sheet', said.sheet, 'row', said.row),
  'enterprise', case when e.id is not null then json_build_object('name', e.name, 'taxCode', e.tax_code) end,
  'conference', issues.conference_id, 'group', issues.group_code, 'topic', issues.topic_code, 'leadUnit', issues.lead_unit,
  'coordinatingUnits', array(select u.unit from issue_coordinating_units u where u.issue_id = issues.id order by 1),
  'receivedAt', ${utc('issues.received_at')}, 'dueOn', issues.due_on,
  'answeredOn', ${localDay('answered_at')}, 'resolvedOn', ${localDay('resolved_at')})`

const from = sql.raw('from issues join comments said on said.id = issues.comment_id left join enterprises e on e.id = issues.enterprise_id')
/** What was suggested is between the offices; a list says which, one issue says why. */
const suggested = `issues.suggestion - 'reasons' - 'alternatives'`
const listed = { filer: sql.raw(`issues.id, (${record})::text as record`), staff: sql.raw(`issues.id, (${record})::text as record, (${suggested})::text as suggestion`) }

type IssueRecord = {
  id: number; code: string; state: IssueState; version: number; text: string
  comment: { text: string; channel: Channel; file: string | null; sheet: string | null; row: number | null }
  enterprise: { name: string; taxCode: string | null } | null
  conference: number | null; group: string | null; topic: string | null; leadUnit: string | null; coordinatingUnits: string[]
  receivedAt: string; dueOn: string | null; answeredOn: string | null; resolvedOn: string | null
}

/** The register as the person may see it, newest first, one page; each item is an `IssueRecord` in JSON. */
export async function listRecords(db: Db, by: By, filter: IssueFilter, { limit, cursor }: Omit<PageRequest, 'order'>) {
  const where = and(visibleTo(by), await listWhere(db, by, filter), after('newest', cursor))
  const columns = by.role === 'enterprise' || by.role === 'association' ? listed.filer : listed.staff
  const rows = await db.execute<{ id: string; record: string; suggestion?: string | null }>(
    sql`select ${columns} ${from} where ${where} order by issues.id desc limit ${limit + 1}`,
  )
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { items: page.map(itemOf), next: last ? cursorOf('newest', { id: Number(last.id), dueAt: null }) : null }
}

const itemOf = ({ record, suggestion }: { record: string; suggestion?: string | null }) =>
  suggestion === undefined ? record : `${record.slice(0, -1)}, "suggestion": ${suggestion}}`

export type RecordedEvent = { move: string; from: IssueState | null; to: IssueState; at: string; by: string | null; role: string; unitCode: string | null; unit: string | null; note: string | null }

const events = `array(select json_build_object('move', v.move, 'from', v.from_state, 'to', v.to_state, 'at', ${utc('v.at')},
  'by', v.person_name, 'role', v.role, 'unitCode', v.unit, 'unit', v.unit_name, 'note', v.note) from issue_events v where v.issue_id = issues.id order by v.seq)`
/** Versions handed in, first to last. */
type RecordedAnswer = {
  number: number; kind: 'answer' | 'refusal'; text: string; sha256: string; legalGround: string | null; submittedAt: string
  returnedAt: string | null; issuedAt: string | null; letterNumber: string | null; letterDate: string | null
}
const versions = `(select coalesce(json_agg(json_build_object('number', a.number, 'kind', a.kind, 'text', a.text, 'sha256', a.sha256,
  'legalGround', a.legal_ground, 'submittedAt', ${utc('a.submitted_at')}, 'returnedAt', ${utc('a.returned_at')}, 'issuedAt', ${utc('a.issued_at')},
  'letterNumber', a.letter_number, 'letterDate', a.letter_date) order by a.number), '[]')
  from answers a where a.issue_id = issues.id and a.submitted_at is not null)`
const whole = sql.raw(`${record} as record, issues.suggestion, ${events} as events, ${versions} as answers`)

/** One issue that the person may see, with its events, oldest first. */
export async function recordWithEvents(db: Db, id: number, by: By) {
  const where = and(eq(issues.id, id), visibleTo(by))
  const [row] = await db.execute<{ record: IssueRecord; suggestion: unknown; events: RecordedEvent[]; answers: RecordedAnswer[] }>(sql`select ${whole} ${from} where ${where}`)
  return row
}
