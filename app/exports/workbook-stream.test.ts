import { expect, test } from 'vitest'
import { readFile } from '#app/imports/read/read-file.server.ts'
import { workbookStream } from './workbook-stream.ts'

async function bytesOf(stream: AsyncIterable<Buffer>) {
  const pieces = []
  for await (const piece of stream) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}
const columns = [{ label: 'STT', share: 10 }, { label: 'Nội dung <&>', share: 60 }, { label: 'Ngày', share: 16 }]

test('a workbook written while it goes out is read back cell by cell, texts as texts and days as days', async () => {
  const rows = async function* () {
    yield [[1, '=1+1 «Ế» & <b>"x"</b>\u0007', { day: '2024-06-03' }]]
    yield [[2, null, null], [3, 'x'.repeat(40_000), null]]
  }
  const bytes = await bytesOf(workbookStream([
    { name: 'Số liệu', title: 'TIÊU ĐỀ', leads: ['một', 'hai'], columns, rows: rows(), total: ['', 'Tổng', 6], notes: ['Cách tính'] },
    { name: 'Kiến nghị', title: 'Hai', leads: [], columns: columns.slice(0, 1), rows: [[[7]]] },
  ]))
  const sheets = await readFile({ name: 'x.xlsx', bytes })
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Số liệu', 'Kiến nghị'])
  const cells = sheets[0]!.rows.map(({ cells: row }) => row.map((cell) => cell?.text ?? ''))
  expect(cells.map(([first]) => first)).toEqual(['TIÊU ĐỀ', 'một', 'hai', 'STT', '1', '2', '3', '', 'Cách tính'])
  expect(cells[3]).toEqual(['STT', 'Nội dung <&>', 'Ngày'])
  expect(cells[4]![1]).toBe('=1+1 «Ế» & <b>"x"</b>')
  expect(String(cells[6]![1]).length).toBeLessThanOrEqual(32_767)
  expect(sheets[1]!.rows.at(-1)!.cells[0]?.text).toBe('7')
})
