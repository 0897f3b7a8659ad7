import { data } from '@remix-run/node'
import type { z } from 'zod'
import { checkForm, mostFields, type FormSchema, type Refusal } from '#app/ui/check-form.ts'
import { Invalid } from './errors.ts'

type Parsed<S extends FormSchema> = { ok: true; data: z.output<S>; idempotencyKey: string | undefined } | Refusal

/** The fields of a request. Throws `Invalid` where the body is no form at all, or one that no page of ours has. */
export async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => refuse('common:invalid.unreadable'))
  return [...form.keys()].length > mostFields ? refuse('common:invalid.tooManyFields') : form
}

function refuse(key: string): never {
  throw new Invalid({ '': { key } }, { key })
}

/**
 * The form of a request, or one already read, checked by its schema. Whatever a hostile client sends ends as errors by
 * field (the empty name is the form as a whole) or as a thrown `Invalid`. `idempotencyKey` is the one of the page.
 */
export async function parseForm<S extends FormSchema>(source: Request | FormData, schema: S): Promise<Parsed<S>> {
  const form = source instanceof FormData ? source : await readForm(source)
  const checked = checkForm(schema, form)
  if (!checked.ok) return checked
  const key = form.get('idempotencyKey')
  const idempotencyKey = typeof key === 'string' && /^[\w.:-]{8,200}$/.test(key) ? key : undefined
  return { ok: true, data: checked.data, idempotencyKey }
}

/** What an action returns for a form that does not pass: the same page again, with all that was typed. */
export function invalidForm({ errors, values }: Omit<Refusal, 'ok'>) {
  return data({ errors, values }, 422)
}
