import { and, asc, eq, sql } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { comments, enterprises, issues } from '#db/schema/index.ts'
import { conditions, type IssueFilter } from './issue-list.ts'
import { visibleTo } from './visible-to.ts'

const coordinatingUnits = sql<string[]>`array(select u.unit from issue_coordinating_units u where u.issue_id = ${issues.id} order by 1)`

/** Issues in the order of the annex, with where each came from and what was suggested. `next` begins the following page. */
export async function triagePage(db: Db, by: By, filter: IssueFilter, { limit, cursor }: { limit: number; cursor?: string }) {
  const after = /^\d{1,15}$/.test(cursor ?? '') ? sql`${issues.id} > ${Number(cursor)}` : undefined
  const rows = await db
    .select({
      id: issues.id, code: issues.code, version: issues.version, state: issues.state, text: issues.text, group: issues.group, channel: issues.channel,
      topic: issues.topic, leadUnit: issues.leadUnit, suggestion: issues.suggestion, coordinatingUnits,
      enterprise: enterprises.name, file: comments.file, sheet: comments.sheet, row: comments.row, proposedUnit: comments.proposedUnit,
    })
    .from(issues)
    .innerJoin(comments, eq(comments.id, issues.commentId))
    .leftJoin(enterprises, eq(enterprises.id, issues.enterpriseId))
    .where(and(visibleTo(by), conditions(filter), after))
    .orderBy(asc(issues.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? String(items.at(-1)?.id) : null }
}

export type TriageIssue = Awaited<ReturnType<typeof triagePage>>['items'][number]
