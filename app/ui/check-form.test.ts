import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { checkForm } from './check-form.ts'

const schema = z.object({
  title: z.string().trim().min(1, 'required').max(20, 'tooLong'),
  units: z.array(z.string()).max(3).optional(),
  dueOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'date').optional(),
  password: z.string().optional(),
})

function form(...fields: [string, string][]) {
  const made = new FormData()
  for (const [name, value] of fields) made.append(name, value)
  return made
}

const errorsOf = (...fields: [string, string][]) => {
  const checked = checkForm(schema, form(...fields))
  return checked.ok ? {} : checked.errors
}

describe('a form that is in order', () => {
  test('gives what the schema makes of it, composed and with plain line ends', () => {
    const checked = checkForm(schema, form(['title', ' Vu\u031bo\u031b\u0301ng\r\nma\u0306\u0301c '], ['units', 'STNMT']))
    expect(checked).toEqual({ ok: true, data: { title: 'Vướng\nmắc', units: ['STNMT'] } })
  })

  test.each(['26/4/2024', '26.04.2024', '26-04-2024', '26 4 2024', '26042024', '2024-04-26'])('takes the date %s', (typed) => {
    expect(checkForm(schema, form(['title', 'x'], ['dueOn', typed]))).toMatchObject({ data: { dueOn: '2024-04-26' } })
  })

  test('keeps a date that is a text', () => {
    expect(checkForm(schema, form(['title', '26/04/2024']))).toMatchObject({ data: { title: '26/04/2024' } })
  })

  test('takes lists as repeated fields, also behind a preprocessing step', () => {
    const preprocessed = z.object({ units: z.preprocess((value) => value, z.array(z.string())) })
    const checked = checkForm(preprocessed, form(['units', 'A'], ['units', 'B']))
    expect(checked).toEqual({ ok: true, data: { units: ['A', 'B'] } })
  })

  test('ignores names the schema does not know', () => {
    expect(checkForm(schema, form(['title', 'x'], ['role', 'admin']))).toEqual({ ok: true, data: { title: 'x', units: [] } })
  })
})

describe('a form that is not', () => {
  test('names the field and gives back what was typed, but no password', () => {
    const checked = checkForm(schema, form(['title', 'x'.repeat(21)], ['password', 'bí mật']))
    expect(checked).toEqual({
      ok: false,
      errors: { title: { key: 'common:invalid.tooLong', params: { max: 20 } } },
      values: { title: 'x'.repeat(21) },
    })
  })

  test('misses a field', () => {
    expect(errorsOf()).toEqual({ title: { key: 'common:invalid.required' } })
  })

  test('holds a NUL', () => {
    expect(errorsOf(['title', 'a\u0000b'])).toEqual({ title: { key: 'common:invalid.characters' } })
  })

  test('sends one field twice', () => {
    expect(errorsOf(['title', 'a'], ['title', 'b'])).toEqual({ title: { key: 'common:invalid.twice' } })
  })

  test('sends 10,000 fields', () => {
    const many = Array.from({ length: 10_000 }, (_, n): [string, string] => [`f${n}`, 'x'])
    expect(errorsOf(['title', 'x'], ...many)).toEqual({ '': { key: 'common:invalid.tooManyFields' } })
  })

  test.each(['__proto__', 'constructor', 'prototype'])('calls a field %s', (name) => {
    expect(errorsOf(['title', 'x'], [name, 'x'])).toEqual({ '': { key: 'common:invalid.fieldName' } })
  })

  test('holds ten million letters', () => {
    expect(errorsOf(['title', 'x'.repeat(10_000_000)])).toMatchObject({ title: { key: 'common:invalid.tooLong' } })
  })

  test('answers by the words of the schema where it has its own', () => {
    const own = z.object({ text: z.string().min(3, 'issues:form.textShort') })
    const checked = checkForm(own, form(['text', 'x']))
    expect(checked).toMatchObject({ errors: { text: { key: 'issues:form.textShort', params: { min: 3 } } } })
  })
})
