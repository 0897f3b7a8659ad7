import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shippedKnowledge } from '#tests/support/routing-knowledge.ts'
import { matchUnit } from './match-unit.ts'
import { districtInText, isInsidePark, matchZone } from './places.ts'
import { readText } from './knowledge.ts'

const { places } = shippedKnowledge
const read = (text: string) => readText(text, shippedKnowledge)
const annex = JSON.parse(
  readFileSync(new URL('../../tests/data/phu-luc-80-y-kien.labels.json', import.meta.url), 'utf8'),
) as { zone: string; district: string }[]

describe('a unit in free text', () => {
  test.each([
    ['Sở TN&MT', 'STNMT'],
    ['Sở TNMT', 'STNMT'],
    ['So Tai nguyen va Moi truong', 'STNMT'],
    ['Sở KHĐT', 'SKHDT'],
    ['Sở KH&ĐT', 'SKHDT'],
    ['Sở Công thương', 'SCT'],
    ['Sở Công Thương', 'SCT'],
    ['Sở LĐTBXH', 'SLDTBXH'],
    ['Sở NN&PTNT', 'SNNPTNT'],
    ['Sở Tài chính', 'STC'],
    ['Ban QL các KCN', 'BQLKCN'],
    ['BQL các KCN và CX', 'BQLKCN'],
    ['Công an TP', 'CATP'],
    ['Cục Thuế TP Hà Nội', 'CUCTHUE'],
    ['UBND huyện Phúc Thọ', 'UBND-PHUCTHO'],
    ['UBND H. Phúc Thọ', 'UBND-PHUCTHO'],
    ['Huyện Phúc Thọ', 'UBND-PHUCTHO'],
    ['UBND thị xã Sơn Tây', 'UBND-SONTAY'],
    ['UBND quận, huyện', 'UBND-QH'],
    ['UBND xã Tân Xã', 'UBND-QH'],
    ['STNMT', 'STNMT'],
    ['Sở Xây dựng, Sở Tài chính', 'SXD'],
    ['Đã trả lời tại hội nghị', undefined],
    ['Ban quản lý dự án', undefined],
    ['', undefined],
  ])('%s in April 2024 is %s', (text, code) => {
    expect(matchUnit(text, shippedKnowledge, '2024-04-05')).toBe(code)
  })

  test.each([
    ['Sở Tài chính', 'STC25'],
    ['Sở TN&MT', 'SNNMT'],
    ['Sở Nông nghiệp và Môi trường', 'SNNMT'],
    ['UBND huyện Phúc Thọ', 'UBND-XP'],
    ['UBND phường Tây Hồ', 'UBND-XP'],
    ['Cục Thuế', 'THUEHN'],
  ])('%s in August 2025 is %s', (text, code) => {
    expect(matchUnit(text, shippedKnowledge, '2025-08-01')).toBe(code)
  })
})

describe('a zone as the annex writes it', () => {
  test.each([...new Set(annex.map(({ zone, district }) => `${zone}, ${district}`))])(
    '%s is found with its district',
    (text) => {
      const { zone, district } = annex.find((row) => `${row.zone}, ${row.district}` === text)!
      expect(matchZone(text, places)).toEqual({ zone, district, kind: zone.startsWith('KCN') ? 'park' : 'cluster' })
    },
  )

  test('may be written out, without marks, or without its phase', () => {
    expect(matchZone('Khu công nghiệp Phú Nghĩa', places)).toMatchObject({ zone: 'KCN Phú Nghĩa', kind: 'park' })
    expect(matchZone('kcn phu nghia', places)).toMatchObject({ zone: 'KCN Phú Nghĩa' })
    expect(matchZone('CCN Ninh Sở', places)).toMatchObject({ zone: 'CCN Ninh Sở - giai đoạn 2' })
  })

  test('that is not on the list still gives its kind, and the district written beside it', () => {
    expect(matchZone('CCN Quất Động, Thường Tín', places)).toEqual({
      zone: 'CCN Quất Động',
      kind: 'cluster',
      district: 'Thường Tín',
    })
  })

  test('is not found in other words', () => {
    expect(matchZone('Số 5 phố Huế', places)).toBeUndefined()
    expect(matchZone(null, places)).toBeUndefined()
  })
})

describe('a place in running text', () => {
  test('is a district only when it is named as one', () => {
    expect(districtInText('Nhà máy tại Ba Vì cần điện', places)).toBe('huyện Ba Vì')
    expect(districtInText('nha may o huyen ba vi can dien', places)).toBe('huyện Ba Vì')
    expect(districtInText('Công ty có ba vị trí đất', places)).toBeUndefined()
    expect(districtInText('Đất tại huyện Ứng Hoà', places)).toBe('huyện Ứng Hòa')
  })

  test('is inside a park when the text puts the matter there', () => {
    expect(isInsidePark('Đường trong khu công nghiệp hỏng')).toBe(true)
    expect(isInsidePark('Đường KCN Nội Bài hỏng')).toBe(true)
    expect(isInsidePark('duong trong kcn hong')).toBe(true)
    expect(isInsidePark('Đề nghị xây nhà cho công nhân khu công nghiệp')).toBe(false)
  })
})

describe('reading', () => {
  test('keeps marks apart where they are written and does without where they are not', () => {
    expect(read('thuê đất').tokens).not.toEqual(read('thuế đất').tokens)
    expect(read('thue dat').spelling).toBe('plain')
  })

  test('knows either way of placing a tone, either way of composing letters, and abbreviations', () => {
    expect(read('hoà giải').tokens).toEqual(read('hòa giải').tokens)
    expect(read('giải phóng'.normalize('NFD')).tokens).toEqual(read('giải phóng').tokens)
    expect(read('vướng GPMB').tokens).toEqual(read('vướng giải phóng mặt bằng').tokens)
  })

  test('overlooks amounts inside an expression', () => {
    expect(read('thuê 2,5 ha đất').tokens).toEqual(read('thuê đất').tokens)
  })
})
