import { isLanguage, translator, type Language } from '#app/i18n/instance.ts'
import { createVerdictLink } from '#app/verdicts/create-verdict-link.server.ts'
import type { Db } from '#db/client.ts'
import { visibleAmong } from '#db/queries/issue-is-visible.ts'
import { claimLetter, receiverOf, settleLetter, type Queued } from '#db/queries/mail-queue.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { digestOf } from './letter.ts'
import { isPermanent, type Mailer } from './mailer.server.ts'
import { placeOf, publishedIn } from './place-of.ts'
import { reportLines } from './report-lines.ts'

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
    if (queued.length === 0) return sent
    if (await sendOne(db, mailer, queued, now)) sent += 1
  }
  return sent
}

async function sendOne(db: Db, { origin, send }: Mailer, queued: Queued[], now: () => Date): Promise<boolean> {
  const to = await receiverOf(db, queued[0]!.personId)
  const told = to ? await readable(db, queued, to.capacities) : []
  const withheld = queued.filter((one) => !told.includes(one))
  if (withheld.length > 0) await settleLetter(db, idsOf(withheld), { mailAt: null, mailError: 'withheld' })
  if (!to || told.length === 0) return false
  const language = isLanguage(to.locale) ? to.locale : 'vi'
  const secret = told.length === 1 ? await createVerdictLink(db, told[0]!, now()) : undefined
  const verdict = secret && `${origin}/v/${secret}?lang=${language}`
  const about = told.map(({ kind, params }) => ({ kind, params, verdict, link: `${origin}${placeOf({ kind, params })}`, lines: listedIn({ kind, params }, language).map(({ words, path }) => ({ words, link: `${origin}${path}` })) }))
  const letter = digestOf(about, `${origin}/notices`, { name: to.name, language })
  try {
    await send({ id: letterId(told), to: { name: to.name, address: to.address }, ...letter })
  } catch (error) {
    const attempts = Math.min(...told.map((one) => one.attempts))
    const most = isPermanent(error) ? mostAttempts.permanent : mostAttempts.passing
    const again = attempts < most ? new Date(now().getTime() + pauseAfter(attempts)) : null
    await settleLetter(db, idsOf(told), { mailAt: again, mailError: said(error) })
    return false
  }
  await settleLetter(db, idsOf(told), { mailedAt: now(), mailError: null })
  return true
}

/** What a letter lists: published issues, or the numbers of a report. */
const listedIn = (about: Pick<Queued, 'kind' | 'params'>, language: Language) => [
  ...publishedIn(about).map(({ code, path }) => ({ words: code, path })), ...reportLines(about, translator(language), language),
]

const idsOf = (queued: Queued[]) => queued.map(({ id }) => id)

/** The same letter keeps its id however often it is tried; reminders joined by newer ones are another letter. */
function letterId(told: Queued[]): string {
  const [first, last] = [told[0]!, told.at(-1)!]
  const ids = told.length > 1 ? `${first.id}-${last.id}-${told.length}` : first.id
  return `notice-${ids}-${first.createdAt.getTime().toString(36)}`
}

/** What the person may no longer see is left out: a letter must not tell more than the inbox. */
async function readable(db: Db, queued: Queued[], capacities: By[]): Promise<Queued[]> {
  const about = [...new Set(queued.map(({ issueId }) => issueId).filter((id) => id !== null))]
  const visible = await visibleAmong(db, about, capacities)
  return queued.filter(({ issueId }) => issueId === null || visible.has(issueId)).sort((a, b) => a.id - b.id)
}

const said = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500)
