import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import { beginning } from '#app/issues/list-rows.ts'
import { namer, type Namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { groupsOfScheme } from '#db/queries/conferences.ts'
import { enterprisesLike, hallFigures, issueOfHall, saidInHall } from '#db/queries/desk.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { speakersOf } from '#db/queries/speakers.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { conferenceAsked } from './conference-asked.server.ts'

/** As many as a secretary looks back over; the rest is in the list of issues. */
const shown = 30

/** The secretary's desk: the groups and units to choose from, what was said last, and the issue being answered or promised, if any. */
export async function deskView(db: Db, by: Actor, id: string | undefined, search: URLSearchParams, language: Language, now = new Date()) {
  const conference = await conferenceAsked(db, id)
  const [groups, passing, directory, rules] = await Promise.all([
    groupsOfScheme(db, conference.scheme), deskNow(db, by, conference.id, language), directoryOf(db), rulesOf(db),
  ])
  const name = namer(directory, language)
  const days = [conference.heldOn, localDate(now, rules.calendar)]
  const units = [...directory.units.values()].filter(({ validFrom, validTo }) => days.some((day) => (validFrom ?? day) <= day && day <= (validTo ?? day)))
  return {
    conference: { id: conference.id, title: conference.title, chair: conference.chair ?? '' },
    person: { id: by.personId, name: by.name },
    groups: groups.map(({ code }) => ({ value: code, label: name.group(code) })),
    units: units.map(({ code }) => ({ value: code, label: name.unit(code) })),
    mayAnswer: by.role === 'secretary',
    asked: by.role === 'secretary' ? await askedFor(db, by, conference.id, search) : null,
    ...passing,
  }
}

export type DeskView = Awaited<ReturnType<typeof deskView>>

async function askedFor(db: Db, by: Actor, conferenceId: number, search: URLSearchParams) {
  const form = (['answer', 'promise'] as const).find((one) => search.has(one))
  const about = form && (await issueOfHall(db, by, conferenceId, search.get(form) ?? ''))
  return about ? { form: form!, about } : null
}

/** What changes while people speak: what was said last, at whichever desk, and who asked for the floor. */
export async function deskNow(db: Db, by: Actor, conferenceId: number, language: Language) {
  const [said, speakers, directory] = await Promise.all([saidInHall(db, by, conferenceId, shown), speakersOf(db, conferenceId), directoryOf(db)])
  return { said: said.map(inWords(namer(directory, language))), speakers: speakers.map(({ calledAt, ...one }) => ({ ...one, calledAt: calledAt?.toISOString() ?? null })) }
}

const inWords = (name: Namer) => ({ text, group, saidAt, receivedAt, ...row }: Awaited<ReturnType<typeof saidInHall>>[number]) =>
  ({ ...row, text: beginning(text), group: group && name.group(group), at: (saidAt ?? receivedAt).toISOString() })

export type DeskNow = Awaited<ReturnType<typeof deskNow>>

/** The numbers of the hall's screen, by group in the order of the scheme; who speaks only where names may be shown. */
export async function hallView(db: Db, id: string | undefined, language: Language) {
  const conference = await conferenceAsked(db, id)
  const [groups, counted, directory, speakers] = await Promise.all([
    groupsOfScheme(db, conference.scheme), hallFigures(db, conference.id), directoryOf(db), conference.namesShown ? speakersOf(db, conference.id) : [],
  ])
  const name = namer(directory, language)
  const codes = [...new Set([...groups.map(({ code }) => code), ...counted.map(({ group }) => group)])]
  const rows = codes.map((code) => {
    const { received = 0, answered = 0, promised = 0 } = counted.find(({ group }) => group === code) ?? {}
    return { code, label: code && name.group(code), received, answered, promised }
  })
  const total = (of: 'received' | 'answered' | 'promised') => rows.reduce((sum, row) => sum + row[of], 0)
  const floor = { now: speakers.find(({ state }) => state === 'speaking')?.name ?? null, next: speakers.find(({ state }) => state === 'waiting')?.name ?? null }
  return { id: conference.id, title: conference.title, rows, total: { received: total('received'), answered: total('answered'), promised: total('promised') }, floor }
}

/** Names to choose from while an enterprise is being typed. */
export async function enterprisesNamed(db: Db, id: string | undefined, typed: string) {
  const conference = await conferenceAsked(db, id)
  return typed.trim().length < 2 ? [] : enterprisesLike(db, conference.id, typed.trim().slice(0, 100))
}
