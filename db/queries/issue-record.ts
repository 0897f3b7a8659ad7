import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { comments, enterprises, issueEvents, issues } from '#db/schema/index.ts'
import { visibleTo } from './visible-to.ts'

const localDay = (column: SQL | typeof issues.answeredAt) =>
  sql<string | null>`to_char(${column} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`

/** An issue as other systems read it: the words of the product, codes for units, groups and topics. */
const record = {
  id: issues.id,
  code: issues.code,
  state: issues.state,
  version: issues.version,
  text: issues.text,
  comment: { text: comments.text, channel: comments.channel, file: comments.file, sheet: comments.sheet, row: comments.row },
  enterprise: { name: enterprises.name, taxCode: enterprises.taxCode },
  conference: issues.conferenceId,
  group: issues.group,
  topic: issues.topic,
  leadUnit: issues.leadUnit,
  coordinatingUnits: sql<string[]>`array(select u.unit from issue_coordinating_units u where u.issue_id = issues.id order by 1)`,
  receivedAt: issues.receivedAt,
  dueOn: issues.dueOn,
  answeredOn: localDay(issues.answeredAt),
  resolvedOn: localDay(sql`issues.resolved_at`),
  suggestion: issues.suggestion,
}

const from = (db: Db) =>
  db
    .select(record)
    .from(issues)
    .innerJoin(comments, eq(comments.id, issues.commentId))
    .leftJoin(enterprises, eq(enterprises.id, issues.enterpriseId))

export type IssueRecord = Awaited<ReturnType<typeof recordsOf>>[number]

/** The records of those ids that the person may see, in the order of the ids. */
export async function recordsOf(db: Db, ids: readonly number[], by: By) {
  if (ids.length === 0) return []
  const rows = await from(db).where(and(inArray(issues.id, [...ids]), visibleTo(by)))
  const place = new Map(ids.map((id, at) => [id, at]))
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

/** The events of one issue, oldest first. The caller has made sure that the issue may be seen. */
export const eventsOf = (db: Db, issueId: number) =>
  db
    .select({
      move: issueEvents.move,
      from: issueEvents.from,
      to: issueEvents.to,
      at: issueEvents.at,
      by: issueEvents.personName,
      role: issueEvents.role,
      unit: issueEvents.unitName,
      note: issueEvents.note,
    })
    .from(issueEvents)
    .where(eq(issueEvents.issueId, issueId))
    .orderBy(asc(issueEvents.seq))
