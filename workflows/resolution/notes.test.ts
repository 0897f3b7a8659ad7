import { expect, test } from 'vitest'
import { mayWriteNote } from './notes.ts'
import { a } from './sample-moves.ts'

const issue = { leadUnit: 'STNMT', coordinatingUnits: ['STC'] }

test.each([
  ['an officer of the lead unit', a('officer', 'STNMT'), true],
  ['the head of the lead unit', a('head', 'STNMT'), true],
  ['an officer of a coordinating unit', a('officer', 'STC'), true],
  ['the head of a coordinating unit', a('head', 'STC'), true],
  ['the coordinating office', a('coordinator', 'VPUB'), true],
  ['an officer of another unit', a('officer', 'SXD'), false],
  ['an officer of no unit', a('officer', null), false],
  ['the secretary', a('secretary', 'VPUB'), false],
  ['the leader', a('leader', 'VPUB'), false],
  ['the auditor', a('auditor'), false],
  ['the administrator', a('admin'), false],
  ['the enterprise', a('enterprise'), false],
  ['an association', a('association'), false],
])('%s may write a note only where working on the issue', (_, by, may) => expect(mayWriteNote(issue, by)).toBe(may))

test('before an issue is routed only the coordinating office writes notes', () => {
  expect(mayWriteNote({ leadUnit: null, coordinatingUnits: [] }, a('officer', null))).toBe(false)
  expect(mayWriteNote({ leadUnit: null, coordinatingUnits: [] }, a('coordinator', 'VPUB'))).toBe(true)
})
