import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import type { WithdrawInput } from './directive-form.ts'
import { moveDirective } from './move-directive.server.ts'
import { requireMandate } from './require-mandate.ts'

/** Nothing is to be explained any more; why is kept. */
export async function withdrawDirective(db: Db, id: number, { seen, text, mandate }: WithdrawInput, by: Actor, at = new Date()): Promise<void> {
  requireMandate(by, mandate)
  await moveDirective(db, { id, seen, move: 'withdraw', text, mandate }, by, at)
}
