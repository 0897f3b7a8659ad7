import { expect, test } from 'vitest'
import { disposition, endingOf, nameAsGiven, typeTaken } from './kinds.ts'

test('a type is taken only under a name that does not pretend to be another', () => {
  expect(typeTaken('application/pdf', 'Biên bản.PDF')).toBe('application/pdf')
  expect(typeTaken('application/pdf', 'Biên bản.exe')).toBeUndefined()
  expect(typeTaken('text/plain', 'chạy.bat')).toBeUndefined()
  expect(typeTaken('text/plain', 'không đuôi')).toBeUndefined()
  expect(typeTaken('application/x-msdownload', 'a.pdf')).toBeUndefined()
})

test('a name keeps its words and loses folders, controls and signs that turn the reading order', () => {
  expect(nameAsGiven('C:\\tài liệu\\Biên bản.pdf')).toBe('Biên bản.pdf')
  expect(nameAsGiven('../../etc/pass\u0000wd.txt')).toBe('passwd.txt')
  expect(nameAsGiven('hoa\u202Efdp.exe')).toBe('hoafdp.exe')
  expect(nameAsGiven('Công văn.pdf')).toBe('Công văn.pdf'.normalize('NFC'))
})

test('a name that is too long is cut before its ending', () => {
  const name = nameAsGiven(`${'ă'.repeat(500)}.docx`)
  expect(name.length).toBeLessThanOrEqual(200)
  expect(endingOf(name)).toBe('docx')
})

test('a name goes out in ASCII and whole, and breaks no header', () => {
  expect(disposition('Đơn "đề nghị" (1).pdf')).toBe(
    `attachment; filename="Don _de nghi_ (1).pdf"; filename*=UTF-8''%C4%90%C6%A1n%20%22%C4%91%E1%BB%81%20ngh%E1%BB%8B%22%20%281%29.pdf`,
  )
  expect(disposition('日本.txt')).toBe(`attachment; filename="__.txt"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.txt`)
})
