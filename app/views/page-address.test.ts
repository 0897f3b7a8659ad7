import { expect, test } from 'vitest'
import { addressOf, readPageAddress } from './page-address.ts'

const kept = (text: string) => {
  const read = readPageAddress(text)
  return read && addressOf(read)
}

test('one filter has one address, whatever way one came to it', () => {
  const one = kept('/issues?unit=STC&state=routed&q=&cursor=77')
  expect(one).toBe('/issues?state=routed&unit=STC')
  expect(kept('/issues?state=routed&unit=STC#top')).toBe(one)
})

test('the moment at which a figure was counted is dropped, a day that was chosen stays', () => {
  expect(kept('/issues?box=open&asOf=2026-11-22T03:04:05.678Z')).toBe('/issues?box=open')
  expect(kept('/issues?box=open&asOf=2026-10-31')).toBe('/issues?asOf=2026-10-31&box=open')
  expect(readPageAddress('/issues?asOf=2026-11-22T03:04:05.678Z', (asOf) => asOf)?.params.get('asOf')).toBe('2026-11-22T03:04:05.678Z')
  expect(kept('/reports/resolution?asOf=2026-10-31T16%3A59%3A59.999Z&by=unit')).toBe('/reports/resolution?asOf=2026-10-31&by=unit')
})

test.each(['/reports', '/reports/open?by=unit', '/commitments?state=overdue', '/directives?box=done', '/upward'])('%s can be kept', (address) => {
  expect(kept(address)).toBe(address)
})

test.each([
  '//evil.test/issues', 'https://evil.test/issues', '/issues/KN26-1', '/admin/people', '/reports/../admin', '/sign-out', 'javascript:alert(1)', '', '/issues\u0000',
  `/issues?q=${'x'.repeat(1500)}`,
])('%j is no page whose filter is kept', (address) => {
  expect(readPageAddress(address)).toBeUndefined()
})
