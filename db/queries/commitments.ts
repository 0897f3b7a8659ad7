import { and, asc, between, eq, gte, inArray, lt, lte, not, sql, type SQL } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { commitments, issues } from '#db/schema/index.ts'
import { owedStates } from '#workflows/commitment/machine.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { visibleTo } from './visible-to.ts'

export const commitmentBoxes = ['open', 'overdue', 'done', 'broken'] as const
export type CommitmentBox = (typeof commitmentBoxes)[number]
export type CommitmentFilter = { unit?: string; conference?: number; state?: CommitmentBox }
/** Days as yyyy-MM-dd, both included. What is due before the day `since` of the questions below is late. */
export type Days = { from: string; to: string }

const isOwed = sql`${commitments.state} in (${quoted(owedStates)})`
const late = (since: string) => and(isOwed, lt(commitments.dueOn, since))!

const inBox: Record<CommitmentBox, (since: string) => SQL> = {
  open: () => isOwed,
  overdue: late,
  done: () => inArray(commitments.state, ['done', 'confirmed']),
  broken: () => eq(commitments.state, 'broken'),
}

const fits = ({ unit, conference, state }: CommitmentFilter, since: string) =>
  and(
    unit ? eq(commitments.ownerUnit, unit) : undefined,
    conference ? eq(issues.conferenceId, conference) : undefined,
    state && inBox[state](since),
  )

const columns = {
  id: commitments.id, number: commitments.number, code: issues.code, state: commitments.state, text: commitments.text,
  ownerUnit: commitments.ownerUnit, responsible: commitments.responsible, firstDueOn: commitments.firstDueOn, dueOn: commitments.dueOn,
}

/** Commitments of issues the person may see, the earliest due first; `more` where there are more than `limit`. */
async function listed(db: Db, by: By, where: SQL | undefined, limit: number) {
  const rows = await db
    .select(columns)
    .from(commitments)
    .innerJoin(issues, eq(issues.id, commitments.issueId))
    .where(and(visibleTo(by), where))
    .orderBy(asc(commitments.dueOn), asc(commitments.id))
    .limit(limit + 1)
  return { items: rows.slice(0, limit), more: rows.length > limit }
}

/** Those due on these days but for what is overdue, which is listed by itself. */
export const commitmentsDue = (db: Db, by: By, filter: CommitmentFilter, { from, to }: Days, since: string, limit: number) =>
  listed(db, by, and(fits(filter, since), between(commitments.dueOn, from, to), not(late(since))), limit)

/** Still owed, and their day is over. */
export const commitmentsOverdue = (db: Db, by: By, filter: CommitmentFilter, since: string, limit: number) =>
  listed(db, by, and(fits(filter, since), late(since)), limit)

/** For a calendar kept elsewhere: all that fits within these days, with how often the date has moved. */
export function commitmentFeed(db: Db, by: By, filter: CommitmentFilter, { from, to }: Days, since: string, limit = 2000) {
  const slips = sql<number>`(select count(*)::int from commitment_slips s where s.commitment_id = ${commitments.id} and s.state = 'granted')`
  return db
    .select({ ...columns, slips })
    .from(commitments)
    .innerJoin(issues, eq(issues.id, commitments.issueId))
    .where(and(visibleTo(by), fits(filter, since), gte(commitments.dueOn, from), lte(commitments.dueOn, to)))
    .orderBy(asc(commitments.dueOn), asc(commitments.id))
    .limit(limit)
}

export type ListedCommitment = Awaited<ReturnType<typeof listed>>['items'][number]
