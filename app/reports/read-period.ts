import { z } from 'zod'
import type { FieldErrors } from '#app/i18n/message.ts'
import { checkForm, type Values } from '#app/ui/check-form.ts'
import { namesRealDay } from '#workflows/deadlines/local-day.ts'
import { daysOf, isPeriod, type Days, type Period } from '#workflows/reports/periods.ts'

const isDay = (text: string) => /^(19[789]|20|21)\d{2}-\d{2}-\d{2}$/.test(text) && namesRealDay(text)
export const optionalDay = z.string().trim().refine((text) => text === '' || isDay(text), 'date').transform((text) => text || undefined).optional()

const ownDays = z.object({ from: optionalDay, to: optionalDay })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'overview:period.turned' })

/** `typed` and `errors` are of days that could not be read; the page then shows its usual period. */
export type AskedPeriod = { name: Period | 'own'; days: Days; typed: Values; errors: FieldErrors }

/** The form of an address, read as a posted one would be. */
export function formOf(params: URLSearchParams, names: readonly string[]): FormData {
  const form = new FormData()
  for (const name of names) form.set(name, params.get(name) ?? '')
  return form
}

/** A period as it stands in an address: one with a name, or its own days, typed as on paper or not. */
export function readPeriod(params: URLSearchParams, today: string): AskedPeriod {
  const name = params.get('period')
  const usual = isPeriod(name) ? name : 'year'
  const named: AskedPeriod = { name: usual, days: daysOf(usual, today), typed: {}, errors: {} }
  if (!params.get('from') && !params.get('to')) return named
  const read = checkForm(ownDays, formOf(params, ['from', 'to']))
  return read.ok
    ? { name: 'own', days: { ...(read.data.from && { from: read.data.from }), ...(read.data.to && { to: read.data.to }) }, typed: {}, errors: {} }
    : { ...named, name: 'own', typed: read.values, errors: read.errors }
}
