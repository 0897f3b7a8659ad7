import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { workbookBytes, type SheetMade } from '#tests/support/workbook-bytes.ts'
import { readPaste } from '../read/read-paste.server.ts'
import { readWorkbook } from '../read/read-workbook.server.ts'
import { proposeAnnex } from './propose-annex.ts'
import type { Mapping, Problem, Proposal } from './proposal.ts'

const propose = async (sheets: SheetMade[], mapping?: Mapping) =>
  proposeAnnex(await readWorkbook(workbookBytes(sheets)), mapping)
const everything = ({ problems, rows }: Proposal) => [...problems, ...rows.flatMap((row) => row.problems)]
const find = (proposal: Proposal, key: Problem['key']) => everything(proposal).filter((problem) => problem.key === key)

const header = ['STT', 'Doanh nghiệp', 'Mã số thuế', 'Nội dung kiến nghị']

type Label = { stt: number; enterprise: string; tax_code: string; zone: string; district: string; group: string }
const shipped = () => readWorkbook(readFileSync('db/seed/data/phu-luc-80-y-kien.xlsx'))

test('the shipped annex gives its 80 comments as they are labelled', async () => {
  const labels = JSON.parse(readFileSync('tests/data/phu-luc-80-y-kien.labels.json', 'utf8')) as Label[]
  const { rows } = proposeAnnex(await shipped())
  expect(rows).toHaveLength(80)
  expect(
    rows.map(({ order, enterprise, taxCode, zone, district, group }) => {
      return { stt: Number(order), enterprise, tax_code: taxCode, zone, district, group }
    }),
  ).toEqual(labels.map(({ stt, enterprise, tax_code, zone, district, group }) => {
    return { stt, enterprise, tax_code, zone, district, group }
  }))
  const count = (code: string) => rows.filter(({ group }) => group === code).length
  expect(['land', 'admin', 'clearance', 'support'].map(count)).toEqual([20, 24, 16, 20])
})

test('the shipped annex has no problem but repairs, each with its cell and both texts', async () => {
  const proposal = proposeAnnex(await shipped())
  expect(proposal.problems).toEqual([])
  const keys = new Set(everything(proposal).map(({ key }) => key))
  expect(keys).toEqual(new Set(['repairedSpaces', 'repairedComposed']))
  const [first] = find(proposal, 'repairedSpaces')
  expect(first).toMatchObject({ sheet: 'Phụ lục', cell: 'E19', severity: 'info' })
  expect(first?.params.before).toMatch(/^␣␣Công/)
  expect(first?.params.after).toMatch(/^Công/)
})

test('a re-sorted file gives the same keys', async () => {
  const rows = [['1', 'Công ty A', '', 'Giá đất'], ['2', 'Công ty B', '', 'Điện'], ['3', 'Công ty A', '', 'giá  đất.']]
  const keys = async (sorted: string[][]) => {
    const { rows } = await propose([{ rows: [header, ...sorted] }])
    return rows.map(({ rowKey }) => rowKey)
  }
  const forward = await keys(rows)
  expect(new Set(forward).size).toBe(3)
  expect(new Set(await keys(rows.toReversed()))).toEqual(new Set(forward))
})

test('a two-line header with merged cells is understood', async () => {
  const { mapping, rows } = await propose([
    {
      name: 'PL',
      rows: [
        ['TỔNG HỢP KIẾN NGHỊ'],
        ['TT', 'Thông tin doanh nghiệp', null, null, 'Nội dung', null, 'Cơ quan giải quyết'],
        [null, 'Tên', 'MST', 'Địa chỉ', 'Khó khăn, vướng mắc', 'Kiến nghị, đề xuất'],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
        [1, 'Công ty A', '0100109106', 'KCN Phú Nghĩa (huyện Chương Mỹ)', 'Chậm cấp sổ', 'Đề nghị cấp sổ', 'Sở TN&MT'],
      ],
      merged: ['A1:G1', 'A2:A3', 'B2:D2', 'E2:F2', 'G2:G3'],
    },
  ])
  const columns = { order: 0, enterprise: 1, taxCode: 2, zone: 3, text: 4, proposal: 5, unit: 6 }
  expect(mapping).toEqual({ PL: { headerRow: 3, columns } })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    enterprise: 'Công ty A',
    taxCode: '0100109106',
    zone: 'KCN Phú Nghĩa',
    district: 'huyện Chương Mỹ',
    text: 'Chậm cấp sổ\nĐề nghị cấp sổ',
    unit: 'Sở TN&MT',
  })
})

