import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedKnowledge, shippedSource } from '#tests/support/routing-knowledge.ts'
import { LEXICON } from './lexicon/all.ts'
import { suggest } from './suggest.ts'
import type { RoutingRequest, Suggestion } from './types.ts'
import { unitOn } from './units.ts'

const ask = (text: string, given: Partial<RoutingRequest> = {}) =>
  suggest({ text, on: '2024-04-05', ...given }, shippedKnowledge)
const keys = ({ reasons }: Pick<Suggestion, 'reasons'>) => reasons.map(({ key }) => key)
const all = (suggestion: Suggestion) => [suggestion, ...suggestion.alternatives]

describe('the lead unit', () => {
  test.each([
    ['a land matter goes to the land department', 'Đề nghị cho thuê đất để mở rộng nhà máy.', 'STNMT'],
    ['forest land to the forest department', 'Xin chuyển mục đích đất rừng sản xuất để xây kho.', 'SNNPTNT'],
    ['minerals to the resources department', 'Đề nghị gia hạn giấy phép khai thác khoáng sản.', 'STNMT'],
    ['health to the health department', 'Phòng khám chưa được cấp giấy phép hoạt động khám chữa bệnh.', 'SYT'],
    ['visas to the police', 'Chuyên gia nước ngoài khó xin thị thực và thẻ tạm trú.', 'CATP'],
    ['work permits to the labour department', 'Xin hướng dẫn cấp giấy phép lao động cho người nước ngoài.', 'SLDTBXH'],
    ['tax arrears to the tax department', 'Công ty bị cưỡng chế hóa đơn vì nợ thuế.', 'CUCTHUE'],
    ['site clearance to the district level', 'Vướng giải phóng mặt bằng của 20 hộ dân.', 'UBND-QH'],
    ['what lies inside a park to its board', 'Đường trong KCN Nội Bài hỏng, đề nghị sửa chữa.', 'BQLKCN'],
    [
      'the high-tech park to its own board',
      'Hạ tầng Khu công nghệ cao Hòa Lạc chưa giải phóng mặt bằng xong.',
      'BQLHL',
    ],
    [
      'a matter stuck at the district to the district',
      'Hồ sơ thuê đất bị dừng vì UBND huyện chưa xác nhận.',
      'UBND-QH',
    ],
  ])('%s', (_rule, text, unit) => {
    expect(ask(text).leadUnit).toBe(unit)
  })

  test('is found as well in a text without marks or with abbreviations', () => {
    expect(ask('Cham GPMB, de nghi ban giao mat bang sach')).toMatchObject({
      topic: 'clearance.progress',
      leadUnit: 'UBND-QH',
    })
    expect(ask('Đề nghị cấp GCN QSDĐ')).toMatchObject({ topic: 'land.certificate', leadUnit: 'STNMT' })
  })

  test('is the committee of the district that the text, the zone or the address names', () => {
    const text = 'Chậm chi trả tiền bồi thường.'
    expect(ask(`${text} Đề nghị huyện Mê Linh giải quyết.`, { district: 'Thường Tín' }).leadUnit).toBe('UBND-MELINH')
    expect(ask(text, { zone: 'CCN Dị Nậu, Thạch Thất' }).leadUnit).toBe('UBND-THACHTHAT')
    expect(ask(text, { district: 'Thường Tín' }).leadUnit).toBe('UBND-THUONGTIN')
    expect(ask(text).leadUnit).toBe('UBND-QH')
  })

  test('follows what the annex proposes when that fits', () => {
    const proposed = ask('Đề nghị giải quyết dứt điểm vướng mắc của dự án.', {
      proposedUnit: 'Sở TN&MT',
      group: 'land',
    })
    expect(proposed).toMatchObject({ group: 'land', leadUnit: 'STNMT' })
    expect(keys(proposed)).toContain('unitProposed')
    expect(ask('Chậm bồi thường.', { proposedUnit: 'UBND huyện Phúc Thọ', district: 'Thường Tín' }).leadUnit).toBe(
      'UBND-PHUCTHO',
    )
  })

  test('stays with the department for an enterprise in a park, the board being an alternative', () => {
    const suggestion = ask('Xin điều chỉnh chủ trương đầu tư.', { zone: 'KCN Thăng Long, Đông Anh' })
    expect(suggestion.leadUnit).toBe('SKHDT')
    expect(suggestion.alternatives.map(({ leadUnit }) => leadUnit)).toContain('BQLKCN')
  })

  test('is the one of the day', () => {
    const text = 'Xin điều chỉnh chủ trương đầu tư.'
    expect(ask(text, { on: '2025-02-28' }).leadUnit).toBe('SKHDT')
    const after = ask(text, { on: '2025-03-01' })
    expect(after).toMatchObject({ leadUnit: 'STC25', coordinatingUnits: ['SQHKT', 'SNNMT', 'SXD25'] })
    expect(after.reasons).toContainEqual({
      key: 'unitSucceeds',
      params: { unit: 'STC25', former: 'SKHDT', since: '01/03/2025' },
    })
    const hoanThue = 'Đề nghị hoàn thuế giá trị gia tăng.'
    expect(['2025-02-28', '2025-04-01', '2025-07-01'].map((on) => ask(hoanThue, { on }).leadUnit)).toEqual([
      'CUCTHUE',
      'CCTKV1',
      'THUEHN',
    ])
    expect(ask('Chậm bồi thường.', { on: '2025-07-01', district: 'Thường Tín' }).leadUnit).toBe('UBND-XP')
  })
})

