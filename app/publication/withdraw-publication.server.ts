import { forbidden, Refused } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { changeVersion } from '#db/queries/publications.ts'
import { mayPublish } from './may.ts'
import { withVersion, type Asked } from './with-version.server.ts'

/** Takes what is public off the public pages at once; the version and the reason are kept. */
export async function withdrawPublication(tx: Db, asked: Asked & { reason: string }): Promise<void> {
  const { by, reason, at = new Date() } = asked
  if (!mayPublish(by)) forbidden()
  const { version } = await withVersion(tx, asked, 'published')
  if (!version) throw new Refused({ key: 'publication:refused.notPublished' })
  await changeVersion(tx, version.id, { state: 'withdrawn', withdrawnAt: at, withdrawnBy: by.personId, withdrawnBecause: reason })
}
