import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { forbidden, Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { conferences, schemeGroups } from '#db/schema/index.ts'
import type { ConferenceInput } from './conference-form.ts'

/** Enters a conference, to which annexes can then be imported. Its scheme says which groups its comments fall into. */
export async function openConference(db: Db, { scheme = 'standard', ...input }: ConferenceInput, by: Actor) {
  if (by.role !== 'coordinator' && by.role !== 'secretary') forbidden()
  const [known] = await db.select({ group: schemeGroups.group }).from(schemeGroups).where(eq(schemeGroups.scheme, scheme)).limit(1)
  if (!known) throw new Invalid({ scheme: { key: 'common:fields.unknownChoice' } })
  const [row] = await db.insert(conferences).values({ ...input, scheme, hostUnit: by.unit }).returning()
  if (!row) throw new Error('a conference was not stored')
  return row
}
