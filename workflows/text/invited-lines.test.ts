import { expect, test } from 'vitest'
import { invitedLines, nameOrTaxCode } from './invited-lines.ts'

test.each([
  ['Công ty TNHH Mẫu ; 0100100079', 'Công ty TNHH Mẫu', '0100100079'],
  ['0100100079;Công ty TNHH Mẫu', 'Công ty TNHH Mẫu', '0100100079'],
  ['12\tCông ty cổ phần Mẫu 26\t0100 100 079', 'Công ty cổ phần Mẫu 26', '0100 100 079'],
  ['3. Công ty TNHH Mẫu, chi nhánh Hà Nội', 'Công ty TNHH Mẫu, chi nhánh Hà Nội', ''],
  ['0100100079-001', '', '0100100079-001'],
])('%j names one enterprise', (line, name, taxCode) => {
  expect(invitedLines(line)).toEqual([{ line: 1, name, taxCode }])
})

test('empty lines are left out and the others keep their place in the list', () => {
  expect(invitedLines('A ; 0100100079\r\n\r\n  ;  \nB').map(({ line, name }) => [line, name])).toEqual([[1, 'A'], [4, 'B']])
})

test('one field takes a name or a tax code', () => {
  expect(nameOrTaxCode('010 010 0079')).toEqual({ name: '', taxCode: '010 010 0079' })
  expect(nameOrTaxCode('Công ty 26')).toEqual({ name: 'Công ty 26', taxCode: '' })
  expect(nameOrTaxCode('  ')).toEqual({ name: '', taxCode: '' })
})
