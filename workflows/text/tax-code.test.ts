import { expect, test } from 'vitest'
import { readTaxCode } from './tax-code.ts'

test.each(['0100109106', '0100 109 106', '0100.109.106', "'0100109106"])('%s is an enterprise', (written) => {
  expect(readTaxCode(written)).toEqual({ kind: 'enterprise', code: '0100109106' })
})

test.each(['0100109106-001', '0100109106001'])('%s is a branch', (written) => {
  expect(readTaxCode(written)).toEqual({ kind: 'branch', code: '0100109106-001' })
})

test('twelve digits are a personal number', () => {
  expect(readTaxCode('001099012345')).toEqual({ kind: 'personal', code: '001099012345' })
})

test('a lost zero is offered back when the check digit agrees, and only then', () => {
  expect(readTaxCode('100109106')).toEqual({ kind: 'zeroLost', code: '100109106', offer: '0100109106' })
  expect(readTaxCode('100109106-001')).toMatchObject({ kind: 'zeroLost', offer: '0100109106-001' })
  const wrong = readTaxCode('100109107')
  expect(wrong).toMatchObject({ kind: 'invalid', reason: { key: 'taxCodeLength', params: { digits: 9 } } })
})

test.each([
  ['0100109107', 'taxCodeCheck'],
  ['0100109107-001', 'taxCodeCheck'],
  ['123', 'taxCodeLength'],
  ['01001091O6', 'taxCodeLetters'],
])('%s is refused for %s', (written, key) => {
  expect(readTaxCode(written)).toMatchObject({ kind: 'invalid', reason: { key } })
})

test('changing any one digit of a right code breaks it', () => {
  const right = '0100109106'
  for (let place = 0; place < right.length; place++) {
    for (let digit = 0; digit < 10; digit++) {
      const changed = right.slice(0, place) + digit + right.slice(place + 1)
      expect(readTaxCode(changed).kind).toBe(changed === right ? 'enterprise' : 'invalid')
    }
  }
})

test('nothing written is empty', () => expect(readTaxCode(' - ')).toEqual({ kind: 'empty' }))
