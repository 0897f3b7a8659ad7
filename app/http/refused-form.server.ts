import { data } from '@remix-run/node'
import type { Values } from '#app/ui/check-form.ts'
import type { FieldErrors } from '#app/i18n/message.ts'
import { isExpected } from './errors.ts'

/**
 * What an action returns where its use case said no, or somebody was first: the same page with the reason in words and
 * all that was typed. What is not there at all, and every bug, goes on being thrown.
 */
export function refusedForm(error: unknown, values: Values) {
  if (!isExpected(error) || error.status === 404) throw error
  const errors: FieldErrors = 'fields' in error ? (error.fields as FieldErrors) : { '': error.reason }
  return data({ errors, values }, error.status)
}
