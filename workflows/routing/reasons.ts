import type { Knowledge } from './knowledge.ts'
import { quoted, routeOn, type LeadBelief } from './leads.ts'
import type { Scene } from './scene.ts'
import type { TopicBelief } from './topics.ts'
import type { Reason, RoutingRequest } from './types.ts'
import { genericUnit, unitOn } from './units.ts'

export type Choice = { belief: TopicBelief; lead: LeadBelief; unit: string }
export type Given = { request: RoutingRequest; scene: Scene; topics: TopicBelief[] }

const shown = (day: string | null | undefined) => (day ?? '').split('-').reverse().join('/')

/** Half a year: as long as an issue with commitments may stay open. */
const SOON = 183 * 86_400_000
const endsSoon = (validTo: string, on: string) => Date.parse(validTo) - Date.parse(on) < SOON

/** Why this topic and this unit, most telling first; flags for a person to look at come last. */
export function reasonsFor(choice: Choice, { request, scene, topics }: Given, knowledge: Knowledge): Reason[] {
  return [
    ...topicReasons(choice, request, knowledge),
    ...unitReasons(choice, scene, knowledge),
    ...severalTopics(choice, topics, scene.on, knowledge),
    ...flagReasons(scene),
  ]
}

function topicReasons({ belief, lead, unit }: Choice, { group, on }: RoutingRequest, knowledge: Knowledge): Reason[] {
  const topic = knowledge.topics.get(belief.topic)!
  const reasons: Reason[] = belief.words.length
    ? [{ key: 'topicWords', params: { topic: topic.code, words: quoted(belief.words) } }]
    : [{ key: 'topicLearned', params: { topic: topic.code } }]
  if (group && topic.group === group) reasons.push({ key: 'groupHeading', params: {} })
  const count = [...(knowledge.decided.get(topic.code) ?? [])]
    .filter(([code]) => unitOn(genericUnit(code, knowledge.units), on, knowledge.units) === lead.unit)
    .reduce((sum, [, times]) => sum + times, 0)
  if (count > 0) reasons.push({ key: 'precedents', params: { count, topic: topic.code, unit } })
  return reasons
}

function unitReasons({ lead, unit }: Choice, scene: Scene, knowledge: Knowledge): Reason[] {
  const reasons: Reason[] = lead.reasons.map(({ key, params }) => ({ key, params: { unit, ...params } }))
  if (!reasons.length) reasons.push({ key: 'unitLearned', params: { unit } })
  if (unit !== lead.unit)
    reasons.push({ key: scene.districtFrom === 'text' ? 'districtInText' : 'districtOfEnterprise', params: { unit } })
  const { validFrom, validTo } = knowledge.units.get(unit) ?? {}
  if (lead.instead && lead.instead !== unit && unit === lead.unit)
    reasons.push({ key: 'unitSucceeds', params: { unit, former: lead.instead, since: shown(validFrom) } })
  else if (validTo && endsSoon(validTo, scene.on))
    reasons.push({ key: 'unitUntil', params: { unit, until: shown(validTo) } })
  return reasons
}

/** The weight of one strong word. */
const CLEAR_WORD = 3

/** A second matter with a clear word of its own and another lead: a person may want to split. */
function severalTopics({ belief }: Choice, all: TopicBelief[], on: string, knowledge: Knowledge): Reason[] {
  const leadOf = (code: string) => routeOn(knowledge.topics.get(code)!, on).leadUnit
  const other = all.find(
    ({ topic, rule, share }) =>
      topic !== belief.topic &&
      rule >= CLEAR_WORD &&
      rule >= belief.rule / 2 &&
      share >= 0.04 &&
      leadOf(topic) !== leadOf(belief.topic),
  )
  return other && belief.rule >= CLEAR_WORD
    ? [{ key: 'severalTopics', params: { topic: other.topic, words: quoted(other.words) } }]
    : []
}

function flagReasons(scene: Scene): Reason[] {
  const words = new Map<string, string[]>()
  for (const { flag, words: phrase } of scene.flags) words.set(flag, [...(words.get(flag) ?? []), phrase])
  return [...words].map(([key, phrases]) => ({ key, params: { words: quoted(phrases) } }))
}
