import { calculation } from '#app/api/requests.ts'
import { check, endpoint, readJson } from '#app/api/endpoint.server.ts'
import { db } from '#app/http/database.server.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { addWorkingTime } from '#workflows/deadlines/working-time.ts'

/** A day alone is that day from its beginning in Hanoi. */
const instantOf = (value: string) => new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00+07:00` : value)

/** With Hanoi's offset, so that its date reads as the local one. */
const localInstant = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+07:00')

const api = endpoint({
  POST: async (_actor, { request }) => {
    const { start, workingDays, workingHours, convention } = check(calculation, await readJson(request))
    const { calendar } = await rulesOf(db())
    const unit = workingDays === undefined ? 'hour' : 'day'
    const amount = workingDays ?? workingHours ?? 0
    const { due, dueOn, steps } = addWorkingTime({ start: instantOf(start), amount, unit, convention, calendar })
    const endsWithDay = unit === 'day' && convention !== 'C'
    return { due: endsWithDay ? dueOn : localInstant(due), dueAt: due.toISOString(), steps }
  },
})

export const loader = api.loader
export const action = api.action
