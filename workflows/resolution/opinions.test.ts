import { expect, test } from 'vitest'
import { advance } from './advance.ts'
import type { Move, Position } from './facts.ts'
import { moveSchemas } from './moves.ts'
import { closesOverOpinions, opinionsAfter, unitsAsked, unitsReleased } from './opinions.ts'
import { a, facts, make } from './sample-moves.ts'

const officer = a('officer', 'STNMT', 1)
const asked: Position = { state: 'inProgress', facts: facts({ leadUnit: 'STNMT', openOpinions: ['STC', 'SXD'] }) }
const step = (from: Position, move: Move) => {
  const made = advance(from, move)
  if (!made.ok) throw new Error(made.because)
  return made
}

test('several units are asked in one question, and a single one as other systems and older records say it', () => {
  expect(moveSchemas.requestOpinion.parse({ units: ['STC', 'SXD'], question: 'Giá?' })).toMatchObject({ units: ['STC', 'SXD'] })
  expect(unitsAsked(moveSchemas.requestOpinion.parse({ unit: 'STC', question: 'Giá?' }))).toEqual(['STC'])
  expect(moveSchemas.requestOpinion.safeParse({ units: '', unit: '', question: 'Giá?' }).error?.issues[0]).toMatchObject({ path: ['units'], message: 'choose' })
})

test('work that ends over open opinions takes them back when a reason is given', () => {
  const sent = step(asked, { ...make('submitAnswer', officer), overOpenOpinions: 'Đủ căn cứ' } as Move)
  expect(sent.to.facts.openOpinions).toEqual([])
  expect(unitsReleased(sent)).toEqual(['STC', 'SXD'])
})

test('an older record without that reason replays, and its opinions stay open', () => {
  const sent = step(asked, make('submitAnswer', officer))
  expect(sent.to.facts.openOpinions).toEqual(['STC', 'SXD'])
  expect(step(sent.to, make('giveOpinion', a('officer', 'STC', 5))).to.facts.openOpinions).toEqual(['SXD'])
})

test.each(['submitAnswer', 'refuse', 'handBack'] as const)('%s ends work and so wants a reason while opinions are out', (type) => {
  expect(closesOverOpinions(asked.facts, type)).toBe(true)
  expect(closesOverOpinions({ ...asked.facts, openOpinions: [] }, type)).toBe(false)
})

test('the silence of one unit and the late word of another do not touch a third', () => {
  const silent = opinionsAfter({ openOpinions: ['STC', 'SXD'], silentOpinions: ['SCT'] }, 'noOpinion', 'STC')
  expect(silent).toEqual({ openOpinions: ['SXD'], silentOpinions: ['STC', 'SCT'] })
  expect(opinionsAfter(silent, 'giveOpinion', 'SCT')).toEqual({ openOpinions: ['SXD'], silentOpinions: ['STC'] })
})

test('one opinion that is taken back releases that unit alone', () => {
  expect(unitsReleased(step(asked, make('cancelOpinion', officer)))).toEqual(['STC'])
})
