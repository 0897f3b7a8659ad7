import type { Field } from '#app/documents/fields.ts'
import type { Translate } from '#app/i18n/instance.ts'
import type { Namer } from '#app/issues/names.ts'
import { formatDate } from '#app/ui/format.ts'
import type { RegisterRow } from '#db/queries/register-rows.ts'
import { localDate, type Calendar } from '#workflows/deadlines/calendar.ts'
import { daysLeft } from '#workflows/deadlines/days-left.ts'
import { isAnswered, isOpen } from '#workflows/resolution/states.ts'

export type RegisterReading = { name: Namer; calendar: Calendar; /** The instant at which it is overdue or not. */ at: Date; past: boolean }

/** Working days past the date due: of an answer until it came, of an open issue until the instant looked at; none in time. */
export function overdueDays({ state, dueAt, answeredAt }: Pick<RegisterRow, 'state' | 'dueAt' | 'answeredAt'>, { calendar, at }: Pick<RegisterReading, 'calendar' | 'at'>): number | null {
  const until = isOpen(state) ? at : isAnswered(state) ? answeredAt : null
  if (!dueAt || !until || until <= dueAt) return null
  return Math.max(1, daysLeft(dueAt, until, calendar).days)
}

/** The columns of the register, in the order in which offices keep them. */
export function registerFields(t: Translate, reading: RegisterReading): Field<RegisterRow>[] {
  const { name, calendar } = reading
  const day = (at: Date | null) => (at ? { day: localDate(at, calendar) } : null)
  const named = (of: keyof Namer, code: string | null) => (code ? name[of](code) : null)
  const column = (key: string, share: number, of: Field<RegisterRow>['of']): Field<RegisterRow> => ({ label: t(`exports:column.${key}`), share, of })
  return [
    column('number', 10, (_, index) => index + 1),
    column('code', 18, ({ code }) => code),
    column('received', 16, ({ receivedAt }) => day(receivedAt)),
    column('enterprise', 45, ({ enterprise }) => enterprise),
    column('taxCode', 18, ({ taxCode }) => taxCode),
    column('conference', 45, ({ conference, heldOn }) => (conference && heldOn ? `${conference} (${formatDate(heldOn)})` : null)),
    column('group', 30, ({ group }) => named('group', group)),
    column('topic', 40, ({ topic }) => named('topic', topic)),
    column('leadUnit', 40, ({ leadUnit }) => named('unit', leadUnit)),
    column('coordinating', 40, ({ coordinatingUnits }) => coordinatingUnits.map((unit) => name.unit(unit)).join('; ')),
    column('text', 90, ({ text }) => text),
    column('state', 26, ({ state }) => t(`issues:state.${state}`)),
    column('due', 16, ({ dueAt }) => day(dueAt)),
    column('answered', 16, ({ answeredAt }) => day(answeredAt)),
    column('resolved', 16, ({ resolvedAt }) => day(resolvedAt)),
    column('overdueDays', 14, (row) => overdueDays(row, reading)),
    column('letterNumber', 24, ({ letterNumber }) => letterNumber),
    column('letterDate', 16, ({ letterDate }) => (letterDate ? { day: letterDate } : null)),
  ]
}
