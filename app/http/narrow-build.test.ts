import { expect, test } from 'vitest'
import { sectionOf } from './narrow-build.ts'

test.each([
  ['/', ''],
  ['/_root.data', ''],
  ['/work', 'work'],
  ['/work.data', 'work'],
  ['/WORK/', 'work'],
  ['/issues/KN26-00001.data', 'issues'],
  ['/api/v1/openapi.json', 'api'],
])('%s lies in section «%s»', (path, section) => {
  expect(sectionOf(path)).toBe(section)
})
