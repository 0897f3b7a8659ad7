import { expect, test } from 'vitest'
import { scoreOf } from '#tests/support/labelled-minutes.ts'

const percent = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10

// what was reached on each style; a change of the cues may not fall below it
test.each([
  ['danh-so', 'numbered minutes', { precision: 100, recall: 100, exact: 100, speakers: 100 }],
  ['thu-tong-hop', 'a summary letter', { precision: 100, recall: 100, exact: 100, speakers: 100 }],
  ['ghi-nhanh', 'notes that run together, in NFD', { precision: 100, recall: 100, exact: 100, speakers: 100 }],
  ['giu-rieng', 'held out: labelled before the cues were written, never tuned on', { precision: 94, recall: 100, exact: 100, speakers: 100 }],
])('%s (%s) is read as well as before', (name, style, least) => {
  const { comments, found, right, exact, named, matched } = scoreOf(name)
  const reached = { precision: percent(right, found), recall: percent(right, comments), exact: percent(exact, comments), speakers: percent(matched, named) }
  console.log(`${name} (${style}): ${comments} comments, ${found} proposed; begins right: precision ${reached.precision} %, recall ${reached.recall} %; whole right ${reached.exact} %; speakers ${reached.speakers} %`)
  for (const [measure, value] of Object.entries(least)) expect(reached[measure as keyof typeof reached], measure).toBeGreaterThanOrEqual(value)
})
