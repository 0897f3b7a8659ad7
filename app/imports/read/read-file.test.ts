import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { workbookBytes } from '#tests/support/workbook-bytes.ts'
import { zipBytes } from '#tests/support/zip-bytes.ts'
import { parseApart } from './parse-apart.server.ts'
import { readFile } from './read-file.server.ts'

const read = (bytes: Uint8Array, name = 'phu-luc.xlsx') => readFile({ name, bytes })
const refusal = (bytes: Uint8Array) => read(bytes).then(() => 'read', (error: { key?: string }) => error.key ?? error)

test('the shipped annex reads as one sheet with its merged cells repeated', async () => {
  const [grid, ...others] = await read(readFileSync('db/seed/data/phu-luc-80-y-kien.xlsx'))
  expect(others).toEqual([])
  expect(grid).toMatchObject({ sheet: 'Phụ lục', hidden: false, layout: 'table' })
  const row = grid?.rows.find(({ number }) => number === 10)
  expect(row?.cells[1]).toEqual({ text: 'Công ty CP Mẫu 03 – cơ khí', kind: 'text', mergedFrom: 'B9' })
  expect(grid?.rows.find(({ number }) => number === 25)?.cells[2]).toEqual({ text: '9900021922', kind: 'number' })
})

test('a CSV file reads through the same door', async () => {
  const [grid] = await read(Buffer.from('\uFEFFSTT;Nội dung\n1;"Đề nghị; xem xét"\n'), 'phu-luc.csv')
  expect(grid?.rows[1]).toEqual({
    number: 2,
    hidden: false,
    cells: [{ text: '1', kind: 'text' }, { text: 'Đề nghị; xem xét', kind: 'text' }],
  })
})

test('a cell at the far corner of a sheet is named and takes no room', async () => {
  const far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
  const [grid] = await read(workbookBytes([{ rows: [['a']], more: far, merged: ['A1:XFD1048576'] }]))
  expect(grid?.rows).toEqual([{ number: 1, hidden: false, cells: [{ text: 'a', kind: 'text' }] }])
  expect(grid?.outside).toEqual(['XFD1048576'])
})

test('a file with more rows than any annex is refused', async () => {
  const rows = Array.from({ length: 20_030 }, (_, index) => [index])
  expect(await refusal(workbookBytes([{ rows }]))).toBe('refusedTooManyRows')
  expect(await refusal(Buffer.from('a;b\n'.repeat(20_001)))).toBe('refusedTooManyRows')
})

test('a zip bomb is refused before it is unpacked', async () => {
  expect(await refusal(zipBytes({ 'xl/workbook.xml': Buffer.alloc(30_000_000) }))).toBe('refusedBomb')
  const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`${index}.xml`, '']))
  expect(await refusal(zipBytes(many))).toBe('refusedBomb')
})

test('an entry longer than its directory claims is refused', async () => {
  const bytes = workbookBytes([{ rows: [['đề nghị '.repeat(500)]] }])
  const central = bytes.indexOf('PK\x01\x02')
  for (let at = central; at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) bytes.writeUInt32LE(10, at + 24)
  expect(await refusal(bytes)).toBe('refusedDamaged')
})

const sheetless = (parts: Record<string, string>) => workbookBytes([{ rows: [] }], parts)
const oleHeader = Buffer.from('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'latin1')
const behindPassword = Buffer.concat([oleHeader, Buffer.from('EncryptedPackage', 'utf16le')])

test.each([
  ['an empty file', Buffer.alloc(0), 'refusedEmpty'],
  ['only line ends', Buffer.from('\r\n\r\n'), 'refusedEmpty'],
  ['an old .xls', Buffer.concat([oleHeader, Buffer.alloc(600)]), 'refusedOldExcel'],
  ['a file behind a password', behindPassword, 'refusedEncrypted'],
  ['a PDF', Buffer.from('%PDF-1.7 …'), 'refusedNotTable'],
  ['a web page called .xls', Buffer.from('<html><table>'), 'refusedNotTable'],
  ['a picture', Buffer.from([1, 2, 0, 3, 0, 0, 9, 200]), 'refusedNotTable'],
  ['a broken zip', Buffer.from('PK\x03\x04 and then nothing'), 'refusedDamaged'],
  ['a Word file', zipBytes({ 'word/document.xml': '<w/>' }), 'refusedNotTable'],
  ['a sheet cut off', sheetless({ 'xl/worksheets/sheet0.xml': '<worksheet><sheetData' }), 'refusedDamaged'],
  ['a document type', sheetless({ 'xl/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]>' }), 'refusedDamaged'],
  ['a quote left open', Buffer.from('a;b\n"c;d\n'), 'refusedQuoteNotClosed'],
])('%s is refused with its reason', async (_, bytes, key) => expect(await refusal(bytes)).toBe(key))

test('parsing that takes too long is ended', async () => {
  const parsing = parseApart(workbookBytes([{ rows: [['a']] }]), { seconds: 0.001 })
  await expect(parsing).rejects.toMatchObject({ key: 'refusedTooSlow' })
})

test('parsing that takes too much memory ends itself and nothing else', async () => {
  const text = (index: number) => `<si><t>${index} ${index * 7919} đề nghị xem xét ${index}</t></si>`
  const strings = Array.from({ length: 300_000 }, (_, index) => text(index))
  const bytes = workbookBytes([{ rows: [['a']] }], { 'xl/sharedStrings.xml': `<sst>${strings.join('')}</sst>` })
  await expect(parseApart(bytes, { megabytes: 40 })).rejects.toMatchObject({ key: 'refusedTooSlow' })
})

test('an annex of 2,000 rows is read with time to spare', async () => {
  const text = 'Đề nghị hướng dẫn thủ tục thuê đất và hoàn thiện hồ sơ pháp lý của dự án. '.repeat(4)
  const rows = Array.from({ length: 2_000 }, (_, index) => [index + 1, `Công ty ${index}`, 9900000000 + index, text])
  const bytes = workbookBytes([{ rows }])
  const start = performance.now()
  const [grid] = await read(bytes)
  console.log(`2,000 rows read in ${Math.round(performance.now() - start)} ms`)
  expect(grid?.rows).toHaveLength(2_000)
})
