import { sql } from 'drizzle-orm'
import type { StoredClock } from '#workflows/deadlines/stored-clock.ts'
import type { Db } from '#db/client.ts'
import type { changeReasons, clocks } from '#db/schema/index.ts'

type Reason = (typeof changeReasons)[number]
/** An administrator's change as their log keeps it, and the note of the move where a move was the cause. */
type ClockChange<At = Date> = {
  at: At; from: At; to: At; reason: Reason; note: string | null
  cause: { subject: string; subjectId: string; change: string; after: Record<string, unknown> | null; before: Record<string, unknown> | null } | null
}
export type IssueClock<At = Date> = Omit<StoredClock, 'startedAt' | 'firstDueAt'> & {
  id: number; clock: (typeof clocks)[number]; unit: string | null; startedAt: At; firstDueAt: At; dueAt: At
  stoppedAt: At | null; met: boolean | null; changes: ClockChange<At>[]
}
export type IssuePause<At = Date> = { from: At; until: At; endedAt: At | null }

/** Every clock that runs or ran on an issue, its replaced dates, and the pauses, in one round trip. */
export async function clocksOfIssue(db: Db, issueId: number): Promise<{ clocks: IssueClock[]; pauses: IssuePause[] }> {
  const [row] = await db.execute<{ clocks: IssueClock<string>[]; pauses: IssuePause<string>[] }>(sql`select
    (select coalesce(json_agg(json_build_object('id', d.id, 'clock', d.clock, 'unit', d.unit, 'policyCode', d.policy_code,
      'startedAt', d.started_at, 'amount', d.amount, 'amountUnit', d.amount_unit, 'convention', d.convention,
      'extensionDays', d.extension_days, 'firstDueAt', d.first_due_at, 'dueAt', d.due_at, 'stoppedAt', d.stopped_at, 'met', d.met,
      'changes', (select coalesce(json_agg(json_build_object('at', c.at, 'from', c.old_due_at, 'to', c.new_due_at, 'reason', c.reason,
        'note', e.note, 'cause', case when a.id is not null then json_build_object('subject', a.subject, 'subjectId', a.subject_id,
        'change', a.change, 'after', a.after, 'before', a.before) end) order by c.id), '[]')
        from deadline_changes c left join admin_events a on a.id = c.admin_event_id
        left join issue_events e on e.issue_id = d.issue_id and e.seq = c.event_seq where c.deadline_id = d.id)) order by d.started_at, d.id), '[]')
      from deadlines d where d.issue_id = ${issueId}) as clocks,
    (select coalesce(json_agg(json_build_object('from', p.started_at, 'until', p.until, 'endedAt', p.ended_at) order by p.id), '[]')
      from pauses p where p.issue_id = ${issueId}) as pauses`)
  return { clocks: row!.clocks.map(clockOf), pauses: row!.pauses.map(({ from, until, endedAt }) => ({ from: new Date(from), until: new Date(until), endedAt: date(endedAt) })) }
}

const date = (text: string | null) => (text === null ? null : new Date(text))

const clockOf = ({ startedAt, firstDueAt, dueAt, stoppedAt, changes, ...rest }: IssueClock<string>): IssueClock => ({
  ...rest,
  startedAt: new Date(startedAt), firstDueAt: new Date(firstDueAt), dueAt: new Date(dueAt), stoppedAt: date(stoppedAt),
  changes: changes.map((change) => ({ ...change, at: new Date(change.at), from: new Date(change.from), to: new Date(change.to) })),
})
