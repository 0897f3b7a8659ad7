import type { Language } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { schemesWithGroups, seriesByName } from '#db/queries/conference-plan.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { conferenceAsked } from './conference-asked.server.ts'

/** What the form of a plan lets choose: series, schemes with the groups they hold, and the units of the day. */
export async function planChoices(db: Db, language: Language, on?: string, now = new Date()) {
  const [schemes, series, directory, { calendar }] = await Promise.all([schemesWithGroups(db), seriesByName(db), directoryOf(db), rulesOf(db)])
  const name = namer(directory, language)
  const today = localDate(now, calendar)
  const day = on ?? today
  const units = [...directory.units.values()].filter(({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day))
  return {
    today,
    series: series.map(({ id, name: label }) => ({ id, name: label })),
    schemes: schemes.map(({ scheme, groups }) => ({ scheme, groups: groups.map(({ code }) => name.group(code)) })),
    units: units.map(({ code }) => ({ value: code, label: name.unit(code) })),
  }
}

/** The plan of a conference as its form shows it, and whether the form behind the QR code is open. */
export async function planView(db: Db, id: string | undefined, language: Language, now = new Date()) {
  const conference = await conferenceAsked(db, id)
  const choices = await planChoices(db, language, conference.heldOn, now)
  const text = (value: string | null) => value ?? ''
  return {
    conference: { id: conference.id, title: conference.title, heldOn: conference.heldOn },
    choices,
    publicForm: { address: conference.publicFormKey && `/f/${conference.publicFormKey}`, over: conference.heldOn < choices.today },
    initial: {
      title: conference.title, theme: text(conference.theme), heldOn: conference.heldOn, venue: text(conference.venue), chair: text(conference.chair),
      hostUnit: text(conference.hostUnit), scheme: conference.scheme, collectUntil: text(conference.collectUntil),
      answersDueOn: text(conference.answersDueOn), namesShown: conference.namesShown ? 'yes' : '',
      series: choices.series.find((one) => one.id === conference.seriesId)?.name ?? '',
    },
  }
}

export type PlanChoices = Awaited<ReturnType<typeof planChoices>>
