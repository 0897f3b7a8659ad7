import type { Actor } from '#app/access/actor.ts'
import { notFound } from '#app/http/errors.ts'
import type { Language } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { readPageAddress } from '#app/views/page-address.ts'
import type { Db } from '#db/client.ts'
import { directiveSeen, eventsOfDirective } from '#db/queries/directives.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { endOfWorkingDay, localDate } from '#workflows/deadlines/calendar.ts'
import { daysLeft } from '#workflows/deadlines/days-left.ts'
import { directiveMovesOpenTo, needsMandate, owingStates } from '#workflows/directive/machine.ts'
import { addressWords } from './address-words.server.ts'
import { figureOf } from './figure.server.ts'
import { usualDay } from './require-day.ts'

type Asking = { id: string | undefined; language: Language; now?: Date }

/** One demand with its story, and its figure as it was counted then and as the reader counts it now. */
export async function directiveView(db: Db, actor: Actor, { id: asked, language, now = new Date() }: Asking) {
  const id = /^\d{1,15}$/.test(asked ?? '') ? Number(asked) : notFound('directive')
  const row = (await directiveSeen(db, actor, id)) ?? notFound('directive')
  const [events, directory, { calendar }] = await Promise.all([eventsOfDirective(db, actor, id), directoryOf(db), rulesOf(db)])
  const name = namer(directory, language)
  const owes = owingStates.some((state) => state === row.state)
  return {
    id, state: row.state, version: row.version, text: row.text, unit: name.unit(row.unit), asker: row.asker, askedAt: row.askedAt, dueOn: row.dueOn,
    firstDueOn: row.firstDueOn, code: row.code, hiddenIssue: row.issueId !== null && row.code === null,
    left: owes ? daysLeft(endOfWorkingDay(row.dueOn, calendar), now, calendar) : null,
    figure: row.address === null ? null : await figureView(db, actor, row.address, { ...row, language }),
    story: events.map((event, at) => ({ ...event, late: event.move === 'explain' && localDate(event.at, calendar) > dueBefore(events, at) })),
    moves: directiveMovesOpenTo(row, actor),
    needsMandate: needsMandate(actor),
    usualDay: usualDay(now, calendar),
  }
}

export type DirectiveView = Awaited<ReturnType<typeof directiveView>>

/** The day that was set when an explanation came: the last one asked for before it. */
const dueBefore = (events: { dueOn: string | null }[], at: number): string => events.slice(0, at).findLast(({ dueOn }) => dueOn !== null)?.dueOn ?? ''

type Counted = { figure: number | null; asOf: Date | null; language: Language }

async function figureView(db: Db, actor: Actor, address: string, { figure, asOf, language }: Counted) {
  const page = readPageAddress(address)
  if (!page) return null
  const then = new URLSearchParams(page.params)
  if (asOf) then.set('asOf', asOf.toISOString())
  return {
    address, before: `${page.path}?${then}`, asOf, figure, now: await figureOf(db, actor, page), path: page.path,
    words: await addressWords(db, page, language),
  }
}
