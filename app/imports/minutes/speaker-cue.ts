import { readTaxCode } from '#workflows/text/tax-code.ts'
import { flat } from './flat.ts'
import type { Speaker } from './minutes.ts'

/** `introduces`: the sentence only says who speaks; what was said comes after it. */
export type SpeakerCue = Speaker & { introduces: boolean; sure: boolean }

const mark = /^\s*(?:[-–—+*•▪◦]|\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-zđ]|[ivx]{1,5})[.)])\s+/
const leadIn = /^(?:(?:tiep theo|tiep do|sau do|cuoi cung|tiep tuc|ngoai ra|theo|phat bieu tai hoi nghi|thay mat|dai dien(?: cho| phia| lanh dao)?|lanh dao|cung (?:ve |la )?(?:van de nay|noi dung nay|y kien cua|kien nghi cua)|(?:y kien|kien nghi|phan anh) (?:cua|tu)(?: dai dien)?|phia)(?:[,:]?\s+|$))+/
const person = /^(?:ong|ba|anh|chi|a|b|d\/c|dc|dong chi)\.?\s+/
const kind = /(?<![a-z])(?:tong cong ty|cong ty|cty|ctcp|tap doan|doanh nghiep tu nhan|dntn|doanh nghiep|lien hiep hop tac xa|hop tac xa|htx|ho kinh doanh|xi nghiep|chi nhanh|hiep hoi|hoi doanh nghiep|nha may|ngan hang tmcp)(?![a-z])/g
const legal = /^(?:tnhh|trach nhiem huu han|co phan|cp|mtv|mot thanh vien|hai thanh vien|lien doanh|sx|tm)(?![a-z])/
const says = 'cho biet|cho rang|cho hay|neu|phan anh|kien nghi|de nghi|de xuat|phat bieu|co y kien|co (?:mot so|hai|ba|bon|nhieu|\\d+) (?:y kien|kien nghi|noi dung|van de)|hoi|dat cau hoi|trinh bay|bay to|mong|xin|bao cao|thac mac|chia se|noi|gop y|than phien|d/n|kn|p/a'
const saying = new RegExp(`(?<![a-z])(?:${says})(?![a-z])`)
/** Words after which a name is over, by their Vietnamese letters: «ở» ends one, «Ô tô» does not. */
const over = / (?:cho biết|cho rằng|cho hay|nêu|phản ánh|kiến nghị|đề nghị|đề xuất|phát biểu|có|hỏi|đặt|trình bày|bày tỏ|mong|xin|báo cáo|thắc mắc|chia sẻ|nói|góp ý|than phiền|đ\/n|kn|p\/á|đã|đang|đc|được|bị|chưa|hiện|tại|ở|thuộc|chuyên|là|thì|do|vì|về|cũng|với|gặp|vẫn|không|ko|muốn|cần|gửi|nhận|trả lời|tiếp thu|và (?:công ty|cty|Công ty|Cty)|MST|mst|[Mm]ã số)(?=[\s,.:;]|$)/
const dash = /\s[-–—]\s/g
const afterDash = /^(?:kcn|ccn|khu |cum |quan |huyen |thi xa |tp|ong |ba |giam doc|dai dien|mst|ma so|linh vuc|phuong |xa )/
const taxCode = /(?:mst|msdn|ma so thue|ma so dn|ma so doanh nghiep)\s*[:.]?\s*(\d[\d .-]{7,16}\d)/
const onlyAnnounces = /(?:neu|co|kien nghi|phan anh|de nghi|trinh bay|de xuat)\s+(?:mot so|hai|ba|bon|nam|\d{1,2})\s+(?:van de|kien nghi|y kien|noi dung|vuong mac|kho khan)(?: sau| nhu sau| cu the)?[^a-z]*(?:nhu sau|cu the)?[.:]$/

