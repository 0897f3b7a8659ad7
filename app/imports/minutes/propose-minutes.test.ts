import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentsOf } from './comments-of.ts'
import { decide, operate, operations, type MinutesSettings } from './correct-minutes.ts'
import { segmentKinds, type Paragraph } from './minutes.ts'
import { keyOf, passageOf, readPassages, textOf } from './passages.ts'
import { proposeMinutes } from './propose-minutes.ts'
import { paragraphsOf } from './read-paragraphs.ts'

const read = (text: string) => {
  const { segments, speakers, sentences, paragraphs } = proposeMinutes(paragraphsOf(text))
  return segments.map(({ kind, speaker, sentences: own }) => [kind, speaker === null ? '' : speakers[speaker]!.name, textOf(own, sentences, paragraphs)])
}
const said = (text: string) => read(text).filter(([kind]) => kind === 'comment').map(([, name, words]) => [name, words])

test.each([
  ['1. Công ty TNHH Mẫu An (MST 9907770007): đường vào cụm bị ngập.', [['Công ty TNHH Mẫu An', '1. Công ty TNHH Mẫu An (MST 9907770007): đường vào cụm bị ngập.']]],
  ['Ông Lê Mẫu, Giám đốc Công ty CP Xây dựng – Thương mại Mẫu Á, phản ánh hồ sơ bị chậm. Đề nghị trả lời.', [['Công ty CP Xây dựng – Thương mại Mẫu Á', 'Ông Lê Mẫu, Giám đốc Công ty CP Xây dựng – Thương mại Mẫu Á, phản ánh hồ sơ bị chậm. Đề nghị trả lời.']]],
  ['CÔNG TY TNHH MẪU BÌNH đề nghị giảm thuế.', [['CÔNG TY TNHH MẪU BÌNH', 'CÔNG TY TNHH MẪU BÌNH đề nghị giảm thuế.']]],
  ['- Doanh nghiệp Mẫu Cát nêu việc cấp nước yếu.', [['Doanh nghiệp Mẫu Cát', '- Doanh nghiệp Mẫu Cát nêu việc cấp nước yếu.']]],
  ['Đại diện HTX Mẫu Xanh kiến nghị:\n- Cho thuê đất;\n- Giảm giá điện.', [['HTX Mẫu Xanh', '- Cho thuê đất;'], ['HTX Mẫu Xanh', '- Giảm giá điện.']]],
  ['Công ty Mẫu Đạt kn làm đường. Ngoài ra đ/n thêm đèn.', [['Công ty Mẫu Đạt', 'Công ty Mẫu Đạt kn làm đường.'], ['Công ty Mẫu Đạt', 'Ngoài ra đ/n thêm đèn.']]],
  ['Công ty Mẫu Em nêu: đất chưa giao. Công ty đã nộp hồ sơ ba lần.', [['Công ty Mẫu Em', 'Công ty Mẫu Em nêu: đất chưa giao. Công ty đã nộp hồ sơ ba lần.']]],
  ['II. Ý KIẾN\n- Đề nghị sớm giao đất (Công ty CP Mẫu Gia).', [['Công ty CP Mẫu Gia', '- Đề nghị sớm giao đất (Công ty CP Mẫu Gia).']]],
  ['Công ty Mẫu Hà phản ánh Công ty Điện lực Mẫu chưa nâng công suất trạm.', [['Công ty Mẫu Hà', 'Công ty Mẫu Hà phản ánh Công ty Điện lực Mẫu chưa nâng công suất trạm.']]],
])('%j holds the comments %j', (text, comments) => {
  expect(said(text)).toEqual(comments)
})

test.each([
  ['answer', 'Trả lời ý kiến của Công ty Mẫu An, đại diện Sở Xây dựng cho biết sẽ làm trong tháng 5.'],
  ['answer', 'Tiếp thu ý kiến của các doanh nghiệp, Sở Công Thương sẽ rà soát.'],
  ['task', 'Chủ trì kết luận: giao Sở Tài chính báo cáo trước ngày 30/4.'],
  ['task', 'Đồng chí Phó Chủ tịch UBND Thành phố kết luận: các sở trả lời trong tháng.'],
  ['aside', 'Thời gian: 8 giờ ngày 05/4/2024.'],
  ['aside', 'Thành phần: đại diện 90 doanh nghiệp.'],
  ['aside', 'Biên bản được lập thành 03 bản.'],
])('%s: %s', (kind, text) => {
  expect(read(text).map(([of]) => of)).toEqual([kind])
})

test('who was there speaks only where the minutes say so', () => {
  const kinds = read('Thành phần tham dự:\n- Công ty TNHH Mẫu An: ông Lê Mẫu, Giám đốc.\n1. Công ty CP Mẫu Bình\n2. Sở Xây dựng: bà Lê Mẫu.')
  expect(kinds.filter(([kind]) => kind === 'answer')).toEqual([])
})

test('a heading gives the group to what stands under it', () => {
  const { segments } = proposeMinutes(paragraphsOf('Nhóm 1: Thủ tục đất đai\n1. Công ty TNHH Mẫu An đề nghị cấp giấy.\nNhóm 2: Giải phóng mặt bằng\n2. Công ty TNHH Mẫu Bình đề nghị đền bù.'))
  expect(segments.filter(({ kind }) => kind === 'comment').map(({ group }) => group)).toEqual(['land', 'clearance'])
})

