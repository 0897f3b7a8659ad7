import type { Actor } from '#app/access/actor.ts'
import { forbidden, notFound } from '#app/http/errors.ts'
import { translator } from '#app/i18n/instance.ts'
import { formatDate } from '#app/ui/format.ts'
import type { Db } from '#db/client.ts'
import { sheetCounts } from '#db/queries/conference-sheet.ts'
import { conferenceById } from '#db/queries/conferences.ts'
import { conclusions } from '#db/schema/index.ts'
import { addAssembled } from './add-assembled.server.ts'
import { draftsConclusions, openDraft } from './open-draft.server.ts'

/**
 * Begins the notice of a conference: usual words, and the tasks that its promises and the answers still owed make. Where
 * one is begun already, adds the tasks that have come about since.
 */
export async function draftConclusion(db: Db, conferenceId: number, by: Actor, at = new Date()): Promise<void> {
  if (!draftsConclusions(by)) forbidden()
  await db.transaction(async (tx) => {
    const conference = (await conferenceById(tx, conferenceId)) ?? notFound('conference')
    const counts = await sheetCounts(tx, by, conferenceId, conference.heldOn)
    await tx.insert(conclusions).values({ conferenceId, ...usualWords(conference, counts), updatedBy: by.personId, updatedAt: at }).onConflictDoNothing()
    await addAssembled(tx, await openDraft(tx, conferenceId, by), by)
  })
}

type Conference = NonNullable<Awaited<ReturnType<typeof conferenceById>>>

/** Official documents are in Vietnamese, whoever drafts them. */
function usualWords({ title, heldOn, venue, chair }: Conference, { enterprises, issues }: { enterprises: number; issues: number }) {
  const t = translator('vi')
  const name = title.charAt(0).toLowerCase() + title.slice(1)
  const said = { name, heldOn: formatDate(heldOn), venue: venue ?? '…', chair: chair ?? '…', enterprises, issues }
  return {
    issuer: t('conclusions:usual.issuer'), place: t('conclusions:usual.place'), abstract: t('conclusions:usual.abstract', said),
    opening: t('conclusions:usual.opening', said), conclusion: t('conclusions:usual.conclusion', said), recipients: t('conclusions:usual.recipients'),
  }
}
