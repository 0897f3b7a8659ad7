const dayMs = 86_400_000

/** Dates a chair names without saying them, counted from the moment of the promise; as typed on paper, dd/MM/yyyy. */
export const dueDays = ['week', 'days30', 'month', 'quarter', 'year'] as const
export type DueDay = (typeof dueDays)[number]

/** The day that was meant, where the conference is. */
export function dueDay(which: DueDay, said: Date): string {
  // Hanoi has no summer time
  const here = new Date(said.getTime() + 7 * 3_600_000)
  const [year, month] = [here.getUTCFullYear(), here.getUTCMonth()]
  const day = {
    week: new Date(here.getTime() + 7 * dayMs),
    days30: new Date(here.getTime() + 30 * dayMs),
    month: new Date(Date.UTC(year, month + 1, 0)),
    quarter: new Date(Date.UTC(year, month - (month % 3) + 3, 0)),
    year: new Date(Date.UTC(year, 12, 0)),
  }[which]
  return day.toISOString().slice(0, 10).split('-').reverse().join('/')
}
