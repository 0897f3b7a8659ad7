import { expect, test } from 'vitest'
import type { RecordedIssue, RecordedPromise } from '#db/queries/conference-record.ts'
import { owedByUnit, promisesByUnit } from './by-unit.ts'

const issue = (of: Partial<RecordedIssue>) => ({ promises: [], line: 'owed', leadUnit: 'A', overdue: false, ...of }) as unknown as RecordedIssue
const promise = (of: Partial<RecordedPromise>) => ({ ownerUnit: 'A', state: 'promised', firstDueOn: '2026-05-01', dueOn: '2026-05-01', doneOn: null, ...of }) as RecordedPromise

test('what is owed is counted by the unit that leads, the most first, and of it what is overdue', () => {
  const issues = [issue({}), issue({ leadUnit: 'B' }), issue({ leadUnit: 'B', overdue: true }), issue({ leadUnit: null }), issue({ line: 'after', leadUnit: 'C' })]
  expect(owedByUnit(issues)).toEqual([{ unit: 'B', owed: 2, overdue: 1 }, { unit: null, owed: 1, overdue: 0 }, { unit: 'A', owed: 1, overdue: 0 }])
})

test('each promise stands in one column; in time is by the first date given, late by the last one granted', () => {
  const promises = [
    promise({ state: 'done', doneOn: '2026-05-01' }), promise({ state: 'confirmed', dueOn: '2026-06-01', doneOn: '2026-05-20' }), promise({ state: 'slipped', dueOn: '2026-06-15' }),
    promise({}), promise({ state: 'broken' }),
  ]
  const [row] = promisesByUnit([issue({ promises })], '2026-06-15')
  expect(row).toEqual({ unit: 'A', made: 5, inTime: 1, doneLate: 1, running: 1, late: 1, broken: 1 })
})
