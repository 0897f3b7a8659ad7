import { expect, test } from 'vitest'
import { languages, translator } from '#app/i18n/instance.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { moveNames } from '#workflows/resolution/moves.ts'
import { remindedClocks, stages } from '#workflows/deadlines/reminders.ts'
import { digestOf, letterOf } from './letter.ts'

registerFromDisk()
const kinds = ['filer', 'staff'].flatMap((side) => ['receive', ...moveNames].map((move) => `${side}.${move}`))

test.each(languages)('every notice that can be queued has its sentence, with the code in it (%s)', (language) => {
  const t = translator(language)
  const wanting = kinds.filter((kind) => !/KN-7[ .,;]/.test(t(`notices:kind.${kind}`, { code: 'KN-7' })))
  expect(wanting).toEqual([])
})

test.each(languages)('every reminder says the clock, the code and the date (%s)', (language) => {
  const t = translator(language)
  const sentences = stages.flatMap((stage) => remindedClocks.map((clock) => t(`notices:kind.remind.${stage}`, { code: 'KN-7', clock, due: '20/05/2024' })))
  expect(new Set(sentences).size).toBe(stages.length * remindedClocks.length)
  expect(sentences.filter((one) => !one.includes('KN-7') || !one.includes('20/05/2024') || /[{$]|clock|notices/.test(one))).toEqual([])
})

test('many reminders are one letter, what is latest first, and what is too many stays in the inbox', () => {
  const item = (n: number) => ({ kind: n % 2 ? 'remind.late10' : 'remind.half', params: { code: `KN-${n}`, clock: 'answer', due: '20/05/2024' }, link: `https://example.vn/issues/KN-${n}` })
  const to = { name: 'Lan', language: 'vi' as const }
  const few = digestOf([item(0), item(1)], 'https://example.vn/notices', to)
  expect(few.subject).toBe('Nhắc thời hạn: 2 việc')
  expect(few.text.indexOf('KN-1')).toBeLessThan(few.text.indexOf('KN-0'))
  expect(few.html.match(/<a href="https:\/\/example.vn\/issues/g)).toHaveLength(2)
  const many = digestOf(Array.from({ length: 130 }, (_, n) => item(n)), 'https://example.vn/notices', to)
  expect(many.text).toContain('Và 30 việc khác, xem tại: https://example.vn/notices')
  expect(digestOf([item(1)], '', to).subject).toBe('Quá hạn trả lời kiến nghị KN-1 từ 10 ngày làm việc (hạn 20/05/2024)')
})

test('dates that were recomputed are one line of the letter, after the reminders, however often the rules changed', () => {
  const to = { name: 'Lan', language: 'vi' as const }
  const changed = (reason: string, count: number) => ({ kind: `remind.recomputed.${reason}`, params: { count }, link: 'https://example.vn/notices' })
  const late = { kind: 'remind.late3', params: { code: 'KN-7', clock: 'answer', due: '20/05/2024' }, link: 'https://example.vn/issues/KN-7' }
  const one = digestOf([changed('calendar', 12)], 'https://example.vn/notices', to)
  expect(one.subject).toBe('12 kiến nghị do đơn vị chủ trì hoặc theo dõi có hạn mới vì lịch làm việc thay đổi')
  const several = digestOf([changed('calendar', 12), late, changed('policy', 3), changed('calendar', 5)], 'https://example.vn/notices', to)
  expect(several.subject).toBe('Nhắc thời hạn: 2 việc')
  const lines = several.text.split('\n').filter((line) => line.startsWith('- '))
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('KN-7')
  expect(lines[1]).toBe('- 20 lượt kiến nghị do đơn vị chủ trì hoặc theo dõi được tính lại hạn, sau 3 lần thay đổi lịch làm việc hoặc quy định về thời hạn.')
})

test('a letter cannot be made to carry markup by the name of its receiver', () => {
  const about = { kind: 'filer.accept', params: { code: 'KN-7' }, link: 'https://example.vn/issues/KN-7', language: 'vi' as const }
  const { html, text, subject } = letterOf({ ...about, name: 'An <img src=x>' })
  expect(html).not.toContain('<img')
  expect(text).toContain('Kính gửi An <img src=x>,')
  expect(subject).toBe('Đơn vị chủ trì đã nhận xử lý kiến nghị KN-7')
})
