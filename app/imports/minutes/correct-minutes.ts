import { keyOf } from './passages.ts'
import type { Segment, SegmentKind, Speaker } from './minutes.ts'

/** `new`: enters the register of enterprises under this name; `none`: the comment stays without an enterprise. */
export type Choice = { enterprise: number } | 'new' | 'none'
export type ChosenSpeaker = Speaker & { choice?: Choice }

/** The `mapping` column: the reading as a person has corrected it so far. */
export type MinutesSettings = { segments: Segment[]; speakers: ChosenSpeaker[]; from?: number }

export const operations = ['merge', 'split', 'apart', 'up', 'down', 'out'] as const
export type Operation = { type: (typeof operations)[number]; key: number; picked: number[] }

/** What one segment was said to be: its kind, who speaks (`null`: nobody named) and its group. */
export type Decision = { kind: SegmentKind; speaker: number | null; group: string | null }

/**
 * One step of a person's correction; `undefined` where the segment is no longer there or nothing was picked. No sentence is
 * lost or doubled by any of them.
 */
export function operate(segments: Segment[], { type, key, picked }: Operation): Segment[] | undefined {
  const at = segments.findIndex((one) => keyOf(one) === key)
  const segment = segments[at]
  if (!segment) return undefined
  if (type === 'merge') {
    const before = neighbour(segments, at, -1)
    return before && moved(segments, segment.sentences, { from: segment, to: before })
  }
  // of one sentence alone nothing needs to be picked
  const chosen = segment.sentences.length === 1 ? segment.sentences : segment.sentences.filter((index) => picked.includes(index))
  if (chosen.length === 0) return undefined
  if (type === 'split') return parted(segments, segment, segment.sentences.filter((index) => index >= chosen[0]!))
  if (type === 'apart') return parted(segments, segment, chosen)
  if (type === 'out') return parted(segments, segment, chosen, 'aside')
  const to = neighbour(segments, at, type === 'up' ? -1 : 1)
  return to && moved(segments, chosen, { from: segment, to })
}

/** The comment before or after; where there is none, whatever stands there. */
function neighbour(segments: Segment[], at: number, step: 1 | -1): Segment | undefined {
  for (let next = at + step; segments[next]; next += step) if (segments[next]!.kind === 'comment') return segments[next]
  return segments[at + step]
}

function moved(segments: Segment[], indexes: number[], { from, to }: { from: Segment; to: Segment }): Segment[] {
  return ordered(segments.map((one) => {
    if (one === from) return { ...one, sentences: one.sentences.filter((index) => !indexes.includes(index)) }
    return one === to ? { ...one, sentences: [...one.sentences, ...indexes], ...byPerson(one) } : one
  }))
}

function parted(segments: Segment[], from: Segment, indexes: number[], kind = from.kind): Segment[] {
  const speaking = kind === 'comment' ? { speaker: from.speaker, group: from.group } : { speaker: null, group: null }
  const part: Segment = { kind, sentences: indexes, ...speaking, reasons: ['byPerson'], confidence: 1 }
  const rest = { ...from, sentences: from.sentences.filter((index) => !indexes.includes(index)), ...byPerson(from) }
  return ordered([...segments.map((one) => (one === from ? rest : one)), part])
}

const byPerson = ({ reasons }: Segment) => ({ reasons: reasons.includes('byPerson') ? reasons : [...reasons, 'byPerson' as const], confidence: 1 })

const ordered = (segments: Segment[]) =>
  segments
    .filter(({ sentences }) => sentences.length > 0)
    .map((one) => ({ ...one, sentences: one.sentences.toSorted((a, b) => a - b) }))
    .sort((a, b) => keyOf(a) - keyOf(b))

/** What was chosen for each segment, those that are no longer there left out. */
export const decide = (segments: Segment[], decisions: Map<number, Decision>): Segment[] =>
  segments.map((one) => {
    const decision = decisions.get(keyOf(one))
    if (!decision) return one
    const { kind } = decision
    const { speaker, group } = kind === 'comment' ? decision : { speaker: null, group: null }
    const same = kind === one.kind && speaker === one.speaker && group === one.group
    return same ? one : { ...one, kind, speaker, group, ...(kind !== one.kind || speaker !== one.speaker ? byPerson(one) : {}) }
  })
