import { readText, type Knowledge } from './knowledge.ts'
import { believeLeads, routeOn, type LeadBelief } from './leads.ts'
import { reasonsFor, type Given } from './reasons.ts'
import { readScene, type Scene } from './scene.ts'
import { believeTopics, type TopicBelief } from './topics.ts'
import type { Candidate, RoutingRequest, RoutingTopic, Suggestion } from './types.ts'
import { genericUnit, unitOn } from './units.ts'

const ledBy = ({ proposed, on }: Scene, { units }: Knowledge) => (topic: RoutingTopic) => {
  const lead = routeOn(topic, on).leadUnit
  return Boolean(proposed && lead) && unitOn(lead!, on, units) === genericUnit(proposed!, units)
}

type Pair = { belief: TopicBelief; lead: LeadBelief; share: number }

/** Ten pages: nobody's matter begins later, and a text of megabytes must not hold up the rest. */
const READ_AT_MOST = 20_000
const TOPICS_CONSIDERED = 8
/** Under a topic, a unit with less belief than this is no sensible pair with it. */
const LEAST_SHARE = 0.04

/**
 * Who should lead, under which topic, and why: the first proposal and two alternatives, all different. Every unit named
 * is one in being on the day `on`. Nothing is decided here: a person confirms, and complaints and denunciations are
 * only flagged.
 */
export function suggest(request: RoutingRequest, knowledge: Knowledge): Suggestion {
  const short = { ...request, text: request.text.slice(0, READ_AT_MOST) }
  const reading = readText(short.text, knowledge)
  const scene = readScene(short, reading, knowledge)
  const topics = believeTopics(reading, { group: request.group, ledByProposed: ledBy(scene, knowledge) }, knowledge)
  const pairs = pairsOf(topics, scene, knowledge).filter(({ lead }) => !isAccused(lead.unit, scene, knowledge))
  const [first, ...others] = choose(pairs).map((pair) => describe(pair, { request, scene, topics }, knowledge))
  const { score, ...main } = first!
  return { ...main, confidence: score, alternatives: others }
}

function pairsOf(topics: TopicBelief[], scene: Scene, knowledge: Knowledge): Pair[] {
  return topics.slice(0, TOPICS_CONSIDERED).flatMap((belief) =>
    believeLeads(knowledge.topics.get(belief.topic)!, scene, knowledge).map((lead) => ({
      belief, lead, share: belief.share * lead.share,
    })),
  )
}

/** A denunciation must not be proposed to the unit it names (Law on Denunciations). */
function isAccused(unit: string, scene: Scene, knowledge: Knowledge): boolean {
  if (!scene.flags.some(({ flag }) => flag === 'looksLikeDenunciation')) return false
  return scene.mentioned.some(({ code }) => genericUnit(code, knowledge.units) === unit)
}

const sumBy = (pairs: Pair[], key: (pair: Pair) => string) => {
  const sums = new Map<string, number>()
  for (const pair of pairs) sums.set(key(pair), (sums.get(key(pair)) ?? 0) + pair.share)
  return sums
}

/** The most believed unit under its most believed topic first; then whatever adds most that was not yet named. */
function choose(pairs: Pair[]): Pair[] {
  const topicShares = sumBy(pairs, ({ belief }) => belief.topic)
  const unitShares = sumBy(pairs, ({ lead }) => lead.unit)
  const sensible = pairs.filter(({ lead }) => lead.share >= LEAST_SHARE)
  const chosen: Pair[] = []
  while (chosen.length < 3) {
    const news = ({ belief, lead, share }: Pair) =>
      (chosen.some((one) => one.belief.topic === belief.topic) ? 0 : topicShares.get(belief.topic)!) +
      (chosen.some((one) => one.lead.unit === lead.unit) ? 0 : unitShares.get(lead.unit)!) +
      share / 10
    const left = sensible.filter((pair) => !chosen.includes(pair))
    if (!left.length) break
    chosen.push(left.reduce((best, pair) => (news(pair) > news(best) ? pair : best)))
  }
  return chosen
}

function describe(pair: Pair, given: Given, knowledge: Knowledge): Candidate {
  const { scene } = given
  const topic = knowledge.topics.get(pair.belief.topic)!
  const unit = concrete(pair.lead.unit, scene, knowledge)
  const { leadUnit, coordinatingUnits } = routeOn(topic, scene.on)
  const others = [leadUnit, ...coordinatingUnits]
    .map((code) => code && unitOn(code, scene.on, knowledge.units))
    .map((code) => code && concrete(code, scene, knowledge))
    .filter((code): code is string => Boolean(code) && code !== unit)
  return {
    group: topic.group,
    topic: topic.code,
    leadUnit: unit,
    coordinatingUnits: [...new Set(others)],
    score: pair.share,
    reasons: reasonsFor({ belief: pair.belief, lead: pair.lead, unit }, given, knowledge),
  }
}

/** The district level as a whole becomes the committee of the district that the annex, text or address names. */
function concrete(code: string, scene: Scene, knowledge: Knowledge): string {
  if (code !== 'UBND-QH') return code
  const named = [scene.proposed, scene.district].find((one) => one && knowledge.units.get(one)?.parent === code)
  return named && unitOn(named, scene.on, knowledge.units) === named ? named : code
}
