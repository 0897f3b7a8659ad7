import { foldWords } from '#workflows/text/fold.ts'
import type { Knowledge } from './knowledge.ts'
import { findPhrases } from './phrases.ts'
import { matchDistrict } from './places.ts'
import { districtUnitCode, unitOn } from './units.ts'

const committee = /^(ubnd|uy ban nhan dan|uy ban|huyen|quan|thi xa|h|q|tx)\b/

/**
 * The unit that a free text names («Sở TN&MT», «Ban QL các KCN», «UBND huyện Phúc Thọ»), as it is on that day.
 * Undefined for notes that name none («Đã trả lời tại hội nghị»). Where several are named the first one counts.
 */
export function matchUnit(text: string, knowledge: Knowledge, on: string): string | undefined {
  const { units, places } = knowledge
  const ear = knowledge.ear('plain')
  const direct = unitOn(text.trim(), on, units)
  if (direct) return direct
  const district = committee.test(foldWords(text)) ? matchDistrict(text, places) : undefined
  if (district) return unitOn(districtUnitCode(district), on, units)
  for (const { values } of findPhrases(ear.read(text), ear.unitNames)) {
    const found = values.flat().map((code) => unitOn(code, on, units)).find(Boolean)
    if (found) return found
  }
  return undefined
}
