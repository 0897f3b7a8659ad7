import { beforeAll, expect, test } from 'vitest'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { translator } from '#app/i18n/instance.ts'
import { readFile } from '#app/imports/read/read-file.server.ts'
import { issueFigures } from '#app/issued/issue-figures.server.ts'
import { reportView } from '#app/reports/report-view.server.ts'
import { formatNumber, formatRate } from '#app/ui/format.ts'
import { boxNames } from '#workflows/reports/boxes.ts'
import { ratesOf } from '#workflows/reports/rates.ts'
import type { Actor } from '#app/access/actor.ts'
import { aConference } from '#tests/support/conferences.ts'
import { live, lives } from '#tests/support/histories.ts'
import { aHouse } from '#tests/support/issues.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson } from '#tests/support/people.ts'
import { readDocx } from '#tests/support/read-docx.ts'
import { flat, readPdf } from '#tests/support/read-pdf.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

registerFromDisk()
const t = translator('vi')
const { app, db } = await openHouse()
let house: Awaited<ReturnType<typeof aHouse>>
let question: string
beforeAll(async () => {
  house = await aHouse(db)
  const conference = await aConference(db, house.secretary)
  await live(db, house, conference, lives.flatMap((life, index) => [life.length, 2].map((steps) => ({ life: index, steps, hours: [12 * index + 5, 30, 50] }))))
  question = `conference=${conference}&by=unit&from=2024-05-30&to=2024-06-30&asOf=2024-07-20T05:00:00.000Z`
})

const ask = async (by: Actor, path: string) => fetch(`${app.origin}${path}`, { headers: { Cookie: await cookieOf(db, by) } })
const bytesOf = async (by: Actor, path: string) => {
  const response = await ask(by, path)
  expect([path, response.status]).toEqual([path, 200])
  return new Uint8Array(await response.arrayBuffer())
}
const cellsOf = (sheet: { rows: { cells: { text: string }[] }[] }) => sheet.rows.map(({ cells }) => cells.map(({ text }) => text))

test('the workbook says of every row and box what the screen says, and lists the issues it counted', async () => {
  const view = await reportView(db, house.leader, new URLSearchParams(question), 'vi')
  const sheets = await readFile({ name: 'x.xlsx', bytes: await bytesOf(house.leader, `/reports/resolution.xlsx?${question}`) })
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Tổng hợp', 'Chi tiết', 'Cách tính', 'Kiến nghị'])
  const boxes = cellsOf(sheets[1]!)
  const head = boxes.findIndex(([first]) => first === 'Đơn vị chủ trì')
  expect(boxes[head]!.slice(1, 1 + boxNames.length)).toEqual(boxNames.map((box) => t(`reports:box.${box}`)))
  const shown = [...view.rows.map((row) => ({ ...row })), { ...view.total, label: 'Tổng cộng' }].map((row) => [
    row.label, ...boxNames.map((box) => String(row[box])), ...[row.perComment.received, row.perComment.answered, row.perComment.resolved].map(String), ...ratesOf(row).flatMap(({ n, of }) => [String(n), String(of)]),
  ])
  expect(view.rows.length).toBeGreaterThan(1)
  expect(boxes.slice(head + 1, head + 1 + shown.length)).toEqual(shown)

  const period = cellsOf(sheets[0]!)
  const total = period.find(([, label]) => label === 'Tổng cộng')!
  const [carried, fresh, reopened, all] = total.slice(2, 6).map(Number)
  expect(fresh).toBe(view.total.received)
  expect(carried! + fresh! + reopened!).toBe(all)
  const listed = cellsOf(sheets[3]!)
  expect(listed.filter(([, code]) => code?.startsWith('KN'))).toHaveLength(all!)
  expect(cellsOf(sheets[2]!).flat().join()).toMatch(/answerRate, phiên bản 1.*Mẫu số: «Tiếp nhận»/)
})

test.each(['pdf', 'docx'] as const)('as %s it has the same figures, its definitions, and the register unit by unit after a table of contents', async (format) => {
  const view = await reportView(db, house.leader, new URLSearchParams(question), 'vi')
  const bytes = await bytesOf(house.leader, `/reports/resolution.${format}?${question}`)
  const text = format === 'pdf' ? (await readPdf(bytes)).text : flat((await readDocx(bytes)).text)
  const said = [
    'BÁO CÁO KẾT QUẢ', 'Tính đến 12:00 20/07/2024', 'Kỳ trước chuyển sang', 'Tiếp nhận mới', 'Mở lại trong kỳ', 'Chưa trả lời, quá hạn', 'Cách tính', 'phiên bản 1', 'Mục lục', 'Phụ lục II', 'Đơn vị phối hợp', 'Thời hạn',
  ]
  for (const words of said) expect(text).toContain(words)
  for (const row of view.rows) {
    expect(text).toContain(row.label)
    for (const { n, of } of ratesOf(row)) if (of > 0) expect(text).toContain(`${formatNumber(n, 'vi')}/${formatNumber(of, 'vi')}`)
  }
  expect(text.replaceAll('\u00a0', ' ')).toContain(formatRate(view.total.answered, view.total.received, 'vi').replaceAll('\u00a0', ' '))
})

test('a unit’s head gets the figures of the unit, who is no reader of reports none, and a complaint is counted and not told', async () => {
  const sheets = await readFile({ name: 'x.xlsx', bytes: await bytesOf(house.head, `/reports/resolution.xlsx?${question}`) })
  const own = await reportView(db, house.head, new URLSearchParams(question), 'vi')
  expect(cellsOf(sheets[1]!).find(([label]) => label === 'Tổng cộng')![1]).toBe(String(own.total.received))
  expect(own.total.received).toBeLessThan((await reportView(db, house.leader, new URLSearchParams(question), 'vi')).total.received)
  for (const by of [house.enterprise, await aPerson(db, 'admin')]) expect((await ask(by, `/reports/resolution.pdf?${question}`)).status).toBe(403)
  const docx = flat((await readDocx(await bytesOf(house.leader, `/reports/resolution.docx?${question}`))).text)
  expect(docx).toContain('(Đã chuyển xử lý theo quy định của pháp luật về khiếu nại, tố cáo)')
})

test('what was issued is downloaded as it was issued, with number, issuer and hash', async () => {
  const id = await issueFigures(db, house.leader, { title: 'Quý II năm 2024', question })
  const text = (await readPdf(await bytesOf(house.secretary, `/reports/issued/${id}/figures.pdf`))).text
  expect(text).toMatch(/Quý II năm 2024.*Số \d\d\/\d{4}.*SHA-256: [0-9a-f]{10}/)
  expect(text).toContain(house.leader.name)
  const sheets = await readFile({ name: 'x.xlsx', bytes: await bytesOf(house.coordinator, `/reports/issued/${id}/figures.xlsx`) })
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Tổng hợp', 'Chi tiết', 'Cách tính'])
  expect((await ask(house.head, `/reports/issued/${id}/figures.pdf`)).status).toBe(403)
  expect((await ask(house.leader, '/reports/issued/999999/figures.pdf')).status).toBe(404)
})
