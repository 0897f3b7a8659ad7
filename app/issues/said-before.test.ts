import { expect, test } from 'vitest'
import type { StoryEvent } from '#db/queries/issue-story.ts'
import { lastAskedBy, saidBefore } from './said-before.ts'

const event = (move: string, note: string | null = null, payload: unknown = {}): StoryEvent => ({
  seq: 1, move, from: 'routed', to: 'received', at: new Date('2025-03-10T03:00:00Z'), personId: 1, personName: 'Lan', role: 'officer',
  onBehalfOf: null, unit: 'SXD', unitName: 'Sở Xây dựng', note, payload, hash: '',
} as StoryEvent)
const nobodyAsked = { opinions: [], unit: 'SXD', leadUnit: 'Sở Tài chính' }

test('who routes anew reads why it was handed back; after that it is settled', () => {
  const events = [event('route'), event('handBack', 'Thuộc Sở Công Thương.', { competentUnit: 'SCT' })]
  expect(saidBefore('route', { ...nobodyAsked, events })).toMatchObject({ move: 'handBack', by: 'Sở Xây dựng', text: 'Thuộc Sở Công Thương.' })
  expect(lastAskedBy('route', events)?.payload).toEqual({ competentUnit: 'SCT' })
  expect(saidBefore('route', { ...nobodyAsked, events: [...events, event('route')] })).toBeNull()
})

test('who writes again reads what was sent back with, until the next text is handed in', () => {
  const events = [event('submitAnswer'), event('returnForRedraft', 'Nêu số biên bản.')]
  expect(saidBefore('submitAnswer', { ...nobodyAsked, events })).toMatchObject({ move: 'returnForRedraft', text: 'Nêu số biên bản.' })
  expect(saidBefore('submitAnswer', { ...nobodyAsked, events: [...events, event('submitAnswer', 'Kính trình.')] })).toBeNull()
})

test('a unit that was asked reads its own question beside its opinion, and another one nothing', () => {
  const opinions = [{
    id: 1, unit: 'SXD', state: 'requested' as const, question: 'Giá đất nào?', askedAt: '2025-03-10T03:00:00Z', dueAt: '2025-03-17T10:00:00Z',
    text: null, givenBy: null, givenAt: null, cancelReason: null,
  }]
  expect(saidBefore('giveOpinion', { ...nobodyAsked, opinions, events: [] })).toMatchObject({ by: 'Sở Tài chính', text: 'Giá đất nào?' })
  expect(saidBefore('giveOpinion', { ...nobodyAsked, opinions, unit: 'STC', events: [] })).toBeNull()
})
