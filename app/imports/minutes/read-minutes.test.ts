import { expect, test } from 'vitest'
import { docxBytes, docxOf, docxWith } from '#tests/support/docx-bytes.ts'
import { workbookBytes } from '#tests/support/workbook-bytes.ts'
import { zipBytes } from '#tests/support/zip-bytes.ts'
import { readMinutes } from './read-minutes.server.ts'

const texts = async (bytes: Uint8Array) => (await readMinutes({ bytes })).paragraphs.map(({ text }) => text)
const refusal = (bytes: Uint8Array) => readMinutes({ bytes }).then(() => 'read', (error: { key?: string }) => error.key ?? error)
const p = (inside: string) => `<w:p>${inside}</w:p>`
const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

test('a Word file is read paragraph by paragraph, runs joined, cells of tables as paragraphs of their own', async () => {
  const { paragraphs, tables } = await readMinutes({ bytes: await docxBytes(['Biên bản hội nghị', [['STT', 'Nội dung'], ['1', 'Đề nghị giảm thuế']], 'Kết thúc']) })
  expect(paragraphs.map(({ text, cell }) => [text, cell === true])).toEqual([
    ['Biên bản hội nghị', false], ['STT', true], ['Nội dung', true], ['1', true], ['Đề nghị giảm thuế', true], ['Kết thúc', false],
  ])
  expect(tables[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['STT', 'Nội dung'], ['1', 'Đề nghị giảm thuế']])
})

test('lists numbered by the program keep their depth; breaks stay, deleted and moved text and fields do not', async () => {
  const numbered = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr>'
  const body = p(numbered + t('điểm con')) + p(`${t('dòng một')}<w:r><w:br/></w:r>${t('dòng hai')}`)
    + p(`${t('còn ')}<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:moveFrom>${t('đi')}</w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r>${t('lại &amp; đủ')}`)
  const { paragraphs } = await readMinutes({ bytes: docxOf(body) })
  expect(paragraphs).toEqual([{ text: 'điểm con', list: 2 }, { text: 'dòng một\ndòng hai', list: 0 }, { text: 'còn lại & đủ', list: 0 }])
})

test('merged cells of a table repeat their words for the importer of annexes', async () => {
  const cell = (text: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr>${p(text && t(text))}</w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const table = `<w:tbl>${row(cell('Cụm', '<w:gridSpan w:val="2"/>'))}${row(cell('Công ty Mẫu', '<w:vMerge w:val="restart"/>'), cell('một'))}${row(cell('', '<w:vMerge/>'), cell('hai'))}</w:tbl>`
  const { tables } = await readMinutes({ bytes: docxOf(table) })
  expect(tables[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['Cụm', 'Cụm'], ['Công ty Mẫu', 'một'], ['Công ty Mẫu', 'hai']])
})

test('a text file is read in whatever encoding it was saved', async () => {
  expect(await texts(Buffer.from('Công ty Mẫu đề nghị.\r\n\r\nHết.', 'utf16le'))).toEqual(['Công ty Mẫu đề nghị.', 'Hết.'])
})

const bomb = () => docxOf(p(t('x'.repeat(60_000_000))))
const long = () => docxOf(Array.from({ length: 5_000 }, (_, at) => p(t(`Câu số ${at} ${Math.sin(at)} ${'chữ '.repeat(240)}`))).join(''))
const deep = () => docxOf('<w:tbl><w:tr><w:tc>'.repeat(20_000) + p(t('sâu')) + '</w:tc></w:tr></w:tbl>'.repeat(20_000))

test.each([
  ['a bomb', bomb, 'refusedBomb'],
  ['five megabytes of text', long, 'refusedTooLong'],
  ['one paragraph without an end', () => docxOf(p(t('a b '.repeat(20_000) + Math.random()))), 'refusedTooLong'],
  ['XML that breaks off', () => docxWith('<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Công ty'), 'refusedDamagedText'],
  ['a tag that never ends', () => docxWith('<w:document xmlns:w="w'), 'refusedDamagedText'],
  ['a document type with entities', () => docxWith('<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'), 'refusedDamagedText'],
  ['no document part', () => zipBytes({ 'a.txt': 'x' }), 'refusedNotMinutes'],
  ['a spreadsheet', () => workbookBytes([]), 'refusedNotMinutes'],
  ['half a zip', () => docxOf(p(t('x'))).subarray(0, 120), 'refusedDamagedText'],
  ['a PDF', () => Buffer.from('%PDF-1.7 …'), 'refusedNotMinutes'],
  ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'refusedNotMinutes'],
  ['an old Word file', () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]), 'refusedOldWord'],
  ['nothing but spaces', () => Buffer.from('  \r\n\t'), 'refusedEmpty'],
  ['five megabytes of plain text', () => Buffer.from('Công ty Mẫu đề nghị. '.repeat(260_000)), 'refusedTooLong'],
])('%s is refused in words', { timeout: 60_000 }, async (_what, bytes, key) => {
  expect(await refusal(await bytes())).toBe(key)
})

test('tables inside tables without end are read as text, not on the stack', async () => {
  expect(await texts(deep())).toEqual(['sâu'])
})
