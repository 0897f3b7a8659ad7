import { expect, test } from 'vitest'
import { assembleTasks } from './assemble.ts'

const promise = (commitmentId: number, dueOn: string, issueId = commitmentId) =>
  ({ commitmentId, text: `Lời hứa ${commitmentId}`, ownerUnit: 'STNMT', coordinatingUnits: ['STNMT', 'STC'], dueOn, issueId })
const owed = (issueId: number, leadUnit: string, coordinatingUnits: string[] = []) => ({ issueId, code: `KN24-${issueId}`, leadUnit, coordinatingUnits })

test('promises come first in the order of their dates, in the words that were said', () => {
  const tasks = assembleTasks([promise(1, '2024-06-30'), promise(2, '2024-05-31')], [])
  expect(tasks).toEqual([
    { commitmentId: 2, text: 'Lời hứa 2', leadUnit: 'STNMT', coordinatingUnits: ['STC'], dueOn: '2024-05-31', issueIds: [2] },
    { commitmentId: 1, text: 'Lời hứa 1', leadUnit: 'STNMT', coordinatingUnits: ['STC'], dueOn: '2024-06-30', issueIds: [1] },
  ])
})

test('all the answers that a unit owes are one task, without those that a promise already settles', () => {
  const tasks = assembleTasks([promise(1, '2024-06-30', 9)], [owed(9, 'STNMT'), owed(3, 'SXD', ['STC']), owed(4, 'SXD', ['SXD', 'SKHDT']), owed(5, 'BQL')])
  expect(tasks.slice(1)).toEqual([
    { commitmentId: null, leadUnit: 'BQL', coordinatingUnits: [], dueOn: null, codes: ['KN24-5'], issueIds: [5] },
    { commitmentId: null, leadUnit: 'SXD', coordinatingUnits: ['SKHDT', 'STC'], dueOn: null, codes: ['KN24-3', 'KN24-4'], issueIds: [3, 4] },
  ])
})
