import { learn, type Model, type Sample } from './model.ts'
import { indexPlaces, type Places } from './places.ts'
import { reader, spellingOf, type Reading, type Spelling } from './reading.ts'
import type { District, Precedent, RoutingTopic, RoutingUnit, Zone } from './types.ts'
import { districtUnits, genericUnit, type UnitIndex } from './units.ts'
import { makeWords, type Words } from './word-indexes.ts'

/** What a text is heard with, for one way of spelling. */
type Ear = Words & { topicModel: Model; unitModel: Model; read: (text: string) => string[] }

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
        read,
        topicModel: learn([...heard.topicTexts, ...decidedTopics(decided, topics)]),
        unitModel: learn([...heard.ownerTexts, ...decidedUnits(decided, units)]),
      }
    }),
  })
  return relearn(source.precedents)
}

/** A text as the rules hear it: with its marks, or without where the writer left them out. */
export function readText(text: string, knowledge: Knowledge): Reading {
  const spelling = spellingOf(text)
  return { spelling, tokens: knowledge.ear(spelling).read(text) }
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
