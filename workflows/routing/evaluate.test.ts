import { describe, expect, test } from 'vitest'
import { shippedKnowledge, shippedSource } from '#tests/support/routing-knowledge.ts'
import { summarise, tryIssue, withoutItself, type LabelledIssue } from './evaluate.ts'

const tried = (issue: LabelledIssue) => ({ issue, hits: tryIssue(issue, shippedKnowledge).hits })
const power = { text: 'Đề nghị bảo đảm cấp điện, hay mất điện.', group: 'support', topic: 'support.power' }

describe('a suggestion is right about the unit', () => {
  test('when it is one of the units named, whatever else the line says', () => {
    expect(tried({ ...power, lead_unit: 'STC', named_units: ['SCT', 'EVNHN'] }).hits.unit[0]).toBe(true)
    expect(tried({ ...power, lead_unit: 'EVNHN', named_units: ['STC'] }).hits.unit[0]).toBe(false)
  })

  test('when it is the lead unit and none is named', () => {
    expect(tried({ ...power, lead_unit: 'EVNHN', named_units: [] }).hits.unit[0]).toBe(true)
  })

  test('when the label names the same unit as it is called since 2025', () => {
    expect(tried({ text: 'Đề nghị hoàn thuế.', lead_unit: 'THUEHN' }).hits.unit[0]).toBe(true)
    expect(tried({ text: 'Đề nghị hoàn thuế.', lead_unit: 'STC' }).hits.unit[0]).toBe(false)
  })

  test('when both mean the district level', () => {
    const text = 'Chậm bồi thường ở huyện Mê Linh.'
    expect(tried({ text, lead_unit: 'UBND-QH' }).hits.unit[0]).toBe(true)
    expect(tried({ text: 'Chậm bồi thường.', lead_unit: 'UBND-MELINH' }).hits.unit[0]).toBe(true)
  })
})

test('each figure is over the lines that carry its label', () => {
  const figures = summarise([
    tried({ ...power, lead_unit: 'EVNHN' }),
    tried({ text: power.text, topic: 'land.price' }),
    tried({ text: power.text }),
  ])
  expect(figures).toEqual({ n: 3, group_top1: 1, topic_top1: 0.5, topic_top3: 0.5, unit_top1: 1, unit_top3: 1 })
  expect(summarise([])).toEqual({ n: 0, group_top1: 0, topic_top1: 0, topic_top3: 0, unit_top1: 0, unit_top3: 0 })
})

test('a petition is judged without the decision on itself, however it is punctuated', () => {
  const { precedents } = shippedSource
  const itself = precedents[0]!
  const without = withoutItself(`${itself.text.toUpperCase()} …`, precedents, shippedKnowledge)
  const decisions = ({ decided }: typeof without) => decided.get(itself.topic)?.get(itself.leadUnit!) ?? 0
  expect(decisions(without)).toBe(decisions(shippedKnowledge) - 1)
  expect(withoutItself('Một nội dung khác', precedents, shippedKnowledge)).toBe(shippedKnowledge)
})

test('on shipped petitions that were not learned from, suggestions stay about as good as they were measured', () => {
  const folds = 6
  const { precedents } = shippedSource
  const figures = summarise(
    Array.from({ length: folds }, (_, fold) => {
      const knowledge = shippedKnowledge.relearn(precedents.filter((_one, at) => at % folds !== fold))
      return precedents
        .filter((_one, at) => at % folds === fold)
        .map(({ text, group, topic, leadUnit }) => ({ text, group, topic, lead_unit: leadUnit }))
        .map((issue) => ({ issue, hits: tryIssue(issue, knowledge).hits }))
    }).flat(),
  )
  expect(figures.group_top1).toBeGreaterThan(0.88)
  expect(figures.topic_top1).toBeGreaterThan(0.79)
  expect(figures.topic_top3).toBeGreaterThan(0.9)
  expect(figures.unit_top1).toBeGreaterThan(0.8)
  expect(figures.unit_top3).toBeGreaterThan(0.92)
})
