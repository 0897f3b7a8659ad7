import type { Language } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { associationsByName, participantById, participantCounts, participantsPage, type ParticipantFilter } from '#db/queries/participants.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { clean } from '#workflows/text/nfc.ts'
import { conferenceAsked } from './conference-asked.server.ts'
import { invitationStates, participantKinds } from './participant-words.ts'

type Asked = { id: string | undefined; search: URLSearchParams; language: Language }
type Row = NonNullable<Awaited<ReturnType<typeof participantById>>>

/** Filters as they stand in the address; what is unknown is left out. */
function filterIn(search: URLSearchParams): ParticipantFilter {
  const q = clean((search.get('q') ?? '').trim().slice(0, 200))
  const came = search.get('state')
  return {
    q: q.ok && q.text !== '' ? q.text : undefined,
    kind: participantKinds.find((one) => one === search.get('kind')),
    state: invitationStates.find((one) => one === came),
    attended: came === 'came' ? true : came === 'missing' ? false : undefined,
  }
}

/** Everybody invited to a conference: how many of each kind, one page of them, and whom else one may invite. */
export async function participantsView(db: Db, { id, search, language }: Asked, now = new Date()) {
  const conference = await conferenceAsked(db, id)
  const page = /^[1-9]\d{0,4}$/.test(search.get('cursor') ?? '') ? Number(search.get('cursor')) : 1
  const edited = /^[1-9]\d{0,14}$/.test(search.get('edit') ?? '') ? Number(search.get('edit')) : undefined
  const filter = filterIn(search)
  const [counts, list, one, associations, directory, { calendar }] = await Promise.all([
    participantCounts(db, conference.id), participantsPage(db, conference.id, filter, page),
    edited === undefined ? undefined : participantById(db, conference.id, edited), associationsByName(db), directoryOf(db), rulesOf(db),
  ])
  const today = localDate(now, calendar)
  const name = namer(directory, language)
  const units = [...directory.units.values()].filter(({ validFrom, validTo }) => (validFrom ?? conference.heldOn) <= conference.heldOn && conference.heldOn <= (validTo ?? conference.heldOn))
  const called = (row: Row) => ({ ...row, name: row.enterprise ?? row.association ?? (language === 'en' ? row.unitEn : row.unitVi) ?? row.delegate ?? '' })
  return {
    conference: { id: conference.id, title: conference.title, heldOn: conference.heldOn },
    onTheDay: conference.heldOn <= today,
    counts: participantKinds.map((kind) => counts.find((row) => row.kind === kind) ?? { kind, all: 0, invited: 0, confirmed: 0, declined: 0, attended: 0 }),
    filtered: Object.values(filter).some((value) => value !== undefined),
    rows: list.items.map(called),
    next: list.next,
    edited: one && called(one),
    choices: {
      association: associations.map((row) => ({ value: String(row.id), label: row.name })),
      unit: units.map(({ code }) => ({ value: code, label: name.unit(code) })),
    },
  }
}

export type ParticipantsView = Awaited<ReturnType<typeof participantsView>>
export type ParticipantRow = ParticipantsView['rows'][number]
