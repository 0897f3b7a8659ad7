import { isLanguage } from '#app/i18n/instance.ts'
import type { Db } from '#db/client.ts'
import { issueIsVisible } from '#db/queries/issue-is-visible.ts'
import { claimLetter, receiverOf, settleLetter, type Queued } from '#db/queries/mail-queue.ts'
import { letterOf } from './letter.ts'
import { isPermanent, type Mailer } from './mailer.server.ts'

type Options = { now?: () => Date; signal?: AbortSignal }

/** Longer than a conversation may last; after it the letter of a worker that died is anybody's again. */
const leaseMs = 10 * 60_000
const minute = 60_000
/** A refusal for good is asked again twice, because a server being repaired refuses too; all else for about four days. */
const mostAttempts = { permanent: 3, passing: 24 }
export const pauseAfter = (attempt: number) => Math.min(2 ** (attempt - 1), 360) * minute

/**
 * Sends every letter that is due and returns how many left. Each belongs to one worker at a time and is marked as sent
 * when the server has accepted it, never before. What SMTP cannot give: a server that takes a letter and dies before
 * saying so is asked again, with the same Message-ID, by which it or the mailbox can tell that it is one letter.
 */
export async function sendDueMail(db: Db, mailer: Mailer, { now = () => new Date(), signal }: Options = {}): Promise<number> {
  let sent = 0
  while (!signal?.aborted) {
    const queued = await claimLetter(db, now(), leaseMs)
    if (!queued) return sent
    if (await sendOne(db, mailer, queued, now)) sent += 1
  }
  return sent
}

async function sendOne(db: Db, { origin, send }: Mailer, queued: Queued, now: () => Date): Promise<boolean> {
  const to = await addressee(db, queued)
  if (!to) {
    await settleLetter(db, queued.id, { mailAt: null, mailError: 'withheld' })
    return false
  }
  const link = `${origin}/issues/${encodeURIComponent(String(queued.params.code))}`
  const language = isLanguage(to.locale) ? to.locale : 'vi'
  const letter = letterOf({ kind: queued.kind, params: queued.params, name: to.name, language, link })
  const id = `notice-${queued.id}-${queued.createdAt.getTime().toString(36)}`
  try {
    await send({ id, to: { name: to.name, address: to.address }, ...letter })
  } catch (error) {
    const most = isPermanent(error) ? mostAttempts.permanent : mostAttempts.passing
    const again = queued.attempts < most ? new Date(now().getTime() + pauseAfter(queued.attempts)) : null
    await settleLetter(db, queued.id, { mailAt: again, mailError: said(error) })
    return false
  }
  await settleLetter(db, queued.id, { mailedAt: now(), mailError: null })
  return true
}

/** Nobody, where the person was disabled or may no longer see the issue: a letter must not tell more than the inbox. */
async function addressee(db: Db, { personId, issueId }: Queued) {
  const receiver = await receiverOf(db, personId)
  if (!receiver || issueId === null) return receiver
  for (const by of receiver.capacities) if (await issueIsVisible(db, issueId, by)) return receiver
  return undefined
}

const said = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500)
