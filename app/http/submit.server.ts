import { redirect } from '@remix-run/node'
import type { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import type { FormSchema, Values } from '#app/ui/check-form.ts'
import type { Db } from '#db/client.ts'
import { db } from './database.server.ts'
import { isExpected, type Invalid } from './errors.ts'
import { invalidForm, parseForm } from './form.server.ts'
import { once } from './once.server.ts'
import { refusedForm } from './refused-form.server.ts'

/**
 * The usual action of a form: check it, do the work once for its key, go to the address the work returns. What the use
 * case finds wrong comes back at the field like what the schema finds, with all that was typed.
 */
export async function submit<S extends FormSchema>(
  form: FormData,
  by: Actor,
  schema: S,
  work: (tx: Db, data: z.output<S>) => Promise<string>,
) {
  const parsed = await parseForm(form, schema)
  if (!parsed.ok) return invalidForm(parsed)
  const { data, idempotencyKey: key } = parsed
  const go = () => once(db(), { personId: by.personId, key, body: data }, (tx) => work(tx, data))
  return orAtField(form, async () => redirect(await go(), 303))
}

/** The same where the use case may say no: its reason stands on the same page, with all that was typed. */
export async function submitOrSay<S extends FormSchema>(form: FormData, by: Actor, schema: S, work: (tx: Db, data: z.output<S>) => Promise<string>) {
  try {
    return await submit(form, by, schema, work)
  } catch (error) {
    return refusedForm(error, valuesOf(form))
  }
}

/** Runs the work of a form; an `Invalid` becomes errors at its fields. */
export async function orAtField<T>(form: FormData, work: () => Promise<T>) {
  try {
    return await work()
  } catch (error) {
    if (isExpected(error) && error.status === 422) return invalidForm({ errors: (error as Invalid).fields, values: valuesOf(form) })
    throw error
  }
}

/** What was typed, but for passwords. */
function valuesOf(form: FormData): Values {
  const names = [...new Set(form.keys())].filter((name) => !/password|secret/i.test(name))
  return Object.fromEntries(names.map((name) => {
    const texts = form.getAll(name).filter((value) => typeof value === 'string')
    return [name, texts.length === 1 ? texts[0]! : texts]
  }))
}
