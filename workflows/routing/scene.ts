import { foldWords } from '#workflows/text/fold.ts'
import type { Knowledge } from './knowledge.ts'
import { matchUnit } from './match-unit.ts'
import { judge } from './model.ts'
import { findPhrases } from './phrases.ts'
import { districtInText, isHighTechPark, isInsidePark, matchDistrict, matchZone, type ZoneMatch } from './places.ts'
import type { Reading } from './reading.ts'
import type { RoutingRequest } from './types.ts'
import { districtUnitCode, unitOn } from './units.ts'
import type { Flag, OwnerWord } from './word-indexes.ts'

/** What the text and the annex say about place and ownership, before any topic is thought of. */
export type Scene = {
  on: string
  owners: { rule: Extract<OwnerWord, { rule: unknown }>['rule']; words: string[] }[]
  districtActs: string[]
  districtPlaces: string[]
  mentioned: { code: string; words: string }[]
  insidePark: boolean
  highTech: boolean
  zone?: ZoneMatch
  district?: string
  districtFrom: 'text' | 'enterprise'
  proposed?: string
  flags: { flag: Flag; words: string }[]
  learned: Map<string, number>
}

export function readScene(request: RoutingRequest, reading: Reading, knowledge: Knowledge): Scene {
  const { text, on } = request
  const folded = foldWords(text)
  const ear = knowledge.ear(reading.spelling)
  const zone = matchZone(request.zone, knowledge.places)
  const inText = districtInText(text, knowledge.places, folded)
  const found = findPhrases(reading.tokens, ear.ownerWords)
  return {
    on,
    owners: ownersIn(found),
    districtActs: wordsOf(found, 'acts'),
    districtPlaces: wordsOf(found, 'place'),
    mentioned: unitsIn(reading, on, knowledge),
    insidePark: isInsidePark(text, folded),
    highTech: isHighTechPark(text, folded),
    zone,
    district: districtUnit(inText ?? matchDistrict(request.district ?? zone?.district, knowledge.places)),
    districtFrom: inText ? 'text' : 'enterprise',
    proposed: request.proposedUnit ? matchUnit(request.proposedUnit, knowledge, on) : undefined,
    flags: findPhrases(reading.tokens, ear.flags).flatMap(({ phrase, values }) =>
      values.map((flag) => ({ flag, words: phrase })),
    ),
    learned: judge(ear.unitModel, reading.tokens),
  }
}

const districtUnit = (nameVi: string | undefined) => (nameVi ? districtUnitCode(nameVi) : undefined)

type FoundOwners = ReturnType<typeof findPhrases<OwnerWord>>

function ownersIn(found: FoundOwners): Scene['owners'] {
  const owners = new Map<string, Scene['owners'][number]>()
  for (const { phrase, values } of found)
    for (const value of values) {
      if (!('rule' in value)) continue
      const at = owners.get(value.rule.reason) ?? { rule: value.rule, words: [] }
      if (!at.words.includes(phrase)) at.words.push(phrase)
      owners.set(value.rule.reason, at)
    }
  return [...owners.values()]
}

const wordsOf = (found: FoundOwners, district: 'acts' | 'place') =>
  found
    .filter(({ values }) => values.some((value) => 'district' in value && value.district === district))
    .map(({ phrase }) => phrase)

function unitsIn(reading: Reading, on: string, knowledge: Knowledge): Scene['mentioned'] {
  return findPhrases(reading.tokens, knowledge.ear(reading.spelling).unitNames).flatMap(({ phrase, values }) => {
    const code = values.flat().map((one) => unitOn(one, on, knowledge.units)).find(Boolean)
    return code ? [{ code, words: phrase }] : []
  })
}
