import { daysLeft } from '#workflows/deadlines/days-left.ts'
import type { Calendar } from '#workflows/deadlines/calendar.ts'
import type { Role } from '#workflows/resolution/actor.ts'
import { coordinatingOffice } from '#workflows/resolution/offices.ts'
import { isOpen } from '#workflows/resolution/states.ts'
import type { ListedIssue } from '#db/queries/issue-pages.ts'
import type { Namer } from './names.ts'

type Reader = { role: Role; unit: string | null; name: Namer; calendar: Calendar; now: Date; /** The dates are those of promises. */ promised?: boolean }

/** What a list shows of each issue. A filer meets the unit, not the person in it. */
export function rowsFor(items: ListedIssue[], { role, unit, name, calendar, now, promised = false }: Reader) {
  const filer = role === 'enterprise' || role === 'association'
  return items.map(({ code, state, text, enterprise, dueOn, dueAt, leadUnit, handler }) => ({
    code, state, dueOn,
    enterprise: role === 'enterprise' ? null : enterprise,
    text: beginning(text),
    left: (isOpen(state) || promised) && dueAt ? daysLeft(dueAt, now, calendar) : null,
    unit: leadUnit && name.unit(leadUnit),
    own: unit !== null && (leadUnit ?? coordinatingOffice) === unit,
    handler: filer ? null : handler,
  }))
}

/** As much of a text as a line of a list bears, cut between words. */
export function beginning(text: string, most = 160): string {
  const line = text.trim().replace(/\s+/g, ' ')
  if (line.length <= most) return line
  const cut = line.slice(0, most + 1)
  return `${cut.slice(0, cut.lastIndexOf(' ') > most / 2 ? cut.lastIndexOf(' ') : most)}…`
}
