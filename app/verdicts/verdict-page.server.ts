import { mayPresent } from '#app/access/attempts.server.ts'
import { NotFound, TooMany } from '#app/http/errors.ts'
import type { Language } from '#app/i18n/instance.ts'
import { verdictView } from '#app/issues/verdict-view.server.ts'
import type { Db } from '#db/client.ts'
import { verdictLink, type VerdictLink } from './verdict-link.server.ts'

const unknown = () => new NotFound({ key: 'verdict:link.unknown' })

/** The address somebody came with. Wrong ones are counted by where they come from; a right one is let in whoever guessed before. */
export async function presentedLink(db: Db, token: string | undefined, address: string): Promise<VerdictLink> {
  const link = await verdictLink(db, token)
  if (link) return link
  throw (await mayPresent(db, address)) ? unknown() : new TooMany({ key: 'verdict:link.tooMany' })
}

/** What the page behind the address shows: the answer to be judged, or why nothing can be said any more. Changes nothing. */
export async function verdictPage(db: Db, link: VerdictLink, language: Language, now = new Date()) {
  const { code, usedAt, usedFor, expiresAt } = link
  const over = (because: 'used' | 'expired' | 'closed') => ({ open: false as const, code, because, usedFor, usedAt: usedAt?.toISOString() ?? null })
  if (usedAt) return over('used')
  if (expiresAt <= now) return over('expired')
  const view = await verdictView(db, code, link.actor, language, now)
  if (!view) throw unknown()
  const { version, unit, answer, evidence, mayConfirm, mayDispute, newDueOn } = view
  if (!mayConfirm && !mayDispute) return over('closed')
  return { open: true as const, code, version, unit, answer, evidence, mayConfirm, mayDispute, newDueOn, until: expiresAt.toISOString() }
}

export type VerdictPage = Awaited<ReturnType<typeof verdictPage>>