/** The enterprise that a sentence says is speaking: by its name and a verb of saying or a colon after it. */
export function speakerCue(sentence: string, whole: boolean): SpeakerCue | undefined {
  const shown = flat(sentence)
  const start = mark.exec(shown)?.[0].length ?? 0
  const found = nameIn(sentence, shown, start)
  if (!found) return undefined
  const before = shown.slice(start, found.from).replace(leadIn, '')
  if (saying.test(before) || !mayPrecede(before, sentence.slice(found.from - before.length, found.from))) return undefined
  const rest = shown.slice(found.to).replace(/^\s*\)/, '').replace(/^\s*\([^)]*\)/, '').replace(/^\s*[,–—-]?\s*/, ' ')
  const colon = /^[^.:;]{0,60}:/.test(rest) && !/^[^.:;]{0,60}(?:tai so|gom)\s*:/.test(rest)
  const verb = new RegExp(`^[^.:;?]{0,90}?(?<![a-z])(?<!(?:da|chua|khong|duoc) )(?:${says})(?![a-z])`).test(rest)
  const alone = whole && /^[\s.,:]*$/.test(rest)
  const code = taxCode.exec(shown)?.[1]
  const numberedName = whole && /^\s*\d/.test(sentence) && before.trim() === ''
  if (!colon && !verb && !alone && !numberedName) return undefined
  return {
    name: found.name, taxCode: code ? codeOf(code) : '', person: personIn(before, sentence.slice(found.from - before.length, found.from)),
    introduces: alone || /:\s*$/.test(shown) || onlyAnnounces.test(shown.trim()), sure: colon || verb || code !== undefined,
  }
}

/** «… sớm giao đất (Công ty TNHH A, MST …).»: who said it stands behind what was said. */
export function speakerAtEnd(sentence: string): Speaker | undefined {
  const [, inside = ''] = /\(([^()]{6,160})\)\s*[.;]?\s*$/.exec(sentence) ?? []
  const shown = flat(inside)
  const lead = /^(?:y kien cua |kien nghi cua |theo |dai dien |\s)*/.exec(shown)?.[0].length ?? 0
  const found = nameIn(inside, shown, lead)
  if (!found || found.from !== lead) return undefined
  const code = taxCode.exec(shown)?.[1]
  return { name: found.name, taxCode: code ? codeOf(code) : '', person: '' }
}

function codeOf(written: string): string {
  const read = readTaxCode(written)
  return read.kind === 'empty' ? '' : read.code
}

/** The first enterprise that is called by a name of its own, not «công ty» alone. */
function nameIn(text: string, shown: string, start: number): { name: string; from: number; to: number } | undefined {
  for (const match of shown.slice(start, start + 160).matchAll(kind)) {
    const from = start + match.index
    const after = from + match[0].length
    const gap = /^\.?\s+/.exec(text.slice(after))?.[0].length
    if (gap === undefined) continue
    if (!legal.test(shown.slice(after + gap)) && !/^[\p{Lu}\d«"“]/u.test(text.slice(after + gap))) continue
    const to = nameEnd(text, shown, after + gap)
    const name = text.slice(from, to).replace(/[\s.,]+$/, '')
    if (name.length > match[0].length + 1 && name.length <= 150) return { name, from, to: from + name.length }
  }
  return undefined
}

function nameEnd(text: string, shown: string, from: number): number {
  const ends = [text.slice(from).search(/[,:;()\n]|[.](?=\s|$)/), text.slice(from).search(over), dashEnd(shown, from)].filter((at) => at >= 0)
  return from + Math.min(text.length - from, ...ends)
}

/** «Xây dựng – Thương mại» goes on over a dash; «… – KCN Mẫu», «… – nêu» do not. */
function dashEnd(shown: string, from: number): number {
  for (const match of shown.slice(from).matchAll(dash)) {
    const next = shown.slice(from + match.index + match[0].length)
    if (afterDash.test(next) || new RegExp(`^(?:${says})(?![a-z])`).test(next)) return match.index
  }
  return -1
}

/** Before the name: nothing, or a person with what they are there. */
const mayPrecede = (before: string, original: string) =>
  before.trim() === '' || /^(?:giam doc|pho giam doc|tong giam doc|chu tich|nguoi dai dien)/.test(before) ||
  (person.test(before) && /^\S+\s+\p{Lu}/u.test(original) && before.length <= 110)

function personIn(before: string, original: string): string {
  if (!person.test(before)) return ''
  return (/^[^,(–—]*?(?=\s*(?:[,(–—]|\s-\s|thay mặt|đại diện|$))/u.exec(original)?.[0] ?? '').trim()
}