describe('the group that the office gave', () => {
  test('speaks for its topics', () => {
    const text = 'Đề nghị tháo gỡ khó khăn cho doanh nghiệp.'
    for (const group of ['land', 'admin', 'clearance', 'support']) expect(ask(text, { group }).group).toBe(group)
  })

  test('does not silence a text that clearly says otherwise', () => {
    expect(
      ask('Bị cắt điện liên tục, đề nghị ngành điện bảo đảm cấp điện, nâng cấp trạm biến áp.', { group: 'land' }).topic,
    ).toBe('support.power')
  })
})

describe('what a person must look at', () => {
  test('a complaint and a denunciation are flagged, never decided', () => {
    expect(keys(ask('Công ty khiếu nại quyết định thu hồi đất.'))).toContain('looksLikeComplaint')
    expect(keys(ask('Cán bộ vòi vĩnh, công ty tố cáo.'))).toContain('looksLikeDenunciation')
    expect(keys(ask('Đề nghị cấp điện ổn định.')).filter((key) => key.startsWith('looksLike'))).toEqual([])
  })

  test('a denunciation is proposed to nobody whom it names', () => {
    const suggestion = ask('Cán bộ Sở Xây dựng vòi vĩnh khi cấp giấy phép xây dựng, công ty tố cáo.')
    expect(suggestion.leadUnit).toBe('TTTP')
    expect(all(suggestion).map(({ leadUnit }) => leadUnit)).not.toContain('SXD')
  })

  test('several matters in one text are said to be several', () => {
    const suggestion = ask('Đề nghị bảo đảm cấp điện cho sản xuất. Đề nghị giảm lãi suất vay vốn ngân hàng.')
    expect(keys(suggestion)).toContain('severalTopics')
  })

  test('what lies with a ministry names the city unit that follows it up', () => {
    const suggestion = ask('Đề nghị thành phố kiến nghị Bộ Tài chính sửa quy định về hoàn thuế.')
    expect(suggestion.leadUnit).toBe('CUCTHUE')
    expect(keys(suggestion)).toContain('centralAuthority')
  })
})

