import type { Knowledge } from './knowledge.ts'
import { findPhrases } from './phrases.ts'
import { tokensOf } from './reading.ts'
import { matchDistrict } from './places.ts'
import { districtUnitCode, unitOn } from './units.ts'

/**
 * The unit that a free text names («Sở TN&MT», «Ban QL các KCN», «UBND huyện Phúc Thọ»), as it is on that day.
 * Undefined for notes that name none («Đã trả lời tại hội nghị»). Where several are named the first one counts.
 */
export function matchUnit(text: string, knowledge: Knowledge, on: string): string | undefined {
  const direct = knowledge.units.has(text.trim()) ? unitOn(text.trim(), on, knowledge.units) : undefined
  if (direct) return direct
  for (const { values } of findPhrases(tokensOf(text, 'plain'), knowledge.ear('plain').unitNames)) {
    const codes = values.flat()
    const district = codes.includes('UBND-QH') ? matchDistrict(text, knowledge.places) : undefined
    for (const code of district ? [districtUnitCode(district), ...codes] : codes) {
      const found = unitOn(code, on, knowledge.units)
      if (found) return found
    }
  }
  return undefined
}
