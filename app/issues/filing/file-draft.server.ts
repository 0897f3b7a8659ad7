import type { Actor } from '#app/access/actor.ts'
import { Conflict, conflict } from '#app/http/errors.ts'
import { once } from '#app/http/once.server.ts'
import { sha256 } from '#app/http/sha256.ts'
import type { Db } from '#db/client.ts'
import { canonicalJson } from '#db/queries/event-chain.ts'
import { draftOf } from '#db/queries/filing-draft.ts'
import { fileIssue } from '../file-issue.server.ts'
import type { Raised } from '../raise-issue.server.ts'
import { dropDraft } from './drop-draft.server.ts'
import { firstOpenPage, pageSchemas, type Answers, type Complete } from './pages.ts'

/** The fingerprint of the answers a person looked at before sending them. */
export const seenAs = (answers: Answers) => sha256(canonicalJson(answers))

/**
 * Files what a person has written and checked, and drops the draft with it. Equal requests give the one issue; answers
 * changed since the page was shown are a `Conflict`, so that nobody sends what they have not seen.
 */
export function fileDraft(db: Db, { by, seen, key }: { by: Actor; seen: string; key: string | undefined }): Promise<Raised> {
  return once(db, { personId: by.personId, key, body: { filing: seen } }, async (tx) => {
    const draft = (await draftOf(tx, by.personId, 'update')) ?? conflict('draft')
    if (seenAs(draft.answers) !== seen || firstOpenPage(by, draft.answers)) throw new Conflict({ key: 'filing:check.changed' })
    const filed = await fileIssue(tx, { by, channel: 'form', ...filingFrom(by, draft.answers) })
    await dropDraft(tx, by.personId)
    return filed
  })
}

function filingFrom(by: Actor, answers: Answers) {
  const read = <P extends keyof Complete>(page: P) => pageSchemas[page].parse(answers) as Complete[P]
  const { conference } = read('conference')
  const { group } = read('group')
  const { zone, district } = read('place')
  const { contactName: name, contactPhone: phone, contactEmail: email } = read('contact')
  return {
    text: read('text').text,
    conferenceId: conference === 'none' ? null : Number(conference),
    group: group === 'unsure' ? null : group,
    enterprise: by.role === 'association' ? { id: Number(read('member').member) } : undefined,
    zone: zone || null,
    district: district || null,
    contact: { name, ...(phone && { phone }), ...(email && { email }) },
  }
}
