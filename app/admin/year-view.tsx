import { useTranslation } from '#app/i18n/use-translation.ts'
import { formatMonth, formatShortWeekday } from '#app/ui/format.ts'
import { washOf, type Tone } from '#app/ui/tone.ts'
import type { dayKinds } from './calendar-form.ts'

export type Day = { date: string; kind: (typeof dayKinds)[number]; name: string; source: string | null; verified: boolean }

export const toneOfDay: Record<Day['kind'], Tone> = { holiday: 'bad', swap_off: 'warn', workday: 'good' }

/** A week from Monday to Sunday; which one does not matter. */
const weekdays = Array.from({ length: 7 }, (_, at) => `2024-01-0${at + 1}`)

/** The year at a glance. The table beside it says the same in words, so readers that do not see are sent there. */
export function YearView({ year, days }: { year: number; days: Day[] }) {
  const byDate = new Map(days.map((day) => [day.date, day]))
  return (
    <div aria-hidden="true" className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
      {Array.from({ length: 12 }, (_, month) => <Month key={month} year={year} month={month} byDate={byDate} />)}
    </div>
  )
}

function Month({ year, month, byDate }: { year: number; month: number; byDate: Map<string, Day> }) {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const first = new Date(Date.UTC(year, month, 1))
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const before = (first.getUTCDay() + 6) % 7
  return (
    <div>
      <p className="mb-1 font-semibold first-letter:uppercase">{formatMonth(first.toISOString().slice(0, 10), language)}</p>
      <div className="numbers grid grid-cols-7 gap-px text-center text-sm">
        {weekdays.map((day) => <span key={day} className="text-ink-soft">{formatShortWeekday(day, language)}</span>)}
        {Array.from({ length: before }, (_, at) => <span key={`before-${at}`} />)}
        {Array.from({ length }, (_, at) => {
          const date = `${year}-${String(month + 1).padStart(2, '0')}-${String(at + 1).padStart(2, '0')}`
          const known = byDate.get(date)
          const weekend = (before + at) % 7 >= 5
          const look = known ? `rounded-sm border font-semibold ${washOf[toneOfDay[known.kind]]}` : weekend ? 'text-ink-soft' : ''
          return <span key={date} title={known?.name} className={`py-0.5 ${look}`}>{at + 1}</span>
        })}
      </div>
    </div>
  )
}
