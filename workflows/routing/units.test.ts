import { describe, expect, test } from 'vitest'
import { shippedKnowledge, shippedSource } from '#tests/support/routing-knowledge.ts'
import { districtUnitCode, districtUnits, genericUnit, sameLine, unitOn } from './units.ts'

const { units } = shippedKnowledge

describe('the unit of the day', () => {
  test.each([
    ['CUCTHUE', '2025-02-28', 'CUCTHUE'],
    ['CUCTHUE', '2025-03-01', 'CCTKV1'],
    ['CUCTHUE', '2025-06-30', 'CCTKV1'],
    ['CUCTHUE', '2025-07-01', 'THUEHN'],
    ['SNNPTNT', '2025-03-01', 'SNNMT'],
    ['BQLHL', '2025-03-01', 'BQLCNC'],
    ['SNGV', '2025-03-01', 'VPUB'],
    ['UBND-QH', '2025-07-01', 'UBND-XP'],
    ['UBND-THUONGTIN', '2025-06-30', 'UBND-THUONGTIN'],
    ['UBND-THUONGTIN', '2025-07-01', 'UBND-XP'],
  ])('%s on %s is %s', (code, on, expected) => {
    expect(unitOn(code, on, units)).toBe(expected)
  })

  test('a unit that was not founded yet has nobody in its place', () => {
    expect(unitOn('BQLHL', '2023-07-31', units)).toBeUndefined()
    expect(unitOn('STC25', '2024-04-05', units)).toBeUndefined()
  })

  test('an unknown code, or successors that run in a circle, end without an answer', () => {
    const ring = new Map(
      [
        ['A', 'B'],
        ['B', 'A'],
      ].map(([code, successor]) => [
        code!,
        {
          code: code!,
          nameVi: '',
          nameEn: '',
          kind: 'so',
          validFrom: null,
          validTo: '2024-12-31',
          successors: [successor!],
        },
      ]),
    )
    expect(unitOn('A', '2025-01-01', ring)).toBeUndefined()
    expect(unitOn('NOBODY', '2025-01-01', units)).toBeUndefined()
  })

  test('the routing table of 2025 follows from the one of 2024 and the successors', () => {
    for (const { leadUnit } of shippedSource.topics.flatMap(({ routes }) => routes))
      if (leadUnit) expect(unitOn(leadUnit, '2025-07-01', units), leadUnit).toBeDefined()
  })
})

describe('two codes', () => {
  test('are of one line when one took over from the other, in however many steps', () => {
    expect(sameLine('CUCTHUE', 'THUEHN', units)).toBe(true)
    expect(sameLine('STC25', 'SKHDT', units)).toBe(true)
  })

  test('are not of one line because they were merged later', () => {
    expect(sameLine('STC', 'SKHDT', units)).toBe(false)
    expect(sameLine('STNMT', 'SNNPTNT', units)).toBe(false)
  })
})

describe('the district committees', () => {
  const rows = districtUnits(shippedSource.districts)

  test('are thirty with codes of their own under the district level', () => {
    expect(new Set(rows.map(({ code }) => code)).size).toBe(30)
    expect(
      rows.every(
        ({ parent, validTo, successors }) =>
          parent === 'UBND-QH' && validTo === '2025-06-30' && `${successors}` === 'UBND-XP',
      ),
    ).toBe(true)
  })

  test.each([
    ['quận Ba Đình', 'UBND-BADINH'],
    ['thị xã Sơn Tây', 'UBND-SONTAY'],
    ['huyện Đan Phượng', 'UBND-DANPHUONG'],
    ['Ứng Hoà', 'UBND-UNGHOA'],
  ])('%s is %s', (name, code) => {
    expect(districtUnitCode(name)).toBe(code)
  })

  test('are named in both languages', () => {
    expect(rows.find(({ code }) => code === 'UBND-THUONGTIN')).toMatchObject({
      nameVi: 'UBND huyện Thường Tín',
      nameEn: "People's Committee of Thuong Tin District",
    })
  })

  test('count as the district level as a whole', () => {
    expect(genericUnit('UBND-BADINH', units)).toBe('UBND-QH')
    expect(genericUnit('STNMT', units)).toBe('STNMT')
  })
})
