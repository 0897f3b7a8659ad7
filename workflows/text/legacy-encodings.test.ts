import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { repairLegacy } from './legacy-encodings.ts'
import { isSyllable } from './syllable.ts'

const read = (path: string) => readFileSync(new URL(`../../db/seed/data/${path}`, import.meta.url), 'utf8')

test.each([
  ['C«ng ty cæ phÇn Hµ Néi', 'Công ty cổ phần Hà Nội'],
  ['§Ò nghÞ h­íng dÉn thñ tôc thuª ®Êt', 'Đề nghị hướng dẫn thủ tục thuê đất'],
  ['Néi dung kiÕn nghÞ', 'Nội dung kiến nghị'],
  ['Hµ Néi', 'Hà Nội'],
  ['C«ng ty TNHH §iÖn tö', 'Công ty TNHH Điện tử'],
  ['THñ TôC HµNH CHÝNH', 'THỦ TỤC HÀNH CHÍNH'],
  ['Gi¶i phãng mÆt b»ng', 'Giải phóng mặt bằng'],
  ['KCN Quang Minh, huyÖn Mª Linh', 'KCN Quang Minh, huyện Mê Linh'],
])('TCVN3 «%s» becomes «%s»', (raw, text) => {
  expect(repairLegacy(raw)).toMatchObject({ text, encoding: 'TCVN3' })
})

test.each([
  ['Coâng ty coå phaàn Haø Noäi', 'Công ty cổ phần Hà Nội'],
  ['Ñeà nghò höôùng daãn thuû tuïc thueâ ñaát', 'Đề nghị hướng dẫn thủ tục thuê đất'],
  ['Giaûi phoùng maët baèng', 'Giải phóng mặt bằng'],
  ['COÄNG HOØA XAÕ HOÄI', 'CỘNG HÒA XÃ HỘI'],
  ['Coâng ty', 'Công ty'],
])('VNI «%s» becomes «%s»', (raw, text) => {
  expect(repairLegacy(raw)).toMatchObject({ text, encoding: 'VNI' })
})

test.each([
  'Công ty Hoàng Hà', 'Công ty TNHH Mê Linh', 'Hà', 'có', 'là', 'CÔNG TY', 'Toà án', 'kiê\u0301n nghi\u0323',
  'Quý III', 'Land use right certificate', 'It’s a naïve résumé, café & façade', 'El Niño', '5 µm × 3 m²', '§ 5',
  '© 2024', '«Công ty»', 'Le thé est né à la cité', 'Où est Caïn ?', 'Société Générale, Hanoï',
  'Noël à Saint-Étienne', 'la Côte d’Ivoire', 'Procès-verbal de la réunion du comité',
  'les marchés publics sont très réglementés', 'dé à coudre', 'goût sûr', 'Caïn', '',
])('«%s» is not touched', (text) => expect(repairLegacy(text)).toBeUndefined())

test('no petition, unit, zone or term the product ships is taken for a legacy text', () => {
  const texts = ['labelled-issues.jsonl', 'units.json', 'zones.json', 'glossary.json', 'routing.json', 'districts.json']
    .flatMap((path) => [...read(path).matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? ''))
  expect(texts.length).toBeGreaterThan(2000)
  expect(texts.filter((text) => repairLegacy(text))).toEqual([])
})

test('a word that reads as Vietnamese either way follows the encoding of its sheet', () => {
  expect(repairLegacy('cã')).toBeUndefined()
  expect(repairLegacy('cã', 'TCVN3')).toMatchObject({ text: 'có', encoding: 'TCVN3' })
})

test('a syllable has a known beginning, ending and a tone that fits', () => {
  expect(['nghiệp', 'đất', 'khuếch', 'quyền', 'gì', 'yếu', 'ở', 'Thuỷ'].filter((word) => !isSyllable(word))).toEqual([])
  expect(['oâng', 'đốs', 'mằt', 'phaàn', 'xyz', 'kn'].filter((word) => isSyllable(word))).toEqual([])
})
