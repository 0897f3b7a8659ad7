import { expect, test } from 'vitest'
import en from '#app/i18n/en/imports.json' with { type: 'json' }
import vi from '#app/i18n/vi/imports.json' with { type: 'json' }
import type { RefusalKey } from '../import-refused.ts'
import { problemKeys } from './problem-keys.ts'
import { fields } from './proposal.ts'

const refusals = {
  refusedEmpty: [],
  refusedOldExcel: [],
  refusedEncrypted: [],
  refusedBinaryExcel: [],
  refusedNotTable: [],
  refusedDamaged: [],
  refusedBomb: [],
  refusedTooBig: ['megabytes'],
  refusedTooManyRows: ['rows'],
  refusedTooManyColumns: ['columns'],
  refusedTooSlow: [],
  refusedQuoteNotClosed: ['line'],
  refusedOldWord: [],
  refusedNotMinutes: [],
  refusedDamagedText: [],
  refusedTooLong: ['characters'],
  refusedTooSlowText: [],
} satisfies Record<RefusalKey, string[]>
const fieldKeys = fields.map((field) => `field${field.slice(0, 1).toUpperCase()}${field.slice(1)}`)
const keys = [...problemKeys, ...Object.keys(refusals), ...fieldKeys]
const parameters = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort()

test.each(keys)('%s is said in both languages with the same parameters', (key) => {
  const texts = [vi, en].map((language) => (language as Record<string, unknown>)[key])
  expect(texts).toEqual([expect.any(String), expect.any(String)])
  expect(parameters(texts[0] as string)).toEqual(parameters(texts[1] as string))
})

test.each(Object.entries(refusals))('%s asks for the parameters it is refused with', (key, params) => {
  expect(parameters((vi as Record<string, unknown>)[key] as string)).toEqual(params.map((name) => `{{${name}}}`))
})
