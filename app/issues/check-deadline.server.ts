import { Invalid } from '#app/http/errors.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import { localDate, type Calendar } from '#workflows/deadlines/calendar.ts'
import { longestTerm } from '#workflows/deadlines/working-time.ts'
import { dateOf, dayNumber } from '#workflows/deadlines/local-day.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

/** A day set by a conclusion may be over already where the notice is entered late, but not before the issue was there. */
export function requirePossibleDay(move: MoveInput, { receivedAt }: PositionRow, calendar: Calendar): void {
  if (move.type !== 'setDeadline') return
  const received = localDate(receivedAt, calendar)
  if (move.dueOn < received) throw new Invalid({ dueOn: { key: 'rules:invalid.beforeReceived' } })
  if (move.dueOn > dateOf(dayNumber(received) + longestTerm.day)) throw new Invalid({ dueOn: { key: 'rules:invalid.tooFar' } })
}
