import type { Db } from '#db/client.ts'
import type { Actor } from './actor.ts'
import { endOtherSessions } from './lucia.server.ts'
import { requireOwnAccount } from './require-own-account.server.ts'

/** A person ends all their sessions but the one they ask from. */
export async function endOwnSessions(db: Db, by: Actor, here: string): Promise<void> {
  await requireOwnAccount(db, by)
  await endOtherSessions(db, by.personId, here)
}
