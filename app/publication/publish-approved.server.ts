import { sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { forbidden } from '#app/http/errors.ts'
import type { Message } from '#app/i18n/message.ts'
import { mailOn, wakeMailers } from '#app/notices/queue-notices.server.ts'
import type { Db } from '#db/client.ts'
import { approvedAmong } from '#db/queries/publications.ts'
import { publishBatch, queueDigests } from '#db/queries/publish-batch.ts'
import { visibleTo } from '#db/queries/visible-to.ts'
import { mayPublish } from './may.ts'

export type PublishResult = { code: string; refused: Message | null }
type Request = { conference: number; versions: number[]; by: Actor; at?: Date }

/**
 * Makes public, as one batch with one digest for each enterprise concerned, those of the versions that are approved and
 * may be public now; each other says why not. Pressed twice, or by two at once, nothing goes out or is told a second time.
 */
export async function publishApproved(tx: Db, { conference, versions, by, at = new Date() }: Request): Promise<{ results: PublishResult[]; told: number }> {
  if (!mayPublish(by)) forbidden()
  const found = await approvedAmong(tx, conference, versions, sql`${visibleTo(by)}`)
  const judged = found.map((row) => ({ ...row, refused: reasonAgainst(row) }))
  const going = judged.filter(({ refused }) => refused === null)
  const told = going.length > 0 ? await goOut(tx, { conferenceId: conference, publishedBy: by.personId, publishedAt: at }, going) : 0
  return { results: judged.map(({ code, refused }) => ({ code, refused })), told }
}

type Row = Awaited<ReturnType<typeof approvedAmong>>[number]

function reasonAgainst({ state, publishable, approvedBy, draftedBy }: Row): Message | null {
  if (state === 'published') return { key: 'publication:refused.already' }
  if (state !== 'approved' || approvedBy === null || approvedBy === draftedBy) return { key: 'publication:refused.notApproved' }
  return publishable ? null : { key: 'publication:refused.notPublishable' }
}

async function goOut(tx: Db, batch: Parameters<typeof publishBatch>[1], going: { id: number; issueId: number }[]): Promise<number> {
  const id = await publishBatch(tx, batch, going)
  const told = await queueDigests(tx, id, batch.publishedAt, mailOn() ? batch.publishedAt : null)
  await wakeMailers(tx)
  return told
}
