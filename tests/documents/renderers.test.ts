import { beforeAll, describe, expect, test } from 'vitest'
import { renderPaper } from '#app/documents/render-paper.server.ts'
import { abstract, aPaper, taskWords } from '#tests/support/a-paper.ts'
import { readDocx } from '#tests/support/read-docx.ts'
import { flat, readPdf } from '#tests/support/read-pdf.ts'
import { motto, nationalTitle } from '#workflows/documents/official.ts'

/** Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2, in the order of a page read line by line, left before right. */
const parts = [
  'ỦY BAN NHÂN DÂN', nationalTitle, motto, 'Số: 761/TB-UBND', 'Hà Nội, ngày 05 tháng 4 năm 2024', 'THÔNG BÁO', abstract, 'Ngày 05/4/2024', 'I. Nhiệm vụ', taskWords(1),
  'Các đơn vị nghiêm túc thực hiện./.', 'Nơi nhận:', '- Lưu: VT, KTTH.', 'TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Nguyễn Mẫu Hữu', 'Phụ lục', 'DANH MỤC NHIỆM VỤ',
  '(Kèm theo Thông báo số 761/TB-UBND ngày 05 tháng 4 năm 2024)', 'STT', taskWords(3),
]
const missing = (text: string) => parts.filter((part) => !text.includes(part))
const places = (text: string) => {
  let from = 0
  return parts.map((part) => (from = text.indexOf(part, from)))
}

describe('as a Word file', () => {
  let docx: Awaited<ReturnType<typeof readDocx>>
  beforeAll(async () => void (docx = await readDocx(await renderPaper(aPaper(), 'docx'))))

  test('a paper has every part that the decree demands, in its order', () => {
    const text = flat(docx.text)
    expect(missing(text)).toEqual([])
    expect(places(text)).not.toContain(-1)
  })

  test('it lies on A4 with the margins of an office, its annex across, each numbered for itself from its second page', () => {
    const margins = { top: 20, bottom: 20, left: 30, right: 15 }
    expect(docx.sections).toEqual([
      { width: 210, height: 297, across: false, margins, firstPageApart: true, startsAt: 1 },
      { width: 297, height: 210, across: true, margins, firstPageApart: true, startsAt: 1 },
    ])
    for (const header of docx.headers) expect(header).toMatch(/<w:jc w:val="center"\/>.*PAGE/)
  })

  test('it names the face offices have, is Vietnamese to a spelling checker, and repeats the head of its table', () => {
    expect(docx.styles).toContain('w:ascii="Times New Roman"')
    expect(docx.styles).toContain('vi-VN')
    expect(docx.repeatedRows).toBe(1)
  })
})

