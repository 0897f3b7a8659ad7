import { expect, test } from 'vitest'
import type { RecordedIssue } from '#db/queries/conference-record.ts'
import { hallCourse } from './hall-course.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 3, 5, 2, minute))
const issue = (id: number, of: Partial<RecordedIssue>) =>
  ({ id, commentId: id, channel: 'hall', saidAt: null, receivedAt: at(59), onTheSpot: false, answer: null, promises: [], ...of }) as unknown as RecordedIssue

test('what was said comes in the order in which it was said, also where it reached the register in another', () => {
  const course = hallCourse([issue(1, { saidAt: at(30), receivedAt: at(31) }), issue(2, { saidAt: at(10), receivedAt: at(50) }), issue(3, { receivedAt: at(20) })])
  expect(course.map(({ id }) => id)).toEqual([2, 3, 1])
})

test('of what had been filed before, only what was answered or promised aloud is part of it, at that moment', () => {
  const answer = { issuedAt: at(15).toISOString() } as RecordedIssue['answer']
  const promised = [{ saidAt: at(5).toISOString() }, { saidAt: null }] as RecordedIssue['promises']
  const course = hallCourse([issue(1, { channel: 'annex' }), issue(2, { channel: 'annex', onTheSpot: true, answer }), issue(3, { channel: 'form', answer }), issue(4, { channel: 'annex', promises: promised })])
  expect(course.map(({ id, at }) => [id, at])).toEqual([[4, at(5)], [2, at(15)]])
})

test('the parts of one comment follow each other, and the first of them opens it', () => {
  const course = hallCourse([issue(1, { saidAt: at(10) }), issue(2, { commentId: 1, saidAt: at(10) }), issue(3, { saidAt: at(10) })])
  expect(course.map(({ id, opens }) => [id, opens])).toEqual([[1, true], [2, false], [3, true]])
})
