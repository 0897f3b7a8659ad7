import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact, redactedKinds, type Known, type RedactedKind } from './redact.ts'

const marks = Object.fromEntries(redactedKinds.map((kind) => [kind, kind])) as Record<RedactedKind, string>
const nobody: Known = { enterprises: [], people: [], numbers: [] }
const told = (text: string, known: Partial<Known> = {}) => redact(text, { ...nobody, ...known }, marks).text

describe('an enterprise is taken out by its legal form', () => {
  test.each([
    ['Công ty TNHH Điện tử Hoàng Hà đề nghị gia hạn thuê đất.', '[enterprise] đề nghị gia hạn thuê đất.'],
    ['Công ty cổ phần xây dựng số 4 Thăng Long có kiến nghị.', '[enterprise] có kiến nghị.'],
    ['Tổng công ty Đầu tư phát triển Hà Nội (UDIC) xin ý kiến', '[enterprise] (UDIC) xin ý kiến'],
    ['DNTN Minh Anh và HTX Rau sạch Vân Nội', '[enterprise] và [enterprise]'],
    ['Công ty TNHH MTV An Phát, địa chỉ KCN Thăng Long', '[enterprise], địa chỉ KCN Thăng Long'],
    ['Kiến nghị của Công ty CP ABC-Việt Nam. Đề nghị xem xét.', 'Kiến nghị của [enterprise]. Đề nghị xem xét.'],
    ['CÔNG TY CỔ PHẦN THÉP VIỆT NHẬT', '[enterprise]'],
    ['Công ty “Sao Mai” thuê đất', '[enterprise] thuê đất'],
    ['Công ty TNHH Dệt may & Thương mại Phú Thành', '[enterprise]'],
    ['Công ty TNHH Canon Việt Nam'.normalize('NFD'), '[enterprise]'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected))

  test.each([
    'Công ty chúng tôi đề nghị giảm tiền thuê đất.', 'Các công ty cổ phần phải nộp báo cáo.', 'Công ty đã nộp hồ sơ tại Sở Xây dựng.',
    'Ngân hàng cho vay với lãi suất 6 %.', 'Ban Quản lý các khu công nghiệp và chế xuất Hà Nội', 'doanh nghiệp tại KCN Quang Minh',
  ])('«%s» names nobody', (text) => expect(told(text)).toBe(text))
})

test.each([
  ['Công ty CP Mẫu 04 – logistics', 'Theo Mẫu 04 – Logistics, kho của công ty cp mẫu 04 - logistics ngập', 'Theo [enterprise], kho của [enterprise] ngập'],
  ['Sao Việt', 'Nhà máy Sao  Việt bị cắt điện', 'Nhà máy [enterprise] bị cắt điện'],
  ['Hà', 'Hà Nội mở rộng', 'Hà Nội mở rộng'],
])('the enterprise «%s», which is known, is taken out however it is written', (name, text, expected) => {
  expect(told(text, { enterprises: [name] })).toBe(expected)
})

describe('people', () => {
  test.each([
    ['Đề nghị gặp ông Nguyễn Văn An để trao đổi', 'Đề nghị gặp ông [person] để trao đổi'],
    ['Bà Trần Thị Bích Ngọc, giám đốc', 'Bà [person], giám đốc'],
    ['đồng chí Hà đã trả lời', 'đồng chí [person] đã trả lời'],
    ['Giám đốc Lê Quang Huy trình bày', 'Giám đốc [person] trình bày'],
    ['Vũ Thị Hồng Hạnh ký đơn', '[person] ký đơn'],
    ['Nguyễn Văn Đạt; Đỗ Đức Ước', '[person]; [person]'],
  ])('are taken out: %s', (text, expected) => expect(told(text)).toBe(expected))

  test.each([
    'đường Nguyễn Văn Linh, phố Trần Duy Hưng', 'cầu vượt Mai Dịch, quận Hoàng Mai', 'trường Lê Quý Đôn', 'Hồ Hoàn Kiếm',
    'Bà con nhân dân', 'Luật Đất đai số 31/2024/QH15', 'phường Dương Nội', 'Sở Tài nguyên và Môi trường',
  ])('are not meant by «%s»', (text) => expect(told(text)).toBe(text))

  test('whoever is known is taken out, also without a title', () => {
    expect(told('Mong hồi âm cho nguyễn thị mẫu qua thư.', { people: ['Nguyễn Thị Mẫu'] })).toBe('Mong hồi âm cho [person] qua thư.')
  })
})

describe('numbers and addresses', () => {
  test.each([
    ['Số 0912 345 678.', 'Số [phone].'],
    ['gọi 0912.345.678 hoặc 0912345678', 'gọi [phone] hoặc [phone]'],
    ['ĐT: (024) 3825 1234; +84 912 345 678', 'ĐT: [phone]; [phone]'],
    ['tổng đài 1900 6789', 'tổng đài [phone]'],
    ['thư về lan.nguyen+kn@cong-ty.com.vn nhé', 'thư về [email] nhé'],
    ['MST: 0100109106', 'MST: [taxCode]'],
    ['MST 0301234567', 'MST [taxCode]'],
    ['tại TP. Hồ Chí Minh, 090 123 4567', 'tại TP. Hồ Chí Minh, [phone]'],
    ['mã số thuế 0100109106-001, đã nộp', 'mã số thuế [taxCode], đã nộp'],
    ['mã số doanh nghiệp 01 0010 9106', 'mã số doanh nghiệp [taxCode]'],
    ['CCCD số 001085012345', 'CCCD số [idNumber]'],
    ['số tài khoản 19031234567890 tại ngân hàng', 'số tài khoản [idNumber] tại ngân hàng'],
    ['Kính gửi\nNgười liên hệ: Lan, phòng hành chính\nNội dung', 'Kính gửi\nNgười liên hệ: [contact]\nNội dung'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected))

  test.each([
    'Nghị định 92/2017/NĐ-CP ngày 05/04/2024', 'diện tích 12.345,6 m2, 1.234.567.890 đồng', 'lúc 08:30 ngày 05.04.2024', 'QĐ số 1234/QĐ-UBND',
    'giai đoạn 2021-2025, thửa 123 tờ 45', 'Thông báo 761/TB-UBND', '50.000 m2 và 0,75 ha', 'năm 2024, 2025',
  ])('«%s» stays', (text) => expect(told(text)).toBe(text))

  test('a number that is known is taken out however it is spaced', () => {
    expect(told('máy lẻ 38-251', { numbers: ['38251'] })).toBe('máy lẻ 38-251')
    expect(told('gọi số 024 7777 888', { numbers: ['024 7777 888'] })).toBe('gọi số [phone]')
  })
})

test('what was taken out is told in its order, with its kind and as it was written', () => {
  const { taken } = redact('Bà Lê Thị Mẫu (0912345678), Công ty TNHH An Phát.', nobody, marks)
  expect(taken).toEqual([
    { kind: 'person', words: 'Lê Thị Mẫu' }, { kind: 'phone', words: '0912345678' }, { kind: 'enterprise', words: 'Công ty TNHH An Phát' },
  ])
})

const parts = fc.constantFrom('Công ty TNHH An Phát', 'ông Nguyễn Văn An', '0912 345 678', 'x@y.vn', '0100109106', 'đề nghị', 'tại', 'Hà Nội', ',', '.', '\n', '“', 'KCN', '&')
test('whatever the text: what is not taken out stays letter by letter, and each mark stands for something taken', () => {
  fc.assert(fc.property(fc.array(fc.oneof(parts, fc.string({ unit: 'grapheme' })), { maxLength: 25 }), (words) => {
    const source = words.join(' ')
    const { text, taken } = redact(source, { enterprises: ['An Phát Mẫu'], people: ['Nguyễn Văn An'], numbers: ['x@y.vn'] }, marks)
    let back = ''
    let [rest, at] = [text, 0]
    for (const { kind, words: said } of taken) {
      const place = rest.indexOf(`[${kind}]`, at)
      back += rest.slice(0, place) + said
      rest = rest.slice(place + kind.length + 2)
      at = 0
    }
    expect((back + rest).normalize('NFC')).toBe(source.normalize('NFC'))
  }))
})

test('a very long text is read in no time', () => {
  const text = 'Công ty cổ phần xây dựng và thương mại tổng hợp xuất nhập khẩu 0912 345 67 8 a.b.c@ '.repeat(2000)
  const start = performance.now()
  told(text)
  expect(performance.now() - start).toBeLessThan(3_000)
})
