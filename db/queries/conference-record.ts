import { and, asc, eq, sql } from 'drizzle-orm'
import type { CommitmentState } from '#workflows/commitment/machine.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { comments, enterprises, issues } from '#db/schema/index.ts'
import { lineOfSheet } from './conference-sheet.ts'
import { today } from './fact-columns.ts'
import { inBox } from './in-box.ts'
import { visibleTo } from './visible-to.ts'

/** Instants as JSON has them; days as yyyy-MM-dd. */
export type IssuedAnswer = {
  kind: 'answer' | 'refusal'; text: string; answeredBy: string | null; letterNumber: string | null; letterDate: string | null; issuedAt: string
}
export type RecordedPromise = {
  text: string; ownerUnit: string; responsible: string | null; state: CommitmentState; dueOn: string; firstDueOn: string; saidAt: string | null
  /** The day in Hanoi. */
  doneOn: string | null
}

const issuedAnswer = sql<IssuedAnswer | null>`(select json_build_object('kind', a.kind, 'text', a.text, 'answeredBy', a.answered_by,
  'letterNumber', a.letter_number, 'letterDate', a.letter_date, 'issuedAt', a.issued_at)
  from answers a where a.issue_id = issues.id and a.issued_at is not null order by a.number desc limit 1)`

const promises = sql<RecordedPromise[]>`(select coalesce(json_agg(json_build_object('text', c.text, 'ownerUnit', c.owner_unit,
  'responsible', c.responsible, 'state', c.state, 'dueOn', c.due_on, 'firstDueOn', c.first_due_on, 'saidAt', c.said_at,
  'doneOn', (c.done_at at time zone 'Asia/Ho_Chi_Minh')::date) order by c.number), '[]') from commitments c where c.issue_id = issues.id)`

/**
 * All that a conference's papers tell of its issues, as far as the person may see them, in the order of its comments: what
 * was asked and what came of it. `line` is the one of the report's sheet, so that what is told adds up to its figures.
 */
export const conferenceRecord = (db: Db, by: By, conferenceId: number, now = new Date()) =>
  db
    .select({
      id: issues.id, code: issues.code, commentId: issues.commentId, channel: issues.channel, text: issues.text, enterprise: enterprises.name,
      group: issues.group, leadUnit: issues.leadUnit, state: issues.state, dueOn: issues.dueOn, receivedAt: issues.receivedAt,
      saidAt: comments.saidAt, onTheSpot: issues.answeredOnTheSpot, line: lineOfSheet,
      overdue: sql<boolean>`${inBox('openOverdue', today, now)}`, answer: issuedAnswer, promises,
    })
    .from(issues)
    .innerJoin(comments, eq(comments.id, issues.commentId))
    .leftJoin(enterprises, eq(enterprises.id, issues.enterpriseId))
    .where(and(eq(issues.conferenceId, conferenceId), visibleTo(by)))
    .orderBy(asc(issues.commentId), asc(issues.id))

export type RecordedIssue = Awaited<ReturnType<typeof conferenceRecord>>[number]
