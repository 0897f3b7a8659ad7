import { z } from 'zod'
import { check, endpoint, readJson } from '#app/api/endpoint.server.ts'
import { db } from '#app/http/database.server.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { addWorkingTime, longestTerm } from '#workflows/deadlines/working-time.ts'

/** A date alone is that day from its beginning in Hanoi. */
const fromMidnight = (value: string) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00+07:00` : value)
const instant = z
  .string()
  .transform((value) => new Date(fromMidnight(value)))
  .refine((date) => date.getUTCFullYear() >= 1976 && date.getUTCFullYear() < 2190, 'date')

/** With Hanoi's offset, so that its date reads as the local one. */
const localInstant = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+07:00')

const question = z
  .object({
    start: instant,
    workingDays: z.int('number').min(1, 'number').max(longestTerm.day, 'number').optional(),
    workingHours: z.number('number').gt(0, 'number').max(longestTerm.hour, 'number').optional(),
    convention: z.enum(['A', 'B', 'C']).default('A'),
  })
  .refine((of) => (of.workingDays === undefined) !== (of.workingHours === undefined), { path: ['workingDays'], message: 'required' })

export const { loader, action } = endpoint({
  POST: async (_actor, { request }) => {
    const { start, workingDays, workingHours, convention } = check(question, await readJson(request))
    const { calendar } = await rulesOf(db())
    const unit = workingDays === undefined ? 'hour' : 'day'
    const amount = workingDays ?? workingHours ?? 0
    const { due, dueOn, steps } = addWorkingTime({ start, amount, unit, convention, calendar })
    const endsWithDay = unit === 'day' && convention !== 'C'
    return { due: endsWithDay ? dueOn : localInstant(due), dueAt: due.toISOString(), steps }
  },
})
