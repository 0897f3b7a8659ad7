import type { Actor } from '#app/access/actor.ts'
import { db } from '#app/http/database.server.ts'
import type { Answers } from '#app/issues/filing/pages.ts'
import { consentingMembers, enterpriseCard } from '#db/queries/filing-choices.ts'

/** Whose issue it is to be: one's own, or the member chosen; of one who did not agree an association reads nothing. */
export async function enterpriseIn(actor: Actor, { member }: Answers) {
  if (actor.role !== 'association') return enterpriseCard(db(), actor.enterpriseId)
  const members = await consentingMembers(db(), actor.associationId)
  const chosen = members.find(({ id }) => String(id) === member)
  return chosen && enterpriseCard(db(), chosen.id)
}
