import { sql } from 'drizzle-orm'
import type { MovedClock } from '#workflows/deadlines/recount.ts'
import type { Db } from '#db/client.ts'
import { appendEvents, type SealedEvent } from './event-chain.ts'
import type { IssueToRecount } from './running-clocks.ts'

export type Recounted = { issue: IssueToRecount; moved: MovedClock[]; event: SealedEvent; reopenUntil: Date | null }
type Cause = { reason: 'calendar' | 'policy'; adminEventId: number; at: Date }

/**
 * Writes the new dates of many locked issues in a handful of statements: clocks, their history, the copies of a date that
 * opinions, pauses and issues keep, and the events.
 */
export async function saveRecount(db: Db, all: readonly Recounted[], { reason, adminEventId, at }: Cause): Promise<void> {
  const clocks = all.flatMap(({ issue, moved }) => moved.map(({ clock, terms, dueAt }) => ({
    id: clock.id, issue_id: issue.id, clock: clock.clock, unit: clock.unit, seq: issue.version + 1, old_due: clock.dueAt, new_due: dueAt,
    policy_code: terms.policyCode, amount: terms.amount, amount_unit: terms.amountUnit, convention: terms.convention,
  })))
  const moved = sql`jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as m (id bigint, issue_id bigint, clock text, unit text,
    seq int, old_due timestamptz, new_due timestamptz, policy_code text, amount int, amount_unit text, convention text)`
  await db.execute(sql`update deadlines d set due_at = m.new_due, policy_code = m.policy_code, amount = m.amount,
    amount_unit = m.amount_unit, convention = m.convention from ${moved} where d.id = m.id`)
  await db.execute(sql`insert into deadline_changes (deadline_id, old_due_at, new_due_at, reason, admin_event_id, event_seq, at)
    select m.id, m.old_due, m.new_due, ${reason}, ${adminEventId}::bigint, m.seq, ${at.toISOString()}::timestamptz from ${moved}`)
  const some = (clock: string) => clocks.some((one) => one.clock === clock)
  if (some('opinion')) await db.execute(sql`update opinions o set due_at = m.new_due from ${moved}
    where m.clock = 'opinion' and o.issue_id = m.issue_id and o.unit = m.unit and o.state = 'requested'`)
  if (some('enterprise')) await db.execute(sql`update pauses p set until = m.new_due from ${moved}
    where m.clock = 'enterprise' and p.issue_id = m.issue_id and p.ended_at is null`)
  await saveIssues(db, all, at)
  await appendEvents(db, all.map(({ event }) => event))
}

async function saveIssues(db: Db, all: readonly Recounted[], at: Date): Promise<void> {
  const rows = all.map(({ issue, moved, event, reopenUntil }) => {
    const answer = moved.find(({ clock }) => clock.clock === 'answer')
    return { id: issue.id, hash: event.hash, due_at: answer?.dueAt, due_on: answer?.dueOn, reopen_until: reopenUntil }
  })
  await db.execute(sql`update issues i set version = i.version + 1, last_hash = r.hash, updated_at = ${at.toISOString()}::timestamptz,
    due_at = coalesce(r.due_at, i.due_at), due_on = coalesce(r.due_on, i.due_on), reopen_until = coalesce(r.reopen_until, i.reopen_until)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id bigint, hash text, due_at timestamptz, due_on date, reopen_until timestamptz)
    where i.id = r.id`)
}
