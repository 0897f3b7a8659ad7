import { expect, test } from 'vitest'
import { withoutPadding } from './without-padding.ts'

test.each([
  ['at its end', 'Đơn vị\0\0'],
  ['between two letters', 'Đơn\0 v\0\0ị'],
  ['nowhere', 'Đơn vị'],
])('a page with zero bytes %s is the page without them', (_where, page) => {
  expect(withoutPadding(Buffer.from(page)).toString()).toBe('Đơn vị')
})