describe('every suggestion', () => {
  const words = Object.values(LEXICON).flatMap(({ strong = [], usual = [], weak = [] }) => [
    ...strong,
    ...usual,
    ...weak,
  ])
  const days = [
    '2019-01-01',
    '2023-07-31',
    '2023-08-01',
    '2024-04-05',
    '2025-02-28',
    '2025-03-01',
    '2025-06-30',
    '2025-07-01',
    '2026-11-22',
  ]
  const request = fc.record({
    text: fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 12 }).map((parts) => parts.join(' ')),
    on: fc.constantFrom(...days),
    group: fc.option(fc.constantFrom('land', 'admin', 'clearance', 'support', 'none'), { nil: null }),
    zone: fc.option(fc.constantFrom(...shippedSource.zones.map(({ nameVi }) => nameVi)), { nil: null }),
    district: fc.option(fc.constantFrom(...shippedSource.districts.map(({ nameVi }) => nameVi)), { nil: null }),
    proposedUnit: fc.option(fc.constantFrom(...shippedSource.units.map(({ nameVi }) => nameVi)), { nil: null }),
  })

  test('names only units in being on the day, differs from its alternatives and adds up to no more than certainty', () => {
    fc.assert(
      fc.property(request, (given) => {
        const suggestion = suggest(given, shippedKnowledge)
        const named = all(suggestion).flatMap(({ leadUnit, coordinatingUnits }) => [leadUnit, ...coordinatingUnits])
        expect(named.filter((code) => unitOn(code, given.on, shippedKnowledge.units) !== code)).toEqual([])
        const pairs = all(suggestion).map(({ topic, leadUnit }) => `${topic} ${leadUnit}`)
        expect(new Set(pairs).size).toBe(pairs.length)
        expect(all(suggestion).every(({ leadUnit, coordinatingUnits }) => !coordinatingUnits.includes(leadUnit))).toBe(
          true,
        )
        const belief = suggestion.alternatives.reduce((sum, { score }) => sum + score, suggestion.confidence)
        expect(belief).toBeGreaterThan(0)
        expect(belief).toBeLessThanOrEqual(1.000001)
      }),
      { numRuns: 150 },
    )
  })

  test.each(days)('on %s has a unit in being for each topic, asked with its own words', (on) => {
    for (const topic of shippedSource.topics) {
      const { leadUnit } = ask([topic.nameVi, ...topic.keywords].join('. '), { on, group: topic.group })
      expect(unitOn(leadUnit, on, shippedKnowledge.units), topic.code).toBe(leadUnit)
    }
  })

  test.each([
    ['nothing', ''],
    ['names of the language it is written in', '__proto__ constructor toString hasOwnProperty'],
    ['half a letter', '\u0000\ud800'],
    ['a million digits', '1.'.repeat(500_000)],
    ['a million letters', 'a'.repeat(1_000_000)],
    ['the same sentence over and over', 'Đề nghị huyện giải phóng mặt bằng. '.repeat(30_000)],
  ])('comes soon, even for %s', (_what, text) => {
    ask('')
    const from = performance.now()
    expect(ask(text).leadUnit).toBeTruthy()
    expect(performance.now() - from).toBeLessThan(2_000)
  })

  test('is the same each time', () => {
    expect(ask('Đề nghị cho thuê đất.')).toEqual(ask('Đề nghị cho thuê đất.'))
  })
})

test('learns from what people decided', () => {
  const text = 'Đề nghị bố trí sân tập và khán đài cho đội bóng của công ty.'
  const decided = Array.from({ length: 20 }, () => ({
    text,
    group: 'support',
    topic: 'support.sector',
    leadUnit: 'SVHTT',
    on: '2024-01-01',
  }))
  const learned = suggest(
    { text, on: '2024-04-05' },
    shippedKnowledge.relearn([...shippedSource.precedents, ...decided]),
  )
  expect(learned).toMatchObject({ topic: 'support.sector', leadUnit: 'SVHTT' })
  expect(learned.reasons).toContainEqual({
    key: 'precedents',
    params: { count: 20, topic: 'support.sector', unit: 'SVHTT' },
  })
})
