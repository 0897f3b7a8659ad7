type Translate = (key: string, params: Record<string, unknown>) => string

/** Working minutes as people say them, «2 ngày 3 giờ 15 phút»; a day is a working day of the calendar, not 24 hours. */
export function formatWorkingTime(t: Translate, minutes: number, dayMinutes: number): string {
  const days = Math.floor(minutes / dayMinutes)
  const hours = Math.floor((minutes - days * dayMinutes) / 60)
  const rest = minutes - days * dayMinutes - hours * 60
  const parts = [['day', days], ['hour', hours], ['minute', rest]] as const
  const said = parts.filter(([, count]) => count > 0).map(([unit, count]) => t(`clocks:duration.${unit}`, { count }))
  return said.length > 0 ? said.join(' ') : t('clocks:duration.minute', { count: 0 })
}
