import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { conclusions } from '#db/schema/index.ts'
import type { Wording } from './conclusion-form.ts'
import { hashOfWording } from './content-hash.server.ts'
import { openDraft } from './open-draft.server.ts'

/** Writes the words of a draft. Throws `Invalid` where a colleague has changed them since `seen`. */
export async function saveWording(db: Db, conferenceId: number, { seen, ...wording }: Wording & { seen: string }, by: Actor, at = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await openDraft(tx, conferenceId, by)
    if (hashOfWording(before) !== seen) throw new Invalid({ '': { key: 'conclusions:invalid.changed' } })
    await tx.update(conclusions).set({ ...wording, updatedBy: by.personId, updatedAt: at }).where(eq(conclusions.id, before.id))
  })
}
