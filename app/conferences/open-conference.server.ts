import type { Actor } from '#app/access/actor.ts'
import { recordChange } from '#app/admin/record-change.server.ts'
import { forbidden } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { conferences } from '#db/schema/index.ts'
import type { NewConference } from './conference-form.ts'
import { planValues } from './plan-values.server.ts'

/** Who plans a conference and all that belongs to it. */
export function requireMaker({ role }: Pick<Actor, 'role'>): void {
  if (role !== 'coordinator' && role !== 'secretary') forbidden()
}

/** Enters a conference, to which annexes can then be imported. Its scheme says which groups its comments fall into. */
export async function openConference(db: Db, input: NewConference, by: Actor) {
  requireMaker(by)
  return db.transaction(async (tx) => {
    const values = await planValues(tx, input)
    const [row] = await tx.insert(conferences).values({ ...values, hostUnit: values.hostUnit ?? by.unit }).returning()
    if (!row) throw new Error('a conference was not stored')
    await recordChange(tx, by, { subject: 'conference', subjectId: row.id, change: 'add', after: row })
    return row
  })
}
