import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { sheetView } from '#app/conferences/sheet-view.server.ts'
import type { DocumentName } from '#app/documents/documents.ts'
import { makeDocument, paperOf } from '#app/documents/make-document.server.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { readFile } from '#app/imports/read/read-file.server.ts'
import { conferences } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHeldConference, withNotice } from '#tests/support/held-conference.ts'
import { readDocx } from '#tests/support/read-docx.ts'
import { flat, readPdf } from '#tests/support/read-pdf.ts'
import { motto, nationalTitle, type Paper } from '#workflows/documents/official.ts'
import { linesAt, sheetLines } from '#workflows/reports/sheet.ts'

registerFromDisk()
const { db } = await testDatabase()
let held: Awaited<ReturnType<typeof aHeldConference>>
const now = new Date('2026-06-15T03:00:00Z')

beforeAll(async () => {
  await seedReference(db)
  held = await aHeldConference(db)
  await withNotice(db, held)
})

const paper = (document: DocumentName, by: Actor = held.house.coordinator) => paperOf(db, by, { id: held.id, document, now })
const file = (document: DocumentName, format: 'docx' | 'pdf' | 'xlsx') => makeDocument(db, held.house.coordinator, { id: held.id, document, now }, format)
const grid = async (document: DocumentName) => {
  const { name, bytes } = await file(document, 'xlsx')
  const [sheet] = await readFile({ name, bytes })
  return sheet!.rows.map(({ cells }) => cells.map(({ text }) => text))
}
const tableOf = ({ letter, annexes }: Paper) =>
  [...(letter?.body ?? []), ...annexes.flatMap(({ body }) => body)].flatMap((block) => (block.kind === 'table' ? [block.table.rows.flatMap((row) => ('cells' in row ? [row.cells] : []))] : []))
const words = (of: Paper) => (of.letter?.body ?? []).map((block) => (block.kind === 'table' ? '' : block.runs.map(({ text }) => text).join('')))

describe('the notice of conclusions', () => {
  test('has all parts of Điều 8 of the decree in their order, and its tasks with unit, date and issues', async () => {
    const { name, bytes } = await file('conclusion', 'docx')
    expect(name).toBe('Thông báo kết luận 05-04-2026.docx')
    const text = flat((await readDocx(bytes)).text)
    const parts = ['ỦY BAN NHÂN DÂN', nationalTitle, motto, 'Số: 761/TB-UBND', 'Hà Nội, ngày 12 tháng 4 năm 2026', 'THÔNG BÁO', 'Kết luận của', '1. Sở Tài nguyên và Môi trường chủ trì',
      'Nơi nhận:', '- Lưu: VT.', 'TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Nguyễn Văn Mẫu', 'Phụ lục', 'DANH MỤC NHIỆM VỤ', '(Kèm theo Thông báo số 761/TB-UBND ngày 12 tháng 4 năm 2026']
    let from = 0
    expect(parts.map((part) => (from = text.indexOf(part, from)))).not.toContain(-1)
    expect(text).toContain('phối hợp với Sở Tài chính')
    expect(text).toContain('Hoàn thành chậm nhất ngày 31/12/2026.')
    expect(text).not.toContain('DỰ THẢO')
    expect(text).toMatch(/\.\/\. Nơi nhận:/)
  })

  test('as a table for spreadsheets it has the columns officials use, a date that is one, and text that computes nothing', async () => {
    const [title, lead, head, ...rows] = await grid('tasks')
    expect(title![0]).toContain('DANH MỤC NHIỆM VỤ')
    expect(lead![0]).toContain('761/TB-UBND')
    expect(head).toEqual(['STT', 'Nội dung nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời hạn', 'Sản phẩm', 'Ghi chú/Kiến nghị liên quan'])
    expect(rows.map(([number]) => number)).toEqual(rows.map((_, at) => String(at + 1)))
    expect(rows.find(([, text]) => text === 'Hoàn thành trạm xử lý nước thải')).toEqual(['1', 'Hoàn thành trạm xử lý nước thải', 'Sở Tài nguyên và Môi trường', '', '31/12/2026', '', held.issues.second.code])
    const { name, bytes } = await file('tasks', 'xlsx')
    const [sheet] = await readFile({ name, bytes })
    expect(sheet!.rows.flatMap(({ cells }) => cells).filter(({ kind }) => kind === 'formula')).toEqual([])
    expect(sheet!.rows.flatMap(({ cells }) => cells).some(({ kind }) => kind === 'date')).toBe(true)
  })

  test('as a draft it says so to those who draft it, and is not there for anybody else', async () => {
    const other = await aHeldConference(db)
    await withNotice(db, other, false)
    const draft = await paperOf(db, other.house.secretary, { id: other.id, document: 'conclusion' })
    expect(draft.letter).toMatchObject({ draft: true, number: expect.stringMatching(/^Số: +\/TB-UBND$/) })
    for (const by of [other.house.leader, other.house.head, other.house.enterprise]) {
      await expect(paperOf(db, by, { id: other.id, document: 'conclusion' })).rejects.toMatchObject({ status: 404 })
    }
    const figures = await paperOf(db, other.house.leader, { id: other.id, document: 'figures' })
    expect(figures.annexes[0]!.reference).not.toContain('761')
  })
})

