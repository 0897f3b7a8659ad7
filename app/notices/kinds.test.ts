import { expect, test } from 'vitest'
import { languages, translator } from '#app/i18n/instance.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { moveNames } from '#workflows/resolution/moves.ts'
import { letterOf } from './letter.ts'

registerFromDisk()
const kinds = ['filer', 'staff'].flatMap((side) => ['receive', ...moveNames].map((move) => `${side}.${move}`))

test.each(languages)('every notice that can be queued has its sentence, with the code in it (%s)', (language) => {
  const t = translator(language)
  const wanting = kinds.filter((kind) => !t(`notices:kind.${kind}`, { code: 'KN-7' }).includes('KN-7 ') && !/KN-7[.;]/.test(t(`notices:kind.${kind}`, { code: 'KN-7' })))
  expect(wanting).toEqual([])
})

test('a letter cannot be made to carry markup by the name of its receiver', () => {
  const about = { kind: 'filer.accept', params: { code: 'KN-7' }, link: 'https://example.vn/issues/KN-7', language: 'vi' as const }
  const { html, text, subject } = letterOf({ ...about, name: 'An <img src=x>' })
  expect(html).not.toContain('<img')
  expect(text).toContain('Kính gửi An <img src=x>,')
  expect(subject).toBe('Đơn vị chủ trì đã nhận xử lý kiến nghị KN-7')
})
