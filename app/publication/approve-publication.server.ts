import { forbidden, Refused } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { changeVersion } from '#db/queries/publications.ts'
import { mayApprove, mayPublish } from './may.ts'
import { withVersion, type Asked } from './with-version.server.ts'

/** Approves exactly the text that was read, by another person than wrote it. Nothing is public yet. */
export async function approvePublication(tx: Db, asked: Asked): Promise<void> {
  const { by, at = new Date() } = asked
  if (!mayPublish(by)) forbidden()
  const { ground, version } = await withVersion(tx, asked)
  if (!ground.publishable) throw new Refused({ key: 'publication:refused.notPublishable' })
  if (version?.state !== 'draft') throw new Refused({ key: 'publication:refused.noDraft' })
  if (!mayApprove(by, version.draftedBy)) throw new Refused({ key: 'publication:refused.ownDraft' })
  await changeVersion(tx, version.id, { state: 'approved', approvedBy: by.personId, approvedAt: at })
}