test('the table of figures has the figures of the page, on paper, in the report and in the spreadsheet', async () => {
  const { rows, total } = await sheetView(db, held.house.coordinator, held.id, 'vi', now)
  const numbers = [...rows, total].map((row) => ['received', ...sheetLines].map((line) => String(row[line as 'received'])))
  const onPaper = (of: Paper) => tableOf(of).find((table) => table[0]!.length === 1 + sheetLines.length + 1)!.map((cells) => cells.slice(1))
  expect(onPaper(await paper('figures'))).toEqual(numbers)
  expect(onPaper(await paper('handling'))).toEqual(numbers)
  expect((await grid('figures')).slice(3).map((cells) => cells.slice(1))).toEqual(numbers)
  expect(total).toMatchObject({ received: 6, before: 1, onTheSpot: 3, owed: 1, diverted: 1 })
})

test('before the meeting the report opens it: what is owed shared out as on the page', async () => {
  const early = new Date('2026-04-01T03:00:00Z')
  const { conferenceId, house } = await aHeldConference(db)
  await db.update(conferences).set({ heldOn: '2027-04-05' }).where(eq(conferences.id, conferenceId))
  const { total, held: over } = await sheetView(db, house.coordinator, String(conferenceId), 'vi', early)
  expect(over).toBe(false)
  const report = await paperOf(db, house.coordinator, { id: String(conferenceId), document: 'handling', now: early })
  expect(report.letter!.abstract).toMatch(/^Tình hình tiếp nhận, trả lời kiến nghị của doanh nghiệp trước hội nghị/)
  expect(words(report).join('\n')).toContain(`sẽ trả lời tại hội nghị ${total.inHall}; xử lý tiếp sau hội nghị ${total.later}.`)
  expect(tableOf(report)[0]!.at(-1)).toEqual(['Tổng cộng', ...['received', ...linesAt(false, total)].map((line) => String(total[line as 'received']))])
})

describe('the table of issues', () => {
  test('tells each with its unit, its state and what was answered, promised or is owed, the same in all three files', async () => {
    const [table] = tableOf(await paper('contents'))
    const row = (code: string) => table!.find((cells) => cells[1] === code)!
    expect(row(held.issues.answered.code)).toMatchObject({ 0: '1', 3: 'Đề nghị sớm cấp giấy chứng nhận quyền sử dụng đất cho lô CN3.', 5: 'Sở Tài nguyên và Môi trường', 6: 'Đã trả lời', 7: expect.stringContaining('(Văn bản số') })
    expect(row(held.issues.owed.code)[7]).toMatch(/^Quá hạn trả lời \(hạn \d\d\/\d\d\/2026\)\.$/)
    expect(row(held.issues.onTheSpot.code)[7]).toBe('Sẽ tăng chuyến từ tháng 5.\n(Trả lời tại chỗ: Giám đốc Sở Giao thông vận tải)')
    expect(row(held.issues.second.code)[7]).toContain('Cam kết: Hoàn thành trạm xử lý nước thải (Sở Tài nguyên và Môi trường, hạn 31/12/2026; Đã cam kết).')
    const plain = (cells: string[]) => table![0]!.map((_, at) => flat(cells[at] ?? ''))
    expect((await grid('contents')).slice(3).map(plain)).toEqual(table!.map(plain))
    const docx = await readDocx((await file('contents', 'docx')).bytes)
    for (const cells of table!) for (const cell of cells.filter(Boolean)) expect(docx.paragraphs).toContain(cell)
    const pdf = await readPdf((await file('contents', 'pdf')).bytes)
    expect(pdf.pages[0]).toMatchObject({ width: 297, height: 210 })
    expect(pdf.text).toContain('=1+1 đề nghị')
  })

  test('counts a complaint without its words, which the units that get these papers may not read', async () => {
    for (const document of ['contents', 'handling', 'minutes'] as const) {
      const all = JSON.stringify(await paper(document))
      expect(all).not.toContain('thu hồi đất số 12')
    }
    const [table] = tableOf(await paper('contents'))
    expect(table!.find((cells) => cells[1] === held.issues.complaint.code)).toMatchObject({ 2: '', 3: expect.stringContaining('khiếu nại, tố cáo'), 7: '' })
  })
})

