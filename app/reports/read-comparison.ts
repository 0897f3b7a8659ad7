import { z } from 'zod'
import type { FieldErrors } from '#app/i18n/message.ts'
import { checkForm, type Values } from '#app/ui/check-form.ts'
import { groupings, type Grouping } from '#workflows/reports/groupings.ts'
import { runningAndBefore, type Days } from '#workflows/reports/periods.ts'
import { formOf, optionalDay } from './read-period.ts'

export const comparable = ['month', 'quarter', 'year'] as const
/** `then`: each period as it stood at its own end; `now`: both as they stand today. */
export const countings = ['then', 'now'] as const
/** Months of two periods have nothing in common. */
export const comparedBy = groupings.filter((one) => one !== 'month')

const names = ['from', 'to', 'beforeFrom', 'beforeTo'] as const
const ownDays = z.object({ from: optionalDay, to: optionalDay, beforeFrom: optionalDay, beforeTo: optionalDay })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'overview:period.turned' })
  .refine(({ beforeFrom, beforeTo }) => !beforeFrom || !beforeTo || beforeFrom <= beforeTo, { path: ['beforeTo'], message: 'overview:period.turned' })

export type Comparison = {
  period: (typeof comparable)[number] | 'own'
  now: Days
  before: Days
  counting: (typeof countings)[number]
  by: Grouping | undefined
  typed: Values
  errors: FieldErrors
}

/** Two periods as they stand in an address: a running one beside as much of the one before, or own days, an open end going on. */
export function readComparison(params: URLSearchParams, today: string): Comparison {
  const period = comparable.find((one) => one === params.get('period')) ?? 'year'
  const how = {
    counting: countings.find((one) => one === params.get('counting')) ?? ('then' as const),
    by: comparedBy.find((one) => one === params.get('by')),
  }
  const usual = { ...how, period, ...runningAndBefore(period, today), typed: {}, errors: {} }
  if (names.every((name) => !params.get(name))) return usual
  const read = checkForm(ownDays, formOf(params, names))
  if (!read.ok) return { ...usual, period: 'own', typed: read.values, errors: read.errors }
  const { from, to, beforeFrom, beforeTo } = read.data
  return { ...usual, period: 'own', now: days(from, to), before: days(beforeFrom, beforeTo) }
}

const days = (from: string | undefined, to: string | undefined): Days => ({ ...(from && { from }), ...(to && { to }) })
