import type { Actor } from '#app/access/actor.ts'
import { Invalid } from '#app/http/errors.ts'
import type { FieldErrors } from '#app/i18n/message.ts'
import { suggestFor } from '#app/routing/suggest.server.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { filingGround, type FilingGround } from '#db/queries/filing-ground.ts'
import type { Contact } from '#db/schema/index.ts'
import { enterpriseAsked, enterpriseFor, type EnterpriseNamed } from './filing/enterprise-of.server.ts'
import { raiseIssue, type Raised } from './raise-issue.server.ts'
import { rulesOf } from './rules.server.ts'

export type Filing = {
  /** A person; or the system, for whoever files without an account. */
  by: Actor | By
  /** As written, already in the house's form (NFC); kept for good. */
  text: string
  channel: 'form' | 'api' | 'hall' | 'publicForm'
  conferenceId?: number | null
  group?: string | null
  topic?: string | null
  enterprise?: EnterpriseNamed
  /** Where it happens; the enterprise's own address when left out. */
  zone?: string | null
  district?: string | null
  contact?: Contact
  /** What the register adds to the words as received. */
  note?: string
  /** Of what was said in a hall. */
  saidAt?: Date
  at?: Date
}

/**
 * Files one issue: the comment as written, the issue on the register with its code and date due, and the unit that
 * should lead as a suggestion. Within the caller's transaction, which makes it happen once. Throws `Invalid` by field,
 * `Forbidden` where the person may not file for that enterprise.
 */
export async function fileIssue(db: Db, filing: Filing): Promise<Raised> {
  const { by, text, channel, contact, note, saidAt, at = new Date() } = filing
  const { conferenceId = null, group = null, topic = null } = filing
  const associationId = by.role === 'association' ? by.associationId : null
  const asked = enterpriseAsked(by, filing.enterprise)
  const [ground, rules] = await Promise.all([
    filingGround(db, { conferenceId, group, topic, associationId, enterprise: asked }),
    rulesOf(db),
  ])
  requireKnown({ conferenceId, group, topic }, ground)
  const enterpriseId = await enterpriseFor(db, by, asked, ground)
  const zone = filing.zone === undefined ? ground.zone : filing.zone
  const district = filing.district === undefined ? ground.district : filing.district
  const suggestion = (await suggestFor(db, { text, on: ground.heldOn, group, zone, district })) ?? null
  const comment = { conferenceId, enterpriseId, text, channel, zone, district, contact, note, saidAt }
  const issue = { conferenceId, enterpriseId, associationId, filedBy: by.personId, channel, text, group, topic, suggestion }
  return raiseIssue(db, ground.numbers, { comment, issue }, by, at, rules)
}

function requireKnown(asked: { conferenceId: number | null; group: string | null; topic: string | null }, ground: FilingGround) {
  const errors: FieldErrors = {}
  const unknown = { key: 'common:fields.unknownChoice' }
  if (asked.conferenceId !== null && !ground.conferenceKnown) errors.conference = unknown
  if (asked.group !== null && !ground.groupKnown) errors.group = unknown
  if (asked.topic !== null && !ground.topicKnown) errors.topic = unknown
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
}
