import type { Sql } from 'postgres'
import type { Counts } from '#workflows/reports/boxes.ts'

export type Row = {
  issue_id: string; comment_id: string; move: string; to_state: string; at: Date; lead_unit: string | null
  group_code: string | null; topic_code: string | null; due_at: Date; answered_at: Date | null; confirmed_at: Date | null
}
export type Recounted = { key: string | null; comment: string; counts: Counts }

/**
 * The figures of one conference counted a second time, by another way: event after event in plain code. Each issue by
 * itself, so that a test may add them up as it needs.
 */
export async function recount(sql: Sql, conferenceId: number, by: 'group' | 'unit', t: Date): Promise<Recounted[]> {
  const rows = await sql<Row[]>`select e.*, i.comment_id from issue_events e join issues i on i.id = e.issue_id
    where i.conference_id = ${conferenceId} and i.track <> 'denunciation' order by e.issue_id, e.seq`
  const stories = new Map<string, Row[]>()
  for (const row of rows.filter(({ at }) => at <= t)) stories.set(row.issue_id, [...(stories.get(row.issue_id) ?? []), row])
  return [...stories.values()].map((story) => {
    const last = story.at(-1)!
    return { key: by === 'group' ? last.group_code : last.lead_unit, comment: last.comment_id, counts: countsOf(story, last, t) }
  })
}

export function countsOf(story: Row[], last: Row, t: Date): Counts {
  const is = (...states: string[]) => states.includes(last.to_state)
  const answered = is('answered', 'committed', 'resolved', 'closed')
  const final = is('closed', 'refused', 'withdrawn', 'diverted')
  const open = !answered && !final
  const overdue = last.due_at < t
  const at = (...moves: string[]) => story.findLastIndex(({ move }) => moves.includes(move))
  const facts: Record<keyof Counts, boolean> = {
    received: true,
    answered,
    open,
    refused: is('refused'),
    withdrawn: is('withdrawn'),
    diverted: is('diverted'),
    onTime: answered && last.answered_at! <= last.due_at,
    openOverdue: open && overdue,
    openInTime: open && !overdue,
    upward: is('escalatedUpward'),
    resolved: is('resolved', 'closed'),
    confirmed: is('resolved', 'closed') && last.confirmed_at !== null,
    accepted: answered || (open && !is('received', 'routed')),
    promised: is('committed', 'resolved', 'closed'),
    waiting: is('received', 'routed'),
    working: open && !is('received', 'routed'),
    onlyAnswered: is('answered'),
    owed: is('committed'),
    unconfirmed: is('resolved', 'closed') && last.confirmed_at === null,
    paused: is('awaitingEnterprise'),
    extended: at('grantExtension') > at('dispute', 'reopen'),
    reopened: at('dispute', 'reopen') >= 0,
    handedBack: at('handBack') >= 0,
    endedLately: final && t.getTime() - last.at.getTime() < 24 * 3_600_000,
  }
  return Object.fromEntries(Object.entries(facts).map(([box, counted]) => [box, Number(counted)])) as Counts
}
