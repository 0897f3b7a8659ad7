import { fold } from '#workflows/text/fold.ts'
import { LEXICON } from './lexicon/all.ts'
import { CENTRAL, COMPLAINT, DECOYS, DENUNCIATION } from './lexicon/other.ts'
import { DISTRICT_ACTS, DISTRICT_PLACES } from './lexicon/districts.ts'
import { OWNER_DECOYS, OWNERS, type OwnerRule } from './lexicon/owners.ts'
import { UNIT_NAMES } from './lexicon/unit-names.ts'
import { learn, type Model, type Sample } from './model.ts'
import { indexPhrases, type Entry, type PhraseIndex } from './phrases.ts'
import { indexPlaces, type Places } from './places.ts'
import { reader, tokensOf, type Spelling } from './reading.ts'
import type { District, Precedent, RoutingTopic, RoutingUnit, Zone } from './types.ts'
import { districtUnits, genericUnit, type UnitIndex } from './units.ts'

export type TopicWord = { topic: string; weight: number }
export type OwnerWord = { rule: OwnerRule } | { district: 'acts' | 'place' } | { decoy: true }

export type Flag = 'looksLikeComplaint' | 'looksLikeDenunciation' | 'centralAuthority'

/** What a text is listened to with; one for each way of spelling. */
type Words = {
  topicWords: PhraseIndex<TopicWord | null>
  ownerWords: PhraseIndex<OwnerWord>
  unitNames: PhraseIndex<string[]>
  flags: PhraseIndex<Flag>
  /** The topics' and owners' own words, as texts to learn from besides decisions. */
  topicTexts: Sample[]
  ownerTexts: Sample[]
}
export type Ear = Words & { topicModel: Model; unitModel: Model }

export type Knowledge = {
  topics: Map<string, RoutingTopic>
  units: UnitIndex
  places: Places
  /** How many issues were decided under a topic for a unit, the unit as it was recorded then. */
  decided: Map<string, Map<string, number>>
  /** Units that have led an issue before, districts as one. */
  everLed: Set<string>
  ear: (spelling: Spelling) => Ear
  /** The same rules with other decisions to learn from; the word indexes are shared. */
  relearn: (precedents: Precedent[]) => Knowledge
}

export type KnowledgeSource = {
  topics: RoutingTopic[]
  units: RoutingUnit[]
  districts: District[]
  zones: Zone[]
  precedents: Precedent[]
}

const WEIGHTS = { decisive: 5, strong: 3, usual: 1.7, weak: 0.6 } as const
/** A topic's own words count in the learned part as a fraction of a real text. */
const WORDS_AS_TEXT = 0.5

/** Prepares the indexes once; the result may be kept between requests. */
export function makeKnowledge(source: KnowledgeSource): Knowledge {
  const units: UnitIndex = new Map(districtUnits(source.districts).map((unit) => [unit.code, unit]))
  for (const unit of source.units) units.set(unit.code, unit)
  const topics = new Map(source.topics.map((topic) => [topic.code, topic]))
  const places = indexPlaces(source.zones, source.districts)
  const words = perSpelling((spelling) => makeWords(source.topics, units, spelling))
  const relearn = (precedents: Precedent[]): Knowledge => ({
    topics,
    units,
    places,
    decided: countDecided(precedents),
    everLed: new Set(precedents.flatMap(({ leadUnit }) => (leadUnit ? [genericUnit(leadUnit, units)] : []))),
    relearn,
    ear: perSpelling((spelling) => {
      const heard = words(spelling)
      const read = reader(spelling)
      const decided = precedents.map((one) => ({ ...one, tokens: read(one.text) }))
      return {
        ...heard,
        topicModel: learn([...heard.topicTexts, ...decidedTopics(decided, topics)]),
        unitModel: learn([...heard.ownerTexts, ...decidedUnits(decided, units)]),
      }
    }),
  })
  return relearn(source.precedents)
}

/** Made when first needed: texts without marks are rare. */
function perSpelling<T>(make: (spelling: Spelling) => T): (spelling: Spelling) => T {
  const made = new Map<Spelling, T>()
  return (spelling) => {
    const one = made.get(spelling) ?? make(spelling)
    made.set(spelling, one)
    return one
  }
}

function countDecided(precedents: Precedent[]): Map<string, Map<string, number>> {
  const decided = new Map<string, Map<string, number>>()
  for (const { topic, leadUnit } of precedents) {
    const leads = decided.get(topic) ?? new Map<string, number>()
    decided.set(topic, leads)
    leads.set(leadUnit ?? '', (leads.get(leadUnit ?? '') ?? 0) + 1)
  }
  return decided
}

function makeWords(topics: RoutingTopic[], units: UnitIndex, spelling: Spelling): Words {
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

type Decided = Precedent & { tokens: string[] }

function decidedTopics(decided: Decided[], topics: Map<string, RoutingTopic>): Sample[] {
  return decided.flatMap(({ tokens, topic }) => {
    const known = topics.get(topic)
    return known ? [{ label: topic, kin: known.group, tokens, weight: 1 }] : []
  })
}

function decidedUnits(decided: Decided[], units: UnitIndex): Sample[] {
  return decided.flatMap(({ tokens, leadUnit }) =>
    leadUnit && units.has(leadUnit) ? [{ label: genericUnit(leadUnit, units), kin: '', tokens, weight: 1 }] : [],
  )
}
