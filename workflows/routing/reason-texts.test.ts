import { describe, expect, test } from 'vitest'
import { shippedKnowledge, shippedSource } from '#tests/support/routing-knowledge.ts'
import en from '#app/i18n/en/routing.json' with { type: 'json' }
import vi from '#app/i18n/vi/routing.json' with { type: 'json' }
import { LEXICON } from './lexicon/all.ts'
import { OWNERS } from './lexicon/owners.ts'
import { nameReason } from './name-reason.ts'
import { suggest } from './suggest.ts'

const texts: Record<string, Record<string, string>> = { vi, en }
const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!)

/** Every owner's words under every topic, every precedent, in and out of a park, before and after the mergers. */
const heard = [
  ...shippedSource.precedents.map(({ text }) => text),
  ...OWNERS.flatMap(({ words, topics }) => words.map((word) => `${word}. ${LEXICON[topics[0]!]?.strong?.[0] ?? ''}`)),
].flatMap((text, at) => {
  const given = [
    { on: '2024-04-05' },
    { on: '2025-02-01', zone: 'KCN Nội Bài', group: 'land', proposedUnit: 'Sở Xây dựng' },
    { on: '2025-08-01', district: 'Mê Linh' },
  ][at % 3]!
  const { reasons, alternatives } = suggest({ text, ...given }, shippedKnowledge)
  return [...reasons, ...alternatives.flatMap((one) => one.reasons)]
})

describe.each(['vi', 'en'])('the reasons in %s', (language) => {
  test('each have a text, and all that the text needs', () => {
    const lacking = heard.filter(
      ({ key, params }) => !texts[language]![key] || slots(texts[language]![key]!).some((name) => !(name in params)),
    )
    expect([...new Set(lacking.map(({ key }) => key))]).toEqual([])
  })

  test('have a text for every owner', () => {
    expect(OWNERS.map(({ reason }) => reason).filter((key) => !texts[language]![key])).toEqual([])
  })
})

test('most kinds of reason occur among the shipped petitions', () => {
  const unheard = Object.keys(vi).filter((key) => !heard.some((reason) => reason.key === key))
  expect(unheard.length).toBeLessThan(6)
})

test('codes of units and topics give way to names; an unknown code stays', () => {
  const names = { unit: (code: string) => (code === 'SCT' ? 'Sở Công Thương' : undefined), topic: () => 'Cấp điện' }
  expect(nameReason({ key: 'precedents', params: { count: 2, unit: 'SCT', topic: 'support.power' } }, names)).toEqual({
    key: 'precedents',
    params: { count: 2, unit: 'Sở Công Thương', topic: 'Cấp điện' },
  })
  expect(nameReason({ key: 'topicLead', params: { unit: 'GONE' } }, names).params).toEqual({ unit: 'GONE' })
})