test('what was typed in TCVN3, NFD or with hidden characters is read and told', () => {
  const { paragraphs, repairs, repaired } = proposeMinutes(['Công ty Mẫu An đề nghị.'.normalize('NFD'), 'Công\u200B ty Mẫu Bình nêu.'].map((text) => ({ text, list: 0 })))
  expect(paragraphs.map(({ text }) => text)).toEqual(['Công ty Mẫu An đề nghị.', 'Công ty Mẫu Bình nêu.'])
  expect(repairs.map(({ key, paragraph }) => [paragraph, key])).toEqual([[1, 'repairedComposed'], [2, 'repairedControls']])
  expect(repaired).toBe(2)
})

test('lines that a program wrapped are one paragraph', () => {
  expect(paragraphsOf('Công ty Mẫu An đề nghị\ngiảm tiền thuê đất.\nCông ty Mẫu Bình nêu:\n- một\n\nhai').map(({ text }) => text)).toEqual([
    'Công ty Mẫu An đề nghị\ngiảm tiền thuê đất.', 'Công ty Mẫu Bình nêu:', '- một', 'hai',
  ])
})

test('a passage is written by paragraph and sentence, and read back', () => {
  const { sentences } = proposeMinutes(paragraphsOf('Một. Hai. Ba.\nBốn.'))
  expect([passageOf([0, 1, 2], sentences), passageOf([0, 2, 3], sentences)]).toEqual(['1:1-3', '1:1,1:3,2:1'])
  expect(readPassages('12:1-3,13:2')).toEqual([{ paragraph: 12, sentences: '1–3' }, { paragraph: 13, sentences: '2' }])
})

const pieces = ['Công ty TNHH Mẫu An', 'HTX Mẫu Bình (MST 9907770007)', ' đề nghị giảm thuế.', ' kiến nghị:', '\n- ', '\n1. ', '\n2) ', '\nII. Ý KIẾN', '\n', '. ', 'Thứ hai, ', 'Sở Xây dựng trả lời: ', 'Chủ trì kết luận: ', 'giao Sở Tài chính', '; ', '? ', '(', ')', 'Ngoài ra đ/n ', 'e\u0301', '\u200B', '😀', 'Nơi nhận:', 'Thành phần:']
const anyMinutes = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })), { maxLength: 30 }).map((some) => some.join(''))
const anyStep = fc.record({ type: fc.constantFrom(...operations), at: fc.nat(40), picked: fc.array(fc.nat(60), { maxLength: 4 }), kind: fc.constantFrom(...segmentKinds) })

function expectAccounted({ segments }: Pick<MinutesSettings, 'segments'>, count: number) {
  const all = segments.flatMap(({ sentences }) => sentences)
  expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index))
  expect(segments.map(keyOf)).toEqual(segments.map(keyOf).toSorted((a, b) => a - b))
}

/** Word for word: every comment is made of its sentences, in order, with nothing between them but white space. */
function expectVerbatim(settings: MinutesSettings, { sentences }: { sentences: ReturnType<typeof proposeMinutes>['sentences'] }, paragraphs: Paragraph[]) {
  const comments = settings.segments.filter(({ kind }) => kind === 'comment')
  commentsOf(settings, { sentences }, paragraphs).forEach(({ text }, at) => {
    const own = comments[at]!.sentences.map((index) => paragraphs[sentences[index]!.paragraph - 1]!.text.slice(sentences[index]!.from, sentences[index]!.to))
    expect(text.replace(/\s/gu, '')).toBe(own.join('').replace(/\s/gu, ''))
    for (const one of own) expect(text).toContain(one)
  })
}

test('every sentence is in exactly one place, and comments are word for word the source, whatever is read and however it is corrected', () => {
  fc.assert(
    fc.property(anyMinutes, fc.array(anyStep, { maxLength: 12 }), (text, steps) => {
      const { paragraphs, sentences, segments, speakers } = proposeMinutes(paragraphsOf(text))
      expect(sentences.map(({ paragraph, from, to }) => paragraphs[paragraph - 1]!.text.slice(from, to)).join('').replace(/\s/gu, '')).toBe(paragraphs.map((one) => one.text).join('').replace(/\s/gu, ''))
      expectAccounted({ segments }, sentences.length)
      expectVerbatim({ segments, speakers }, { sentences }, paragraphs)
      let now = segments
      for (const { type, at, picked, kind } of steps) {
        if (now.length === 0) break
        const key = keyOf(now[at % now.length]!)
        now = operate(now, { type, key, picked }) ?? now
        now = decide(now, new Map([[keyOf(now[at % now.length]!), { kind, speaker: null, group: null }]]))
        expectAccounted({ segments: now }, sentences.length)
      }
      expectVerbatim({ segments: now, speakers }, { sentences }, paragraphs)
    }),
    { numRuns: 300 },
  )
})

test('a text without a single stop is read as fast as any other', () => {
  const started = performance.now()
  const { sentences } = proposeMinutes([{ text: 'công ty mẫu '.repeat(4_000), list: 0 }, ...paragraphsOf('Công ty TNHH Mẫu An đề nghị giảm thuế. Ông Lê Mẫu nêu '.repeat(2_000))])
  expect(sentences.length).toBeGreaterThan(1_000)
  expect(performance.now() - started).toBeLessThan(5_000)
})
