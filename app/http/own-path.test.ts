import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test.each(['/', '/issues/7?tab=story', '/tim-kiem?q=đất'])('%s is ours', (path) => {
  expect(decodeURI(ownPath(path))).toBe(path)
})

test.each(['//evil.test', '/\\evil.test', 'https://evil.test', 'javascript:alert(1)', '', null, '/a\\b', '/\t/evil.test', '/.//evil.test'])(
  '%j could lead elsewhere and becomes the start page',
  (path) => {
    expect(new URL(ownPath(path), 'http://here.test').host).toBe('here.test')
  },
)
