import { and, eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { holdViews } from '#db/queries/saved-views.ts'
import { savedViews } from '#db/schema/index.ts'
import { audienceOf } from './audience.ts'
import { requireFreeName } from './require-free-name.ts'
import type { ChangeInput } from './view-form.ts'

/** Another name, or shared with others than before; only one's own. */
export async function changeView(db: Db, { id, name, share }: ChangeInput, by: Actor): Promise<void> {
  const audience = audienceOf(share, by)
  if (!audience) throw new Invalid({ share: { key: 'common:fields.unknownChoice' } })
  await db.transaction(async (tx) => {
    const own = await holdViews(tx, by.personId)
    if (!own.some((one) => one.id === id)) notFound('view')
    requireFreeName(name, own.filter((one) => one.id !== id))
    await tx.update(savedViews).set({ name, ...audience }).where(and(eq(savedViews.id, id), eq(savedViews.personId, by.personId)))
  })
}
