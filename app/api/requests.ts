import { z } from 'zod'
import { boxNames } from '#workflows/reports/boxes.ts'
import { parts } from '#workflows/reports/parts.ts'
import { groupings } from '#workflows/reports/groupings.ts'
import { namesRealDay } from '#workflows/deadlines/local-day.ts'
import { longestTerm } from '#workflows/deadlines/working-time.ts'
import { issueStates } from '#workflows/resolution/states.ts'

/** What the API is asked, one schema for the check and for the description. */
const code = z.string().trim().max(60, 'tooLong')
const instantOrDay = z.string().max(40, 'tooLong').refine((value) => countable(new Date(value)) && namesRealDay(value), 'date')
const countable = (date: Date) => date.getUTCFullYear() >= 1976 && date.getUTCFullYear() < 2190
const yes = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1')
const number = z.string().regex(/^\d{1,15}$/, 'number').transform(Number)

const paging = {
  limit: z.string().regex(/^\d{1,4}$/, 'number').transform(Number).refine((n) => n >= 1 && n <= 200, 'number').default(50),
  cursor: z.string().max(40, 'tooLong').optional(),
}
export const pageQuery = z.object(paging)

export const issueQuery = z.object({
  conference: number.optional(),
  group: code.optional(),
  topic: code.optional(),
  unit: code.optional(),
  state: z.enum(issueStates).optional(),
  overdue: yes.optional(),
  q: z.string().trim().max(500, 'tooLong').optional(),
  box: z.enum(boxNames).optional(),
  part: z.enum(parts).optional().meta({ description: 'What part `partUnit` had in it; goes with `partUnit`' }),
  partUnit: code.optional(),
  asOf: instantOrDay.optional(),
  ...paging,
}).refine(({ part, partUnit }) => (part === undefined) === (partUnit === undefined), { path: ['partUnit'], message: 'required' })

export const newIssue = z.object({
  text: z.string().trim().min(1, 'required').max(20_000, 'tooLong'),
  conference: z.int().positive().nullish(),
  group: code.nullish(),
  topic: code.nullish(),
  enterprise: z
    .union([
      z.object({ id: z.int().positive() }),
      z.object({ name: z.string().trim().min(1, 'required').max(500, 'tooLong'), taxCode: z.string().trim().max(20, 'tooLong').nullish() }),
    ])
    .optional()
    .meta({ description: 'For whom; an enterprise files for itself and leaves it out' }),
})

export const suggestionRequest = z.object({
  text: z.string().trim().min(1, 'required').max(20_000, 'tooLong'),
  date: z.iso.date('date').optional().meta({ description: 'The units of that day; today when left out' }),
  group: code.nullish(),
  zone: z.string().max(300, 'tooLong').nullish(),
  district: z.string().max(300, 'tooLong').nullish(),
  unit: z.string().max(300, 'tooLong').nullish().meta({ description: 'The unit as an office proposed it, in its own words' }),
})

export const calculation = z
  .object({
    start: instantOrDay.meta({ description: 'An instant, or a day from its beginning in Hanoi' }),
    workingDays: z.int('number').min(1, 'number').max(longestTerm.day, 'number').optional(),
    workingHours: z.number('number').gt(0, 'number').max(longestTerm.hour, 'number').optional(),
    convention: z.enum(['A', 'B', 'C']).default('A'),
  })
  .refine((of) => (of.workingDays === undefined) !== (of.workingHours === undefined), { path: ['workingDays'], message: 'required' })

export const reportQuery = z.object({
  by: z.enum(groupings).default('group'),
  conference: number.optional(),
  group: code.optional(),
  topic: code.optional(),
  unit: code.optional(),
  coordinating: code.optional(),
  zone: z.string().max(200, 'tooLong').optional(),
  district: z.string().max(200, 'tooLong').optional(),
  from: z.iso.date('date').optional().meta({ description: 'Received on this day of Hanoi or later' }),
  to: z.iso.date('date').optional().meta({ description: 'Received on this day of Hanoi or earlier' }),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'date').optional(),
  asOf: instantOrDay.optional(),
})
