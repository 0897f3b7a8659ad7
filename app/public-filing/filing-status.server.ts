import { mayPresent } from '#app/access/attempts.server.ts'
import { Invalid, TooMany } from '#app/http/errors.ts'
import type { Language } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import { tellFiler } from '#app/issues/tell-story.ts'
import type { Db } from '#db/client.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { storyOf, type StoryEvent } from '#db/queries/issue-story.ts'
import { presentedFiling } from '#db/queries/public-filing.ts'
import { coordinatingOffice } from '#workflows/resolution/offices.ts'
import { isOpen } from '#workflows/resolution/states.ts'
import { hashOfTyped } from './filing-secret.server.ts'
import type { Presented } from './public-filing-form.ts'

/** «kn26-00012» as the register writes it. */
export const codeAsTyped = (typed: string) => typed.toUpperCase().replace(/\s/g, '')

/** Counts the attempt, right or wrong, by where it came from. */
export async function countPresented(db: Db, address: string): Promise<void> {
  if (!(await mayPresent(db, address))) throw new TooMany({ key: 'before:status.tooMany' })
}

/**
 * What somebody without an account is told of what they filed: where it stands, who has it, by when, and what happened, in
 * moves and units alone. What an enterprise with an account was written, or wrote, it reads signed in: a tax code is no
 * secret, and anybody may have filed under it.
 */
export async function filingStatus(db: Db, { code, secret }: Presented, language: Language) {
  const filing = await presentedFiling(db, codeAsTyped(code), hashOfTyped(secret))
  if (!filing) throw new Invalid({ '': { key: 'before:status.wrong' } })
  const [events, directory] = await Promise.all([storyOf(db, filing.id), directoryOf(db)])
  const name = namer(directory, language)
  const { state, dueOn, answer, published, hasAccount } = filing
  const mine = !hasAccount
  return {
    code: filing.code, state, receivedAt: filing.receivedAt.toISOString(), dueOn: isOpen(state) ? dueOn : null, claimed: filing.claimedAt !== null,
    unit: isOpen(state) ? name.unit(filing.leadUnit ?? coordinatingOffice) : filing.leadUnit && name.unit(filing.leadUnit),
    answer: answer && { ...answer, text: published ?? (mine ? answer.text : null) },
    guidance: state === 'diverted' && mine ? guidanceIn(events) : null,
    story: tellFiler(events, { name }).map(({ seq, move, at, unit }) => ({ seq, move, at, unit })),
  }
}

const guidanceIn = (events: StoryEvent[]) =>
  (events.findLast(({ move }) => move === 'divert')?.payload as { guidance?: string } | undefined)?.guidance ?? null

export type FilingStatus = Awaited<ReturnType<typeof filingStatus>>
