import type { RoutingTopic } from './types.ts'
import type { Knowledge } from './knowledge.ts'
import { judge } from './model.ts'
import { findPhrases, indexPhrases, type PhraseIndex } from './phrases.ts'
import { STOP, type Reading, type Spelling } from './reading.ts'

export type TopicBelief = { topic: string; share: number; words: string[]; rule: number }

/** Set by cross-validation on decided issues; flat around these values. */
const BALANCE = { rule: 0.7, learned: 0.5, prior: 0.25, group: 3, request: 1.25, fading: 0.7, proposed: 1.5 }

const requests = ['đề nghị', 'kiến nghị', 'mong muốn', 'mong được', 'kính mong', 'xin được', 'đề xuất']
const asking = (spelling: Spelling) => indexPhrases(requests.map((phrase) => ({ phrase, value: true })), spelling)
const asks: Record<Spelling, PhraseIndex<boolean>> = { marked: asking('marked'), plain: asking('plain') }

/** Sentences that ask («đề nghị …») tell the topic better than those that tell the story. */
function askingSpans({ tokens, spelling }: Reading): (at: number) => boolean {
  const asked: boolean[] = []
  let from = 0
  for (let at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && tokens[at] !== STOP) continue
    const requested = findPhrases(tokens.slice(from, at), asks[spelling]).length > 0
    for (; from <= at; from++) asked[from] = requested
  }
  return (at) => asked[at] ?? false
}

type Heard = Map<string, { words: string[]; weights: number[] }>

function hear(reading: Reading, knowledge: Knowledge): Heard {
  const heard: Heard = new Map()
  const asked = askingSpans(reading)
  for (const { phrase, values, from } of findPhrases(reading.tokens, knowledge.ear(reading.spelling).topicWords)) {
    for (const value of values) {
      if (!value) continue
      const at = heard.get(value.topic) ?? { words: [], weights: [] }
      heard.set(value.topic, at)
      if (at.words.includes(phrase)) continue
      at.words.push(phrase)
      at.weights.push(value.weight * (asked(from) ? BALANCE.request : 1))
    }
  }
  return heard
}

/** Many words add up with less and less effect. */
const total = (weights: number[]) =>
  [...weights].sort((a, b) => b - a).reduce((sum, weight, rank) => sum + weight * BALANCE.fading ** rank, 0)

const decidedUnder = (topic: string, { decided }: Knowledge) =>
  [...(decided.get(topic)?.values() ?? [])].reduce((sum, count) => sum + count, 0)

type Hints = { group?: string | null; ledByProposed: (topic: RoutingTopic) => boolean }

/** All topics by belief. The group and the unit that the annex gives count much and decide nothing alone. */
export function believeTopics(reading: Reading, hints: Hints, knowledge: Knowledge): TopicBelief[] {
  const heard = hear(reading, knowledge)
  const learned = judge(knowledge.ear(reading.spelling).topicModel, reading.tokens)
  const scored = [...knowledge.topics.values()].map((topic) => {
    const { words = [], weights = [] } = heard.get(topic.code) ?? {}
    const rule = total(weights)
    const score =
      BALANCE.rule * rule +
      BALANCE.learned * (learned.get(topic.code) ?? 0) +
      BALANCE.prior * Math.log(1 + decidedUnder(topic.code, knowledge)) +
      (hints.group && topic.group === hints.group ? BALANCE.group : 0) +
      (hints.ledByProposed(topic) ? BALANCE.proposed : 0)
    return { topic: topic.code, words, rule, score }
  })
  return shares(scored)
}

function shares(scored: { topic: string; words: string[]; rule: number; score: number }[]): TopicBelief[] {
  const best = Math.max(...scored.map(({ score }) => score))
  const raised = scored.map((one) => ({ ...one, odds: Math.exp(one.score - best) }))
  const sum = raised.reduce((all, { odds }) => all + odds, 0)
  return raised
    .map(({ topic, words, rule, odds }) => ({ topic, words, rule, share: odds / sum }))
    .sort((a, b) => b.share - a.share || a.topic.localeCompare(b.topic))
}
