import type { Actor } from '#app/access/actor.ts'
import { db } from '#app/http/database.server.ts'
import type { Answers } from '#app/issues/filing/pages.ts'
import { conferencesToFileUnder, groupsToFileUnder } from '#db/queries/filing-choices.ts'
import { enterpriseIn } from './enterprise-in.server.ts'

/** The answers with the names behind their numbers and codes, as they are read again before sending. */
export async function answeredBy(actor: Actor, answers: Answers) {
  const { conference, group, text, zone, district, contactName, contactPhone, contactEmail } = answers
  const conferenceId = conference === 'none' ? null : Number(conference)
  const [conferences, groups, enterprise] = await Promise.all([
    conferencesToFileUnder(db()),
    groupsToFileUnder(db(), conferenceId),
    enterpriseIn(actor, answers),
  ])
  return {
    enterprise: enterprise && { name: enterprise.name, taxCode: enterprise.taxCode },
    conference: conferences.find(({ id }) => id === conferenceId) ?? null,
    text,
    group: groups.find(({ code }) => code === group) ?? null,
    place: [zone, district].filter(Boolean).join(', '),
    contact: [contactName, contactPhone, contactEmail].filter(Boolean),
  }
}
