import type { Actor } from '#app/access/actor.ts'
import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { holdViews } from '#db/queries/saved-views.ts'
import { savedViews } from '#db/schema/index.ts'
import { audienceOf } from './audience.ts'
import { addressOf, readPageAddress } from './page-address.ts'
import { requireFreeName } from './require-free-name.ts'
import type { SaveInput } from './view-form.ts'

/** More are not found again in a list. */
export const mostViews = 30

/** Keeps a page with its filter under a name, for oneself or for others too. Returns the address to go back to. */
export async function saveView(db: Db, { name, share, address }: SaveInput, by: Actor, at = new Date()): Promise<string> {
  const page = readPageAddress(address)
  if (!page) throw new Invalid({ '': { key: 'views:invalid.address' } })
  const audience = audienceOf(share, by)
  if (!audience) throw new Invalid({ share: { key: 'common:fields.unknownChoice' } })
  return db.transaction(async (tx) => {
    const others = await holdViews(tx, by.personId)
    if (others.length >= mostViews) throw new Invalid({ '': { key: 'views:invalid.tooMany', params: { max: mostViews } } })
    requireFreeName(name, others)
    await tx.insert(savedViews).values({ personId: by.personId, name, address: addressOf(page), ...audience, createdAt: at })
    return addressOf(page)
  })
}
