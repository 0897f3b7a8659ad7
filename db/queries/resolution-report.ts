import { and, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { addCounts, boxNames, marks, noCounts, type Box, type Counts } from '#workflows/reports/boxes.ts'
import type { Grouping } from '#workflows/reports/groupings.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { answeredStates, resolvedStates } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { issues } from '#db/schema/index.ts'
import { coordinations, factsAsOf, movedSince, onThatDay, today, type FactColumns, type Facts } from './fact-columns.ts'
import { fitting, marked } from './in-box.ts'
import { conditions, type IssueFilter } from './issue-list.ts'
import { monthStart } from './local-month.ts'
import { hasBit, talliedCells } from './tallied.ts'
import { unitAs, type UnitsAs } from './unit-now.ts'
import { visibleTo } from './visible-to.ts'

type ReportFilter = Pick<IssueFilter, 'conference' | 'group' | 'topic' | 'unit' | 'units' | 'coordinating' | 'zone' | 'district' | 'month' | 'from' | 'to'>
/** Without `asOf`: now. */
export type ReportQuestion = ReportFilter & { groupBy: Grouping; asOf?: Date }
/** A comment is answered (resolved) when all its issues within the row are. */
type PerComment = { received: number; answered: number; resolved: number }
type Figures = Counts & { perComment: PerComment }
/** `key` is a code, a conference's id or a month yyyy-MM; null for the issues without one, e.g. not yet routed. */
type ReportRow = Figures & { key: string | null }
export type ResolutionReport = { asOf: Date; rows: ReportRow[]; total: Figures }

/**
 * How many issues and comments stand where, at an instant, within what the person may see today: who lost sight of an
 * issue no longer counts it, and what was entered by mistake and annulled counts on no day. State, unit, group and
 * topic are those of that instant. Rows come the largest first, months in their order.
 */
export async function resolutionReport(
  db: Db, by: By, question: ReportQuestion, asOf = question.asOf ?? new Date(),
): Promise<ResolutionReport> {
  const found = (await db.execute(counting(by, question, asOf))) as unknown as Counted[]
  const rows = found
    .filter((row) => !row.whole)
    .map((row) => ({ key: row.key, ...countsOf(row), perComment: perCommentOf(row) }))
  const whole = found.find((row) => row.whole)
  const perComment = whole ? perCommentOf(whole) : { received: 0, answered: 0, resolved: 0 }
  // an issue stands under each of its coordinating units: their rows are more than the whole
  if (question.groupBy === 'coordinating') return { asOf, rows, total: (await resolutionReport(db, by, { ...question, groupBy: 'group' }, asOf)).total }
  return { asOf, rows, total: { ...addCounts(rows), perComment } }
}

type CommentColumns = { comments: number; commentsAnswered: number; commentsResolved: number }
/** A row of a key, or the one of the whole, which holds comments only: a comment may stand in two rows. */
type Counted = Counts & CommentColumns & { key: string | null; whole: boolean }

const perCommentOf = (row: CommentColumns): PerComment => ({
  received: row.comments, answered: row.commentsAnswered, resolved: row.commentsResolved,
})
const countsOf = (row: Counts): Counts =>
  Object.assign(noCounts(), Object.fromEntries(boxNames.map((box) => [box, row[box]])))

const named = (name: string) => sql.raw(`"${name}"`)
const list = (parts: SQL[]) => sql.join(parts, sql`, `)
const stateIn = (states: readonly string[]) => sql`state in (${quoted(states)})`

/**
 * One statement, so that issues and comments are counted in one snapshot. Issues are first counted by state and marks,
 * some hundred cells, and only the cells are put into boxes: eighteen conditions a row would cost more than reading it.
 * A comment that gave one issue counts as it does; only those that gave several are looked at together.
 */
function counting(by: By, question: ReportQuestion, asOf: Date): SQL {
  const bare = list(marks.map(named))
  const inBox = (box: Box) => fitting(box, sql`state`, named)
  const perBox = list(boxNames.map((box) => sql`coalesce(sum(n) filter (where ${inBox(box)}), 0)::int as ${named(box)}`))
  const order = question.groupBy === 'month' ? sql`c.key` : sql`i.received desc nulls last, c.key`
  const tallied = talliedCells(by, question, asOf)
  const cells = tallied
    ? sql`select key, state, ${hasBit('sharesComment')} as shares, ${list(marks.map((mark) => sql`${hasBit(mark)} as ${named(mark)}`))}, n from (${tallied}) t`
    : sql`select key, state, shares, ${bare}, count(*) as n from scoped group by key, state, shares, ${bare}`
  // an index has the few whose comment gave several issues; where events were looked up for all, that is done once
  const sharing = question.asOf && !tallied ? sql`select * from scoped where shares` : sharingOf(by, question, asOf)
  const sums = sql`coalesce(sum(n), 0)::int as comments, coalesce(sum(n) filter (where ${stateIn(answeredStates)}), 0)::int as answered,
    coalesce(sum(n) filter (where ${stateIn(resolvedStates)}), 0)::int as resolved`
  const moved = tallied && question.asOf ? sql`moved as materialized (select * from ${movedSince(asOf)}),` : sql``
  return sql`
    with ${moved} scoped as (${scoped(by, question, asOf)}),
    cells as materialized (${cells}),
    per_issue as (select key, ${perBox} from cells group by key),
    verdicts as (
      select key, grouping(key) = 1 as whole, bool_and(${stateIn(answeredStates)}) as answered,
        bool_and(${stateIn(resolvedStates)}) as resolved
      from (${sharing}) s group by grouping sets ((key, comment_id), (comment_id))
    ),
    per_comment as (
      select key, whole, sum(comments)::int as comments, sum(answered)::int as "commentsAnswered", sum(resolved)::int as "commentsResolved" from (
        select key, false as whole, ${sums} from cells where not shares group by key
        union all select null, true, ${sums} from cells where not shares
        union all select key, whole, 1, answered::int, resolved::int from verdicts
      ) parts group by key, whole
    )
    select c.key, c.whole, c.comments, c."commentsAnswered", c."commentsResolved",
      ${list(boxNames.map((box) => sql`i.${named(box)}`))}
    from per_comment c left join per_issue i on not c.whole and i.key is not distinct from c.key
    order by ${order}`
}

const scoped = (by: By, question: ReportQuestion, asOf: Date) => rows(by, question, asOf, { facts: factsAsOf(question.asOf) })

/** The issues whose comment gave several. Of a past day those that have not moved since, and those that have. */
const sharingOf = (by: By, question: ReportQuestion, at: Date): SQL =>
  question.asOf
    ? sql`${rows(by, question, at, { only: sql`${issues.sharesComment} and ${issues.updatedAt} <= ${at.toISOString()}::timestamptz` })}
      union all ${rows(by, question, at, { only: issues.sharesComment, facts: { from: sql`moved f`, on: sql`f.issue_id = ${issues.id}` } })}`
    : rows(by, question, at, { only: issues.sharesComment })

type Rows = { only?: SQLWrapper; facts?: Facts }

/** Of each issue its key, comment, state and marks: by its own columns, or by facts that are joined. */
function rows(by: By, { groupBy, ...filter }: ReportQuestion, at: Date, { only, facts: joined }: Rows): SQL {
  const facts = joined ? onThatDay : today
  return sql`
    select ${keyOf(groupBy, facts, filter.units)} as key, ${issues.commentId} as comment_id, ${issues.sharesComment} as shares, ${facts.state} as state,
      ${list(marks.map((mark) => sql`${marked(mark, facts, at)} as ${named(mark)}`))}
    from issues ${joined ? sql`join ${joined.from} on ${joined.on}` : sql``}
      ${groupBy === 'coordinating' ? sql`join ${coordinations(filter.asOf)} cu on cu.issue_id = ${issues.id}` : sql``}
    where ${and(only && sql`${only}`, visibleTo(by), conditions(filter, at, facts))}`
}

export function keyOf(groupBy: Grouping, facts: FactColumns, units: UnitsAs | undefined): SQL {
  switch (groupBy) {
    case 'group':
      return facts.group
    case 'topic':
      return facts.topic
    case 'unit':
      return unitAs(units, facts.leadUnit)
    case 'coordinating':
      return unitAs(units, sql`cu.unit`)
    case 'conference':
      return sql`${issues.conferenceId}::text`
    case 'zone':
      return sql`${issues.zone}`
    case 'district':
      return sql`${issues.district}`
    case 'month':
      return sql`to_char(${monthStart(issues.receivedAt)}, 'YYYY-MM')`
  }
}
