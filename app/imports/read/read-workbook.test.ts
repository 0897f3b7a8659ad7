import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { workbookBytes, type CellMade } from '#tests/support/workbook-bytes.ts'
import { readWorkbook } from './read-workbook.server.ts'

function styles(...formats: string[]) {
  const codes = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`).join('')
  const used = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')
  const cellXfs = `<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>${used}</cellXfs>`
  return `<styleSheet><numFmts>${codes}</numFmts>${cellXfs}</styleSheet>`
}

async function cells(row: CellMade[], parts: Record<string, string> = {}) {
  const [grid] = await readWorkbook(workbookBytes([{ rows: [row] }], parts))
  return grid?.rows[0]?.cells ?? []
}

test('the runs of a rich text are joined, shared or inline', async () => {
  const runs = '<r><t>Đề </t></r><r><rPr><b/></rPr><t xml:space="preserve">nghị </t></r><rPh><t>x</t></rPh>'
  const parts = { 'xl/sharedStrings.xml': `<sst><si>${runs}</si></sst>` }
  const inline = { attributes: 't="inlineStr"', inside: '<is><r><t>A&amp;</t></r><r><t>B</t></r></is>' }
  const [shared, joined] = await cells([{ attributes: 't="s"', inside: '<v>0</v>' }, inline], parts)
  expect(shared).toEqual({ text: 'Đề nghị ', kind: 'text' })
  expect(joined).toEqual({ text: 'A&B', kind: 'text' })
})

test('a formula shows its saved value and is not run', async () => {
  const [sum, text, unsaved] = await cells([
    { inside: '<f>1+1</f><v>2</v>' },
    { attributes: 't="str"', inside: '<f>HYPERLINK("http://x")</f><v>Sở Tài chính</v>' },
    { inside: '<f>WEBSERVICE("http://x")</f>' },
  ])
  expect(sum).toEqual({ text: '2', kind: 'formula' })
  expect(text).toEqual({ text: 'Sở Tài chính', kind: 'formula' })
  expect(unsaved).toEqual({ text: '', kind: 'formula' })
})

test('a text that looks like a formula stays text', async () => {
  expect(await cells(['=1+1', '+84', '-a', '@x'])).toEqual(
    ['=1+1', '+84', '-a', '@x'].map((text) => ({ text, kind: 'text' })),
  )
})

test('numbers keep their digits, padded zeros and dates as shown', async () => {
  const parts = { 'xl/styles.xml': styles('0000000000', '[$-42A]dd\\ mmmm\\ yyyy;@', '#,##0\\ &quot;đồng&quot;') }
  const numbers = await cells(
    [
      { inside: '<v>9.9000219220000005E9</v>' },
      { attributes: 's="2"', inside: '<v>100109106</v>' },
      { attributes: 's="1"', inside: '<v>45387</v>' },
      { attributes: 's="3"', inside: '<v>45387.5</v>' },
      { attributes: 's="4"', inside: '<v>1000000</v>' },
      { inside: '<v>0.30000000000000004</v>' },
      { attributes: 't="e"', inside: '<v>#N/A</v>' },
    ],
    parts,
  )
  expect(numbers.map(({ text }) => text)).toEqual(
    ['9900021922', '0100109106', '05/04/2024', '05/04/2024', '1000000', '0.3', '#N/A'],
  )
  expect(numbers.map(({ kind }) => kind)).toEqual(['number', 'number', 'date', 'date', 'number', 'number', 'error'])
})

test('hidden rows, columns and sheets are marked, not dropped', async () => {
  const grids = await readWorkbook(
    workbookBytes([
      { name: 'Nhóm I', rows: [['a', 'b'], ['c', 'd']], hiddenRows: [2], hiddenColumns: [1] },
      { name: 'Nháp', state: 'veryHidden', rows: [['x']] },
    ]),
  )
  expect(grids.map(({ sheet, hidden }) => ({ sheet, hidden }))).toEqual([
    { sheet: 'Nhóm I', hidden: false },
    { sheet: 'Nháp', hidden: true },
  ])
  expect(grids[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, true])
  expect(grids[0]?.hiddenColumns).toEqual([1])
})

test('a merged range repeats its text and says where it is from', async () => {
  const [grid] = await readWorkbook(workbookBytes([{ rows: [['A', 'x'], [null, 'y']], merged: ['A1:A2'] }]))
  expect(grid?.rows[1]?.cells[0]).toEqual({ text: 'A', kind: 'text', mergedFrom: 'A1' })
})

test('control characters that XML cannot hold come out of their escapes', async () => {
  expect(await cells(['một_x000D_\nhai _x005F_x'])).toEqual([{ text: 'một\r\nhai _x', kind: 'text' }])
})

test('what cannot be stored as text does not come out of a file', async () => {
  const [escaped, numeric] = await cells(['a_x0000_b_xD800_', { attributes: 't="str"', inside: '<v>&#0;&#xDFFF;</v>' }])
  expect(escaped?.text).toBe('a\uFFFDb\uFFFD')
  expect(numeric?.text).toBe('\uFFFD\uFFFD')
})

test('a file written by another program is read alike', async () => {
  const day = new Date(Date.UTC(2024, 3, 5))
  const rows = [
    [{ value: 'STT' }, { value: 'Doanh nghiệp', columnSpan: 2 }, null, { value: 'Ngày' }],
    [{ value: 1 }, { value: 'Công ty A' }, { value: 'B' }, { value: day, format: 'dd/mm/yyyy' }],
  ]
  const [grid] = await readWorkbook(await writeXlsxFile(rows, { sheet: 'Phụ lục' }).toBuffer())
  expect(grid?.sheet).toBe('Phụ lục')
  expect(grid?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['STT', 'Doanh nghiệp', 'Doanh nghiệp', 'Ngày'],
    ['1', 'Công ty A', 'B', '05/04/2024'],
  ])
})
