import { expect, test } from 'vitest'
import { workbookBytes, type SheetMade } from '#tests/support/workbook-bytes.ts'
import { readWorkbook } from '../read/read-workbook.server.ts'
import { proposeAnnex } from './propose-annex.ts'
import type { Problem, Proposal } from './proposal.ts'

const propose = async (sheets: SheetMade[]) => proposeAnnex(await readWorkbook(workbookBytes(sheets)))
const find = ({ problems, rows }: Proposal, key: Problem['key']) =>
  [...problems, ...rows.flatMap((row) => row.problems)].filter((problem) => problem.key === key)

const header = ['STT', 'Doanh nghiệp', 'Mã số thuế', 'Nội dung kiến nghị']

test('groups, sums and hidden rows are counted against what they state', async () => {
  const proposal = await propose([
    {
      name: 'PL',
      rows: [
        header,
        ['I', 'Thủ tục đất đai (2 ý kiến)'],
        [1, 'Công ty A', null, 'Giá đất'],
        [2, 'Công ty B', null, 'Cấp sổ'],
        ['II. Nhóm GPMB: 3 ý kiến'],
        [3, 'Công ty A', null, 'Bồi thường'],
        header,
        [4, 'Công ty C', null, 'Mặt bằng'],
        ['III', 'An ninh trật tự'],
        [5, 'Công ty D', null, 'Trộm cắp'],
        ['Tổng cộng', null, null, 6],
        [null, null, null, 'Hà Nội, ngày 05 tháng 4 năm 2024'],
      ],
      merged: ['B2:D2', 'A5:D5', 'B9:D9'],
      hiddenRows: [4],
    },
  ])
  expect(proposal.rows.map(({ group, include }) => [group, include])).toEqual(
    [['land', true], ['land', false], ['clearance', true], ['clearance', true], [null, true]],
  )
  expect(find(proposal, 'groupCount')).toMatchObject([
    { cell: 'B2', params: { stated: 2, found: 1, hidden: 1 } },
    { cell: 'A5', params: { stated: 3, found: 2, hidden: 0 } },
  ])
  expect(find(proposal, 'totalCount')).toMatchObject([{ cell: 'A11', params: { stated: 6, found: 4, hidden: 1 } }])
  expect(find(proposal, 'groupUnknown')).toMatchObject([{ cell: 'B9', params: { title: 'An ninh trật tự' } }])
  expect(find(proposal, 'repeatedHeader')).toMatchObject([{ cell: 'A7' }])
  expect(find(proposal, 'rowHidden')).toMatchObject([{ cell: 'A4' }])
  expect(find(proposal, 'noteRow')).toMatchObject([{ cell: 'D12' }])
})

test('an enterprise above its comments, merged or blank below, speaks for all of them', async () => {
  const proposal = await propose([
    {
      name: 'PL',
      rows: [
        header,
        [1, 'Tổng công ty A', '0100109106', 'Giá đất'],
        [null, null, null, 'Điện'],
        [null, 'Công ty B', '0100109106-001'],
        [2, null, null, 'Nước'],
        [3, 'Công ty C'],
        [4, 'Công ty D', null, 'Thuế'],
        [5, null, null, 'Hải quan'],
      ],
      merged: ['B7:B8'],
    },
  ])
  expect(proposal.rows.map(({ enterprise, taxCode }) => [enterprise, taxCode])).toEqual([
    ['Tổng công ty A', '0100109106'],
    ['Tổng công ty A', '0100109106'],
    ['Công ty B', '0100109106-001'],
    ['Công ty D', ''],
    ['Công ty D', ''],
  ])
  expect(find(proposal, 'enterpriseCarried').map(({ cell }) => cell)).toEqual(['B3', 'B5'])
  expect(find(proposal, 'textMissing').map(({ cell }) => cell)).toEqual(['D6'])
})

test('a tax code that lost its zero is offered back, not changed', async () => {
  const proposal = await propose([{ name: 'PL', rows: [header, [1, 'Công ty A', 100109106, 'Giá đất']] }])
  expect(proposal.rows[0]?.taxCode).toBe('100109106')
  expect(find(proposal, 'taxCodeZero')).toMatchObject([
    { sheet: 'PL', cell: 'C2', severity: 'warning', fix: { field: 'taxCode', value: '0100109106' } },
  ])
})

