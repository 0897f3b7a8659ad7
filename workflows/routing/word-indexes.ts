import { fold } from '#workflows/text/fold.ts'
import { LEXICON } from './lexicon/all.ts'
import { DISTRICT_ACTS, DISTRICT_PLACES } from './lexicon/districts.ts'
import { CENTRAL, COMPLAINT, DECOYS, DENUNCIATION } from './lexicon/other.ts'
import { OWNER_DECOYS, OWNERS, type OwnerRule } from './lexicon/owners.ts'
import { UNIT_NAMES } from './lexicon/unit-names.ts'
import type { Sample } from './model.ts'
import { indexPhrases, type Entry, type PhraseIndex } from './phrases.ts'
import { reader, tokensOf, type Spelling } from './reading.ts'
import type { RoutingTopic } from './types.ts'
import type { UnitIndex } from './units.ts'

type TopicWord = { topic: string; weight: number }
export type OwnerWord = { rule: OwnerRule } | { district: 'acts' | 'place' } | { decoy: true }

export type Flag = 'looksLikeComplaint' | 'looksLikeDenunciation' | 'centralAuthority'

/** What a text is listened to with; one for each way of spelling. */
export type Words = {
  topicWords: PhraseIndex<TopicWord | null>
  ownerWords: PhraseIndex<OwnerWord>
  unitNames: PhraseIndex<string[]>
  flags: PhraseIndex<Flag>
  /** The topics' and owners' own words, as texts to learn from besides decisions. */
  topicTexts: Sample[]
  ownerTexts: Sample[]
}
const WEIGHTS = { decisive: 5, strong: 3, usual: 1.7, weak: 0.6 } as const
/** A topic's own words count in the learned part as a fraction of a real text. */
const WORDS_AS_TEXT = 0.5

export function makeWords(topics: RoutingTopic[], units: UnitIndex, spelling: Spelling): Words {
  return {
    topicWords: indexPhrases(topicEntries(topics), spelling),
    ownerWords: indexPhrases(ownerEntries(), spelling),
    unitNames: indexPhrases(unitEntries(units), spelling),
    flags: indexPhrases(flagEntries(), spelling),
    topicTexts: topicTexts(topics, spelling),
    ownerTexts: OWNERS.map(({ unit, words }) => ({
      label: unit, kin: '', tokens: tokensOf(words.join('. '), spelling), weight: WORDS_AS_TEXT,
    })),
  }
}

function* topicEntries(topics: RoutingTopic[]): Generator<Entry<TopicWord | null>> {
  for (const phrase of DECOYS) yield { phrase, value: null }
  for (const { code, keywords } of topics) {
    const words = LEXICON[code] ?? {}
    const listed = new Set(Object.values(words).flat().map(fold))
    for (const strength of ['decisive', 'strong', 'usual', 'weak'] as const)
      for (const phrase of words[strength] ?? []) yield { phrase, value: { topic: code, weight: WEIGHTS[strength] } }
    for (const phrase of keywords)
      if (!listed.has(fold(phrase))) yield { phrase, value: { topic: code, weight: WEIGHTS.usual } }
  }
}

function* ownerEntries(): Generator<Entry<OwnerWord>> {
  for (const rule of OWNERS) for (const phrase of rule.words) yield { phrase, value: { rule } }
  for (const phrase of DISTRICT_ACTS) yield { phrase, value: { district: 'acts' } }
  for (const phrase of DISTRICT_PLACES) yield { phrase, value: { district: 'place' } }
  for (const phrase of OWNER_DECOYS) yield { phrase, value: { decoy: true } }
}

function* flagEntries(): Generator<Entry<Flag>> {
  for (const phrase of CENTRAL) yield { phrase, value: 'centralAuthority' }
  for (const phrase of COMPLAINT) yield { phrase, value: 'looksLikeComplaint' }
  for (const phrase of DENUNCIATION) yield { phrase, value: 'looksLikeDenunciation' }
}

function* unitEntries(units: UnitIndex): Generator<Entry<string[]>> {
  for (const { codes, names } of UNIT_NAMES) for (const phrase of names) yield { phrase, value: codes }
  for (const { code, nameVi } of units.values()) {
    const phrase = nameVi.replace(/\(.*?\)/g, '').replace(/ (TP|Thành phố)( Hà Nội)?$/i, '').trim()
    yield { phrase, value: [code] }
  }
}

function topicTexts(topics: RoutingTopic[], spelling: Spelling): Sample[] {
  const read = reader(spelling)
  return topics.map(({ code, group, nameVi, keywords }) => {
    const { strong = [], usual = [] } = LEXICON[code] ?? {}
    const text = [nameVi, ...keywords, ...strong, ...usual].join('. ')
    return { label: code, kin: group, tokens: read(text), weight: WORDS_AS_TEXT }
  })
}
