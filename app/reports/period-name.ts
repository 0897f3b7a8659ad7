import type { Translate } from '#app/i18n/instance.ts'
import { formatDate } from '#app/ui/format.ts'
import { daysOf, type Days } from '#workflows/reports/periods.ts'

/** «tháng 11/2026», «quý IV/2026», «năm 2026», or from which day to which. */
export function periodName({ from, to }: Days, t: Translate): string {
  if (!from && !to) return t('overview:period.name.all')
  if (!from || !to) return from ? t('overview:period.name.from', { from: formatDate(from) }) : t('overview:period.name.to', { to: formatDate(to!) })
  const whole = (['month', 'quarter', 'year'] as const).find((name) => {
    const days = daysOf(name, from)
    return days.from === from && days.to === to
  })
  const year = from.slice(0, 4)
  const month = Number(from.slice(5, 7))
  const quarter = ['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)]
  return whole ? t(`overview:period.name.${whole}`, { year, month, quarter }) : t('overview:period.name.own', { from: formatDate(from), to: formatDate(to) })
}