test('wrong tax codes, two codes of one name and two names of one code are named', async () => {
  const proposal = await propose([
    {
      name: 'PL',
      rows: [
        header,
        [1, 'Công ty A', '0100109107', 'Giá đất'],
        [2, 'Công ty B', '0100109106', 'Điện'],
        [3, 'Công ty B', '0100109106-001', 'Nước'],
        [4, 'Công ty E', '0100109106', 'Thuế'],
        [5, 'Công ty E', '0100109106', 'thuế.'],
      ],
    },
  ])
  expect(find(proposal, 'taxCodeCheck')).toMatchObject([{ cell: 'C2', params: { code: '0100109107' } }])
  expect(find(proposal, 'taxCodeDiffers')).toMatchObject([{ cell: 'C4', params: { where: 'PL!C3' } }])
  expect(find(proposal, 'enterpriseNameDiffers')[0]).toMatchObject({ cell: 'B5', params: { other: 'Công ty B' } })
  expect(find(proposal, 'duplicateRow')).toMatchObject([{ cell: 'D6', params: { where: 'PL!D5' } }])
})

test.each([
  ['TCVN3', ['STT', '§¬n vÞ', 'Néi dung kiÕn nghÞ'], ['1', 'C«ng ty Hoµng Hµ', '§Ò nghÞ gi¶i phãng mÆt b»ng']],
  ['VNI', ['STT', 'Ñôn vò', 'Noäi dung kieán nghò'], ['1', 'Coâng ty Hoaøng Haø', 'Ñeà nghò giaûi phoùng maët baèng']],
])('%s is repaired in sight, also in the header', async (encoding, head, row) => {
  const proposal = await propose([{ name: 'PL', rows: [head, row] }])
  expect(proposal.rows).toMatchObject([{ enterprise: 'Công ty Hoàng Hà', text: 'Đề nghị giải phóng mặt bằng' }])
  expect(find(proposal, 'repairedEncoding')).toMatchObject([
    { cell: 'B2', params: { encoding, before: row[1], after: 'Công ty Hoàng Hà' } },
    { cell: 'C2', params: { encoding, before: row[2] } },
  ])
})

test('a cell that numbers several comments is only pointed out', async () => {
  const text = '1. Đề nghị cấp sổ.\n2. Đề nghị giảm thuế 2. lần'
  const proposal = await propose([{ rows: [header, [1, 'Công ty A', null, text]] }])
  expect(proposal.rows.map((row) => row.text)).toEqual([text])
  expect(find(proposal, 'severalComments')).toMatchObject([{ cell: 'D2', params: { count: 2 } }])
})

test('a shortened text keeps its characters whole', async () => {
  const proposal = await propose([{ rows: [header, [1, 'Công ty A', null, `  ${'😀'.repeat(100)}`]] }])
  const [problem] = find(proposal, 'repairedSpaces')
  expect(Buffer.from(String(problem?.params.before)).toString()).toBe(problem?.params.before)
})

test('errors and formulas without a value count as blank and are named', async () => {
  const proposal = await propose([
    {
      rows: [
        header,
        [1, 'Công ty A', { attributes: 't="e"', inside: '<v>#N/A</v>' }, 'Giá đất'],
        [2, 'Công ty B', { inside: '<f>A1</f>' }, { attributes: 't="str"', inside: '<f>A1</f><v>Điện</v>' }],
        [3, 'Công ty C', null, '=HYPERLINK("http://x")'],
      ],
    },
  ])
  expect(proposal.rows.map(({ taxCode, text }) => [taxCode, text])).toEqual(
    [['', 'Giá đất'], ['', 'Điện'], ['', '=HYPERLINK("http://x")']],
  )
  expect(find(proposal, 'cellError')).toMatchObject([{ cell: 'C2', params: { shown: '#N/A' } }])
  expect(find(proposal, 'formulaNoValue')).toMatchObject([{ cell: 'C3' }])
})
