import { expect, test } from 'vitest'
import { givenNameKey } from './names.ts'

test('people sort by given name, then by family and middle names', () => {
  const people = ['Trần Thị Đào', 'Nguyễn Văn An', 'Lê Văn Bình', 'Đỗ Minh An', 'Phạm Dung']
  const sorted = people.toSorted((a, b) => givenNameKey(a).localeCompare(givenNameKey(b), 'vi'))
  expect(sorted).toEqual(['Đỗ Minh An', 'Nguyễn Văn An', 'Lê Văn Bình', 'Phạm Dung', 'Trần Thị Đào'])
})

test('one word is its own key and spaces do not matter', () => {
  expect(givenNameKey('  An ')).toBe('An')
  expect(givenNameKey('')).toBe('')
})
