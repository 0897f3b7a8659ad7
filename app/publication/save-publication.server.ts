import type { z } from 'zod'
import { forbidden, Invalid, Refused } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { changeVersion, insertVersion } from '#db/queries/publications.ts'
import { mayDraft } from './may.ts'
import type { draftSchema } from './publication-form.ts'
import { withVersion, type Asked } from './with-version.server.ts'

/**
 * Keeps the text that is to be public as a draft. Writing on in an approved one voids the approval. Where a version is
 * public already, a new one begins, and the reason for the correction is kept with the one it will replace.
 */
export async function savePublication(tx: Db, { question, answer, reason, ...asked }: Asked & z.output<typeof draftSchema>): Promise<void> {
  const { by, at = new Date() } = asked
  if (!mayDraft(by)) forbidden()
  const { ground, version } = await withVersion(tx, asked)
  if (!ground.publishable) throw new Refused({ key: 'publication:refused.notPublishable' })
  const text = { question, answer, draftedBy: by.personId, draftedAt: at }
  if (version?.state === 'draft' || version?.state === 'approved') {
    if (version.question === question && version.answer === answer) return
    await changeVersion(tx, version.id, { ...text, state: 'draft', approvedBy: null, approvedAt: null })
    return
  }
  if (version?.state === 'published') {
    if (!reason) throw new Invalid({ reason: { key: 'common:invalid.required' } })
    await changeVersion(tx, version.id, { withdrawnBecause: reason })
  }
  await insertVersion(tx, { ...text, issueId: ground.id, number: (version?.number ?? 0) + 1 })
}
