import type { Actor } from '#app/access/actor.ts'
import { notFound } from '#app/http/errors.ts'
import type { Language } from '#app/i18n/instance.ts'
import { beginning } from '#app/issues/list-rows.ts'
import { namer } from '#app/issues/names.ts'
import type { Db } from '#db/client.ts'
import { conferenceById, groupsOfScheme } from '#db/queries/conferences.ts'
import { enterprisesLike, hallFigures, saidInHall } from '#db/queries/desk.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'

/** As many as a secretary looks back over; the rest is in the list of issues. */
const shown = 30

/** The conference of an address, or «not found». */
export const deskConference = async (db: Db, id: string | undefined) =>
  (/^\d{1,15}$/.test(id ?? '') && (await conferenceById(db, Number(id)))) || notFound('conference')

/** The secretary's desk: the groups to choose from, what was said last, and the issue being answered or promised, if any. */
export async function deskView(db: Db, by: Actor, id: string | undefined, search: URLSearchParams, language: Language, now = new Date()) {
  const conference = await deskConference(db, id)
  const [groups, said, directory, rules] = await Promise.all([
    groupsOfScheme(db, conference.scheme), saidInHall(db, by, conference.id, shown), directoryOf(db), rulesOf(db),
  ])
  const name = namer(directory, language)
  const today = localDate(now, rules.calendar)
  const asked = (['answer', 'promise'] as const).find((one) => search.has(one))
  const about = asked && said.find(({ code }) => code === search.get(asked))
  const days = [conference.heldOn, today]
  const units = [...directory.units.values()].filter(({ validFrom, validTo }) => days.some((day) => (validFrom ?? day) <= day && day <= (validTo ?? day)))
  return {
    conference: { id: conference.id, title: conference.title, chair: conference.chair ?? '' },
    groups: groups.map(({ code }) => ({ value: code, label: name.group(code) })),
    mayAnswer: by.role === 'secretary',
    said: said.map(({ text, group, ...row }) => ({ ...row, text: beginning(text), group: group && name.group(group) })),
    asked: about && by.role === 'secretary' ? { form: asked!, code: about.code, enterprise: about.enterprise, text: about.text } : null,
    units: about ? units.map(({ code }) => ({ value: code, label: name.unit(code) })) : [],
  }
}

export type DeskView = Awaited<ReturnType<typeof deskView>>

/** The numbers of the hall's screen, by group in the order of the scheme. */
export async function hallView(db: Db, id: string | undefined, language: Language) {
  const conference = await deskConference(db, id)
  const [groups, counted, directory] = await Promise.all([groupsOfScheme(db, conference.scheme), hallFigures(db, conference.id), directoryOf(db)])
  const name = namer(directory, language)
  const codes = [...new Set([...groups.map(({ code }) => code), ...counted.map(({ group }) => group)])]
  const rows = codes.map((code) => {
    const { received = 0, answered = 0, promised = 0 } = counted.find(({ group }) => group === code) ?? {}
    return { code, label: code && name.group(code), received, answered, promised }
  })
  const total = (of: 'received' | 'answered' | 'promised') => rows.reduce((sum, row) => sum + row[of], 0)
  return { id: conference.id, title: conference.title, rows, total: { received: total('received'), answered: total('answered'), promised: total('promised') } }
}

/** Names to choose from while an enterprise is being typed. */
export async function enterprisesNamed(db: Db, id: string | undefined, typed: string) {
  const conference = await deskConference(db, id)
  return typed.trim().length < 2 ? [] : enterprisesLike(db, conference.id, typed.trim().slice(0, 100))
}
