import { foldWords } from '#workflows/text/fold.ts'
import type { Knowledge } from './knowledge.ts'
import { suggest } from './suggest.ts'
import type { Precedent, Suggestion } from './types.ts'
import { genericUnit, sameLine } from './units.ts'

/** A petition with what people decided. A label that is missing or null is not counted for its figures. */
export type LabelledIssue = {
  text: string
  group?: string | null
  topic?: string | null
  lead_unit?: string | null
  named_units?: string[] | null
  zone?: string | null
  district?: string | null
}

type Hits = { group: boolean; topic: boolean[]; unit: boolean[] }
export type Figures = {
  n: number
  group_top1: number
  topic_top1: number
  topic_top3: number
  unit_top1: number
  unit_top3: number
}

/**
 * The day all suggestions are measured on: the last one on which every department that the labels name still existed.
 * On a line's own later day merged departments could not be told apart and the figure would flatter.
 */
const MEASURED_ON = '2025-02-28'

/** What the first proposal and its alternatives got right. Neither group nor topic is given away. */
export function tryIssue(issue: LabelledIssue, knowledge: Knowledge): { suggestion: Suggestion; hits: Hits } {
  const { text, zone, district } = issue
  const suggestion = suggest({ text, on: MEASURED_ON, zone, district }, knowledge)
  const proposals = [suggestion, ...suggestion.alternatives]
  const expected = issue.named_units?.length ? issue.named_units : issue.lead_unit ? [issue.lead_unit] : []
  return {
    suggestion,
    hits: {
      group: suggestion.group === issue.group,
      topic: proposals.map(({ topic }) => topic === issue.topic),
      unit: proposals.map(({ leadUnit }) => expected.some((unit) => isUnit(leadUnit, unit, knowledge))),
    },
  }
}

/** A district's committee counts as the district level; a unit also answers to the names of those after it. */
function isUnit(proposed: string, label: string, { units }: Knowledge): boolean {
  return sameLine(genericUnit(proposed, units), genericUnit(label, units), units)
}

/** Leave-one-out: a petition that is among the decisions learned from is judged without them. */
export function withoutItself(text: string, precedents: Precedent[], knowledge: Knowledge): Knowledge {
  const folded = foldWords(text)
  const others = precedents.filter((one) => foldWords(one.text) !== folded)
  return others.length < precedents.length ? knowledge.relearn(others) : knowledge
}

export const isUnitLabelled = ({ lead_unit, named_units }: LabelledIssue): boolean =>
  Boolean(lead_unit || named_units?.length)

const share = (hits: boolean[]) =>
  hits.length ? Math.round((hits.filter(Boolean).length / hits.length) * 1000) / 1000 : 0

/** Each figure is over the lines that carry its label; `n` is all lines. */
export function summarise(results: { issue: LabelledIssue; hits: Hits }[]): Figures {
  const inGroup = results.filter(({ issue }) => issue.group)
  const inTopic = results.filter(({ issue }) => issue.topic)
  const inUnit = results.filter(({ issue }) => isUnitLabelled(issue))
  return {
    n: results.length,
    group_top1: share(inGroup.map(({ hits }) => hits.group)),
    topic_top1: share(inTopic.map(({ hits }) => hits.topic[0]!)),
    topic_top3: share(inTopic.map(({ hits }) => hits.topic.some(Boolean))),
    unit_top1: share(inUnit.map(({ hits }) => hits.unit[0]!)),
    unit_top3: share(inUnit.map(({ hits }) => hits.unit.some(Boolean))),
  }
}
