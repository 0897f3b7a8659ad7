import type { Db } from '#db/client.ts'
import { changeHands } from '#db/queries/holdings.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import type { Calendar } from '#workflows/deadlines/calendar.ts'
import type { Step } from '#workflows/resolution/advance.ts'
import { heldAt, isSameHolding } from '#workflows/resolution/holdings.ts'

/** Who has the issue from this move on; most moves leave it where it is, and cost nothing here. */
export async function recordHolding(db: Db, before: PositionRow, step: Step, calendar: Calendar): Promise<void> {
  const answered = before.firstAnsweredAt !== null
  const held = heldAt(step.to, answered)
  if (isSameHolding(heldAt(step.from, answered), held)) return
  await changeHands(db, [before.id], held, new Date(step.move.at), calendar)
}