describe('as PDF', () => {
  let pdf: Awaited<ReturnType<typeof readPdf>>
  beforeAll(async () => void (pdf = await readPdf(await renderPaper(aPaper(40), 'pdf'))))

  test('a paper has every part that the decree demands', () => {
    expect(missing(pdf.text)).toEqual([])
    expect(pdf.title).toBe('Thông báo kết luận')
  })

  test('its parts stand where the decree has them: the issuing body left of the national title, the signature right of whom it goes to', () => {
    const [first] = pdf.pages
    const at = (text: string) => first!.words.find((word) => word.text.startsWith(text))!
    const [body, nation, number, dated, type, sent, signed] = ['ỦY', 'CỘNG', 'Số:', 'Hà', 'THÔNG', 'Nơi', 'TL.'].map(at)
    expect(body!.x).toBeLessThan(nation!.x)
    expect(body!.y).toBeCloseTo(nation!.y, 0)
    expect(number!.y).toBeCloseTo(dated!.y, 0)
    expect(number!.x).toBeLessThan(dated!.x)
    expect(dated!.y).toBeLessThan(type!.y)
    expect(type!.y).toBeLessThan(sent!.y)
    expect(Math.abs(sent!.y - signed!.y)).toBeLessThan(1)
    expect(sent!.x).toBeLessThan(signed!.x)
  })

  test('nothing stands in the margins but the number of a page, which the first of a part does not have', () => {
    expect(pdf.pages.map(({ width, height }) => `${width}×${height}`)).toEqual(['210×297', ...pdf.pages.slice(1).map(() => '297×210')])
    expect(pdf.pages.length).toBeGreaterThan(3)
    for (const [at, { words, width, height }] of pdf.pages.entries()) {
      const above = words.filter(({ y }) => y < 20)
      expect(above.map(({ text }) => text)).toEqual(at < 2 ? [] : [String(at)])
      if (at >= 2) expect(above[0]!.x + above[0]!.width / 2).toBeCloseTo(30 + (width - 45) / 2, 0)
      for (const { x, y, width: wide } of words) {
        expect(x).toBeGreaterThanOrEqual(29.9)
        expect(x + wide).toBeLessThanOrEqual(width - 14.9)
        expect(y).toBeLessThanOrEqual(height - 20)
      }
    }
  })

  test('the head of its table is on each page of the table, and each row once', () => {
    for (const { text } of pdf.pages.slice(1)) expect(flat(text)).toContain('Nội dung nhiệm vụ')
    for (let n = 1; n <= 40; n += 1) expect(pdf.text.split(taskWords(n)).length, `task ${n}`).toBe(n === 1 ? 3 : 2)
  })

  test('its faces are embedded ones with every Vietnamese letter', async () => {
    for (const font of pdf.fonts) expect(font).toMatch(/Tinos/)
    const letters = 'aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ đ'
    const { body, ...letter } = aPaper().letter!
    const paper = { ...aPaper(), annexes: [], letter: { ...letter, body: [...body, { kind: 'plain' as const, runs: [{ text: letters }, { text: ` ${letters.toUpperCase()}`, bold: true as const }] }] } }
    const { text } = await readPdf(await renderPaper(paper, 'pdf'))
    expect(text).toContain(letters)
    expect(text).toContain(letters.toUpperCase())
  })
})

test('text that came in pieces or with what no file may hold goes out whole and composed', async () => {
  const paper = aPaper()
  const loose = 'Đề nghị Ủy ban\u0007 xử lý \uD800<b>&amp;</b>'.normalize('NFD')
  paper.letter!.body = [{ kind: 'paragraph', runs: [{ text: loose }] }]
  const wanted = 'Đề nghị Ủy ban xử lý \uFFFD<b>&amp;</b>'
  const docx = await readDocx(await renderPaper(paper, 'docx'))
  expect(docx.paragraphs).toContain(wanted)
  for (const line of docx.paragraphs) expect(line).toBe(line.normalize('NFC'))
  const pdf = await readPdf(await renderPaper(paper, 'pdf'))
  expect(pdf.text).toContain('Đề nghị Ủy ban xử lý')
  expect(pdf.text).toBe(pdf.text.normalize('NFC'))
})

test('a word wider than its cell is broken, and stays within the page', async () => {
  const paper = aPaper(1)
  const address = `https://dichvucong.hanoi.gov.vn/${'ho-so/'.repeat(20)}123`
  paper.annexes[0]!.body = [{ kind: 'table', table: { columns: [{ label: 'STT', share: 10 }, { label: 'Ghi chú', share: 10 }], rows: [{ cells: ['1', address.replaceAll('-', '')] }] } }]
  const { pages } = await readPdf(await renderPaper(paper, 'pdf'))
  for (const { words, width } of pages) for (const { x, width: wide } of words) expect(x + wide).toBeLessThanOrEqual(width - 14.9)
  expect(pages.map(({ text }) => text).join('').replace(/\s/g, '')).toContain(address.replaceAll('-', ''))
})

test('five hundred tasks are all there, in both files', async () => {
  const paper = aPaper(500)
  const [docx, pdf] = await Promise.all([renderPaper(paper, 'docx').then(readDocx), renderPaper(paper, 'pdf').then(readPdf)])
  for (let n = 1; n <= 500; n += 1) {
    expect(docx.text).toContain(taskWords(n))
    expect(pdf.text).toContain(taskWords(n))
  }
})

test('a draft says so, and has room for number and date', async () => {
  const paper = aPaper()
  Object.assign(paper.letter!, { draft: true, number: 'Số:         /TB-UBND' })
  const docx = await readDocx(await renderPaper(paper, 'docx'))
  expect(docx.paragraphs).toContain('DỰ THẢO')
  expect(docx.paragraphs).toContain('Số:         /TB-UBND')
})
