import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import type { AcceptInput } from './directive-form.ts'
import { moveDirective } from './move-directive.server.ts'
import { requireMandate } from './require-mandate.ts'

/** The explanation is enough. */
export async function acceptDirective(db: Db, id: number, { seen, text, mandate }: AcceptInput, by: Actor, at = new Date()): Promise<void> {
  requireMandate(by, mandate)
  await moveDirective(db, { id, seen, move: 'accept', text, mandate }, by, at)
}
