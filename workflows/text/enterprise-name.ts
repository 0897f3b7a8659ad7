import { foldWords } from './fold.ts'

/** Ways of saying what kind of body it is, as offices shorten them; the longest first. */
const kinds = [
  /^chi nhanh /, /^tong cong ty /, /^(cong ty|cty|cti|ct) /, /^ctcp /, /^tap doan /, /^(doanh nghiep tu nhan|dntn) /, /^doanh nghiep /, /^(lien hiep )?(hop tac xa|htx) /,
  /^(ho kinh doanh|hkd) /, /^xi nghiep /, /^(trach nhiem huu han|tnhh) /, /^(mot thanh vien|mtv|1 ?tv|hai thanh vien( tro len)?|2 ?tv) /, /^(co phan|cp) /, /^lien doanh /,
]
const shortened: [RegExp, string][] = [[/\bsx\b/g, 'san xuat'], [/\btm\b/g, 'thuong mai'], [/\bxnk\b/g, 'xuat nhap khau'], [/\bdv\b/g, 'dich vu'], [/\bxd\b/g, 'xay dung'], [/\bdt\b/g, 'dau tu'], [/\b(va|and)\b/g, ' ']]

/**
 * What tells one enterprise from another in its name: folded, without «Công ty TNHH», «Cty CP», «DNTN» and their like,
 * shortened words written out. Empty where nothing but the kind was said.
 */
export function enterpriseKey(name: string): string {
  let words = `${foldWords(name)} `
  for (let before = ''; before !== words; ) {
    before = words
    for (const kind of kinds) words = words.replace(kind, '')
  }
  return shortened.reduce((text, [short, long]) => text.replace(short, long), words).replace(/\s+/g, ' ').trim()
}
