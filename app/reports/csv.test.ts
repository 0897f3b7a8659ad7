import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

test('a cell that a spreadsheet would compute stays a text, a number stays a number', () => {
  expect(toCsv([['=1+1', '-cmd', '@x', 'Sở "A", B'], [12, -3, null, 'hai\ndòng']])).toBe(
    '\uFEFF"\'=1+1","\'-cmd","\'@x","Sở ""A"", B"\r\n12,-3,"","hai\ndòng"\r\n',
  )
})