test('a corrected mapping decides in the second pass', async () => {
  const sheets = [{ name: 'A', rows: [['X', 'Y', 'Z'], ['một', 'Đề nghị B', 'Công ty C']] }]
  const mapping = { A: { headerRow: 1, columns: { text: 1, enterprise: 2 } } }
  const proposal = await propose(sheets, mapping)
  expect(proposal.mapping).toEqual(mapping)
  expect(proposal.rows).toMatchObject([{ text: 'Đề nghị B', enterprise: 'Công ty C' }])
  expect(find(proposal, 'columnIgnored')).toMatchObject([{ cell: 'A1', params: { column: 'A', header: 'X' } }])
  const without = await propose(sheets, { A: { headerRow: 1, columns: { enterprise: 2 } } })
  expect(find(without, 'textColumnMissing')).toMatchObject([{ sheet: 'A', severity: 'error' }])
})

test('every sheet with a table is read, others are named', async () => {
  const proposal = await propose([
    { name: 'Nhóm I', rows: [header, [1, 'Công ty A', null, 'Giá đất']] },
    { name: 'Hướng dẫn', rows: [['Điền theo mẫu']] },
    { name: 'Nháp', state: 'hidden', rows: [header, [1, 'Công ty B', null, 'Điện']] },
    { name: '__proto__', rows: [header, [1, 'Công ty C', null, 'Nước']] },
  ])
  expect(proposal.rows.map(({ sheet, include }) => [sheet, include])).toEqual(
    [['Nhóm I', true], ['Nháp', false], ['__proto__', true]],
  )
  expect(find(proposal, 'sheetIgnored')).toMatchObject([{ sheet: 'Hướng dẫn' }])
  expect(find(proposal, 'sheetHidden')).toMatchObject([{ sheet: 'Nháp', params: { rows: 1 } }])
})

test('a sheet without a header is guessed from its content', async () => {
  const proposal = await propose([
    {
      name: 'PL',
      rows: [
        [1, 'Công ty A', '0100109106', 'Đề nghị sớm xác định giá thuê đất'],
        [2, 'HTX B', '0100109106-001', 'Đề nghị cấp giấy chứng nhận'],
      ],
    },
  ])
  expect(proposal.mapping.PL).toEqual({ headerRow: 0, columns: { order: 0, taxCode: 2, enterprise: 1, text: 3 } })
  expect(proposal.rows).toHaveLength(2)
  expect(find(proposal, 'headerNotFound')).toMatchObject([{ sheet: 'PL', severity: 'warning' }])
})

test('pasted paragraphs become comments with their groups', () => {
  const { rows, problems } = proposeAnnex(
    readPaste('I. Thủ tục hành chính (2 ý kiến)\n1. Đề nghị rút ngắn thủ tục\n2. Hoàn thuế chậm\n'),
  )
  expect(rows.map(({ order, text, group }) => [order, text, group])).toEqual([
    ['1', 'Đề nghị rút ngắn thủ tục', 'admin'],
    ['2', 'Hoàn thuế chậm', 'admin'],
  ])
  expect(problems).toEqual([])
})

test('nothing to import is said, not thrown', async () => {
  expect(find(proposeAnnex([]), 'noComments')).toMatchObject([{ severity: 'error' }])
  expect(find(await propose([{ rows: [] }]), 'noComments')).toHaveLength(1)
  expect(find(await propose([{ rows: [header] }]), 'noComments')).toHaveLength(1)
})

test('an annex of 2,000 rows is proposed with time to spare', async () => {
  const text = 'Đề nghị hướng dẫn thủ tục thuê đất và hoàn thiện hồ sơ pháp lý của dự án. '.repeat(4)
  const rows = Array.from({ length: 2_000 }, (_, index) => [index + 1, `Công ty ${index}`, 9900000000 + index, text])
  const grids = await readWorkbook(workbookBytes([{ rows: [header, ...rows] }]))
  const start = performance.now()
  const proposal = proposeAnnex(grids)
  console.log(`2,000 rows proposed in ${Math.round(performance.now() - start)} ms`)
  expect(proposal.rows).toHaveLength(2_000)
})
