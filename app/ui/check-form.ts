import { z } from 'zod'
import type { FieldErrors, Message, Params } from '#app/i18n/message.ts'
import { clean } from '#workflows/text/nfc.ts'
import { typedDay } from './typed-day.ts'

export type FormSchema = z.ZodType
/** What was sent, to fill the form again. */
export type Values = Record<string, string | string[]>
export type Refusal = { ok: false; errors: FieldErrors; values: Values }
type Checked<S extends FormSchema> = { ok: true; data: z.output<S> } | Refusal

type Shape = Record<string, z.core.$ZodType>

export const mostFields = 1_000
const longest = 200_000
const unsafeNames = ['__proto__', 'constructor', 'prototype']

// Zod compiles schemas with `new Function` where it may; the page's policy forbids that and would report the attempt.
if (typeof document !== 'undefined') z.config({ jitless: true })

/**
 * Reads a form by its schema, in the browser as on the server. Only names the schema knows are read; a text is cleaned
 * (NFC, line ends); a name sent twice is an error unless the schema wants a list. The first error of a field is kept.
 */
export function checkForm<S extends FormSchema>(schema: S, form: FormData): Checked<S> {
  const names = [...form.keys()]
  if (names.length > mostFields) return { ok: false, errors: { '': { key: 'common:invalid.tooManyFields' } }, values: {} }
  if (names.some((name) => unsafeNames.includes(name))) {
    return { ok: false, errors: { '': { key: 'common:invalid.fieldName' } }, values: {} }
  }
  const { raw, values, errors } = readFields(shapeOf(schema), form)
  const parsed = parse(schema, raw)
  if (parsed.success && Object.keys(errors).length === 0) return { ok: true, data: parsed.data }
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0] ?? '')] ??= messageOf(issue)
  return { ok: false, errors, values }
}

/** A date may be typed as on paper: where the schema refuses 26/4/2024 and takes 2024-04-26, that is what was meant. */
function parse<S extends FormSchema>(schema: S, raw: Record<string, unknown>) {
  const first = schema.safeParse(raw)
  const again = { ...raw }
  for (const { path } of first.error?.issues ?? []) {
    const name = String(path[0])
    const day = typedDay(raw[name])
    if (day) again[name] = day
  }
  const second = first.success ? first : schema.safeParse(again)
  return second.success || (second.error?.issues.length ?? 0) < (first.error?.issues.length ?? 0) ? second : first
}

function readFields(shape: Shape, form: FormData) {
  const raw: Record<string, unknown> = {}
  const values: Values = {}
  const errors: FieldErrors = {}
  for (const [name, field] of Object.entries(shape)) {
    const sent = form.getAll(name)
    const list = isList(field)
    const texts = sent.filter((value) => typeof value === 'string')
    if (sent.length > 1 && !list) errors[name] = { key: 'common:invalid.twice' }
    const read = sent.map((value) => (typeof value === 'string' ? readText(value) : { value }))
    const wrong = read.find((one) => 'error' in one)
    if (wrong && 'error' in wrong) errors[name] ??= wrong.error
    const cleaned = read.map((one) => ('value' in one ? one.value : ''))
    if (sent.length > 0 || list) raw[name] = list ? cleaned : cleaned[0]
    if (texts.length > 0 && !isSecret(name)) values[name] = list ? texts : (texts[0] ?? '')
  }
  return { raw, values, errors }
}

/** A password is never sent back to the page. */
const isSecret = (name: string) => /password|secret/i.test(name)

function readText(text: string): { value: string } | { error: Message } {
  if (text.length > longest) return { error: { key: 'common:invalid.tooLong', params: { max: longest } } }
  const cleaned = clean(text)
  return cleaned.ok ? { value: cleaned.text } : { error: { key: 'common:invalid.characters' } }
}

/** The fields a schema knows; those of every branch where it has several. */
function shapeOf(schema: z.core.$ZodType): Shape {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'object') return def.shape
  if (def.type === 'union') return Object.assign({}, ...def.options.map(shapeOf)) as Shape
  if (def.type === 'intersection') return { ...shapeOf(def.left), ...shapeOf(def.right) }
  if (def.type === 'pipe') return { ...shapeOf(def.in), ...shapeOf(def.out) }
  return {}
}

function isList(schema: z.core.$ZodType): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'array' || def.type === 'set') return true
  if (def.type === 'pipe') return isList(def.in) || isList(def.out)
  return 'innerType' in def ? isList(def.innerType as z.core.$ZodType) : false
}

/** A schema's own message is a key («required» or «issues:form.text»); Zod's English is replaced by kind. */
export function messageOf(issue: z.core.$ZodIssue): Message {
  if (/^[\w-]+:[\w.]+$/.test(issue.message)) return { key: issue.message, params: boundsOf(issue) }
  if (/^\w+$/.test(issue.message)) return { key: `common:invalid.${issue.message}`, params: boundsOf(issue) }
  return { key: `common:invalid.${kindOf(issue)}`, params: boundsOf(issue) }
}

function kindOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected === 'number' ? 'number' : 'required'
  if (issue.code === 'invalid_value') return 'choose'
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'tooLong' : 'tooBig'
  if (issue.code === 'too_small' && issue.origin === 'string') return Number(issue.minimum) <= 1 ? 'required' : 'tooShort'
  if (issue.code === 'too_small') return issue.origin === 'array' ? 'choose' : 'tooSmall'
  if (issue.code === 'invalid_format') return issue.format === 'email' ? 'email' : 'other'
  return 'other'
}

function boundsOf(issue: z.core.$ZodIssue): Params | undefined {
  if (issue.code === 'too_big') return { max: Number(issue.maximum) }
  if (issue.code === 'too_small') return { min: Number(issue.minimum) }
  return undefined
}