test('the minutes say when, where and under whom, and in the order of the clock what was said, answered and promised', async () => {
  const minutes = await paper('minutes')
  const [began, place, present, chair, taker, course, ...said] = words(minutes)
  expect(began).toBe('Thời gian bắt đầu: 08 giờ 30 phút, ngày 05 tháng 4 năm 2026')
  expect(place).toBe('Địa điểm: Hội trường UBND Thành phố')
  expect(present).toContain('Cơ quan, đơn vị: 0 có mặt trên 1 được mời; Doanh nghiệp: 1 có mặt trên 1 được mời; Khách mời: 1 được mời')
  expect([chair, taker, course]).toEqual(['Chủ trì: Phó Chủ tịch Trần Mẫu Đức', 'Thư ký (người ghi biên bản): Lê Mẫu Hữu', 'Nội dung (theo diễn biến hội nghị):'])
  const { first, second, onTheSpot } = held.issues
  expect(said).toEqual([
    `1. Công ty TNHH Quặng Hữu Nghị (08 giờ 50 phút, ${first.code}): Điện yếu vào giờ cao điểm.`,
    'a) Trả lời của Giám đốc Sở: Đã rõ.',
    'b) Cam kết (08 giờ 55 phút): Nâng cấp trạm biến áp. Đơn vị thực hiện: Sở Tài nguyên và Môi trường; thời hạn: 31/05/2026.',
    expect.stringMatching(new RegExp(`^2\\. Công ty TNHH Mẫu \\d+ \\(09 giờ 10 phút, ${onTheSpot.code}\\): Đề nghị bố trí xe buýt`)),
    'a) Trả lời của Giám đốc Sở Giao thông vận tải: Sẽ tăng chuyến từ tháng 5.',
    `3. Công ty TNHH Thuở Ấy (09 giờ 30 phút, ${second.code}): Nước thải cụm công nghiệp chưa được đấu nối.`,
    'a) Trả lời của Giám đốc Sở: Đã rõ.',
    expect.stringMatching(/^b\) Cam kết \(09 giờ 36 phút\): Hoàn thành trạm xử lý nước thải\./),
    'Hội nghị đối thoại doanh nghiệp khu công nghiệp kết thúc vào 11 giờ 30 phút, ngày 05 tháng 4 năm 2026./.',
  ])
  expect(minutes.letter).toMatchObject({ type: 'BIÊN BẢN', dated: null, signatures: [{ position: 'THƯ KÝ', name: 'Lê Mẫu Hữu' }, { position: 'CHỦ TRÌ', name: 'Phó Chủ tịch Trần Mẫu Đức' }] })
  expect(tableOf(minutes)[0]!.map((cells) => cells[4])).toEqual(['Vắng', 'Có mặt', 'Chưa ghi nhận'])
})

test('the handling report tells as of its day how promises were kept and what is owed by unit', async () => {
  const report = await paper('handling')
  expect(report.letter).toMatchObject({ type: 'BÁO CÁO', dated: 'Hà Nội, ngày 15 tháng 6 năm 2026', abstract: expect.stringContaining('(tính đến ngày 15 tháng 6 năm 2026)') })
  expect(words(report)[0]).toContain('Thực hiện Thông báo số 761/TB-UBND ngày 12 tháng 4 năm 2026')
  expect(words(report).join('\n')).toContain('Đã trả lời 4 trên 6 kiến nghị (66,7')
  const [, promises, owed] = tableOf(report)
  expect(promises).toEqual([['Sở Tài nguyên và Môi trường', '2', '0', '1', '0', '1', '0']])
  expect(owed).toEqual([['1', 'Sở Tài nguyên và Môi trường', '1', '1'], ['', 'Tổng cộng', '1', '1']])
  expect(report.annexes.map(({ number }) => number)).toEqual(['I', 'II'])
})

test('what a person may not see is in none of their papers', async () => {
  const { enterprise } = held.house
  for (const document of ['contents', 'handling', 'minutes'] as const) {
    const all = JSON.stringify(await paper(document, enterprise))
    for (const { code } of Object.values(held.issues)) expect(all).not.toContain(code)
  }
  const { head } = held.house
  const all = JSON.stringify(await paper('contents', head))
  expect(all).toContain(held.issues.owed.code)
  expect(all).not.toContain(held.issues.complaint.code)
})
