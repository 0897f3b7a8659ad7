import type { Actor } from '#app/access/actor.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import type { ReturnInput } from './directive-form.ts'
import { moveDirective } from './move-directive.server.ts'
import { requireDay } from './require-day.ts'
import { requireMandate } from './require-mandate.ts'

/** The explanation is not enough: says what is missing, and by when. */
export async function returnDirective(db: Db, id: number, { seen, text, dueOn, mandate }: ReturnInput, by: Actor, at = new Date()): Promise<void> {
  requireMandate(by, mandate)
  requireDay(dueOn, at, (await rulesOf(db)).calendar)
  await moveDirective(db, { id, seen, move: 'return', text, dueOn, mandate }, by, at)
}
