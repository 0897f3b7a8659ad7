import { enterpriseKey } from '#workflows/text/enterprise-name.ts'
import { groupOf, usualGroups, type GroupNames } from '../annex/groups.ts'
import * as cue from './cues.ts'
import type { MinutesProposal, Paragraph, Reason, Segment, Sentence, Speaker } from './minutes.ts'
import { mend, sentencesIn } from './read-paragraphs.ts'
import { speakerAtEnd, speakerCue } from './speaker-cue.ts'

type Here = { text: string; first: boolean; whole: boolean; mark?: string; index: number }

/** What reading the sentences from top to bottom has to remember. */
type Walk = {
  segments: Segment[]
  speakers: Speaker[]
  scheme: GroupNames[]
  /** What the headings so far say about this part; none before the first. */
  part?: cue.Part
  closed: boolean
  group: string | null
  speaker: number | null
  /** The speaker was named, and nothing of theirs was read yet. */
  awaiting: boolean
  /** Marks of the list that speakers stand in, and of the list under the speaker. */
  outer?: string
  inner?: string
  /** What the open comment asked for something. */
  asked: boolean
  open?: Segment
}

/** Paragraphs of minutes as they came, mended, with a proposal of what each sentence belongs to. */
export function proposeMinutes(raw: Paragraph[], scheme: GroupNames[] = usualGroups): MinutesProposal & { paragraphs: Paragraph[] } {
  const { paragraphs, repairs, repaired } = mend(raw)
  const sentences = sentencesIn(paragraphs)
  return { paragraphs, sentences, repairs, repaired, ...read(paragraphs, sentences, scheme) }
}

function read(paragraphs: Paragraph[], sentences: Sentence[], scheme: GroupNames[]) {
  const walk: Walk = { segments: [], speakers: [], scheme, closed: false, group: null, speaker: null, awaiting: false, asked: false }
  sentences.forEach(({ paragraph, number, from, to }, index) => {
    const whole = paragraphs[paragraph - 1]!
    const alone = number === 1 && sentences[index + 1]?.paragraph !== paragraph
    const first = number === 1
    if (first && readHeading(walk, whole, index, alone)) return
    readSentence(walk, { text: whole.text.slice(from, to), first, whole: alone, index, mark: first ? cue.markOf(whole)?.style : undefined })
  })
  return { segments: walk.segments, speakers: walk.speakers }
}

function readHeading(walk: Walk, paragraph: Paragraph, index: number, alone: boolean): boolean {
  const heading = alone && !speakerCue(paragraph.text, false) ? cue.headingOf(paragraph) : undefined
  if (!heading) return false
  const group = groupOf(paragraph.text, walk.scheme)
  if (heading.part) walk.part = heading.part
  Object.assign(walk, { speaker: null, awaiting: false, outer: undefined, inner: undefined, group: group ?? (heading.part === 'comments' ? null : walk.group) })
  aside(walk, index, cue.isMeeting(paragraph.text) ? 'meeting' : 'heading')
  return true
}

function readSentence(walk: Walk, here: Here) {
  const { text, first, index } = here
  if (first && cue.isClosing(text)) walk.closed = true
  if (walk.closed) return aside(walk, index, 'meeting')
  if (first && cue.isMeeting(text)) {
    if (cue.opensAttendance(text)) walk.part = 'meeting'
    return aside(walk, index, 'meeting')
  }
  if (cue.concludes(text) && !underList(walk, here)) return begin(walk, index, 'task', ['concludes'], 0.85)
  const speaking = walk.part === 'tasks' ? undefined : speakerCue(text, here.whole)
  if (!speaking && walk.part !== 'meeting' && cue.answers(text, first) && !underList(walk, here)) return begin(walk, index, 'answer', ['answers'], 0.8)
  if (speaking && mayBegin(walk, here, speaking)) return speak(walk, here, speaking)
  if (walk.part === 'tasks') return readOn(walk, here, 'task', cue.givesTask(text))
  if (walk.part === 'answers') return readOn(walk, here, 'answer', here.mark !== undefined)
  if (walk.open?.kind === 'task') return readOn(walk, here, 'task', first && cue.givesTask(text))
  if (walk.part === 'meeting') return aside(walk, index, cue.isGreeting(text) ? 'meeting' : 'noPetition')
  readComment(walk, here)
}

/** Items under somebody who was just named are theirs, whatever offices they name. */
const underList = (walk: Walk, { mark }: Here) => walk.speaker !== null && mark !== undefined && (walk.awaiting || mark === walk.inner) && mark !== walk.outer

function mayBegin(walk: Walk, { first, mark }: Here, speaking: { name: string; taxCode: string; sure: boolean }): boolean {
  const same = walk.speaker !== null && sameSpeaker(walk.speakers[walk.speaker]!, speaking)
  if (walk.part === 'meeting' || walk.part === undefined) return speaking.sure
  if (same && !first) return false
  return speaking.sure || mark === walk.outer || mark === 'digit'
}

function speak(walk: Walk, { text, mark, first, index }: Here, { introduces, sure, ...speaking }: NonNullable<ReturnType<typeof speakerCue>>) {
  walk.speaker = speakerIndex(walk, speaking)
  walk.outer = first ? mark : walk.outer
  walk.inner = undefined
  if (introduces) {
    aside(walk, index, 'introduces')
    walk.awaiting = true
    return
  }
  const reasons: Reason[] = [...(mark === 'digit' || mark === 'roman' ? ['numbered' as const] : []), 'named', ...(speaking.taxCode ? ['taxCode' as const] : [])]
  comment(walk, { text, index }, reasons, speaking.taxCode ? 0.95 : sure ? (reasons.length > 1 ? 0.9 : 0.85) : 0.6)
}

function readOn(walk: Walk, here: Here, kind: 'task' | 'answer', anew: boolean) {
  const { first, index } = here
  if (walk.open?.kind === kind && !(first && anew) && !(kind === 'task' && anew)) return extend(walk, here)
  begin(walk, index, kind, ['inSection'], 0.75)
}

function readComment(walk: Walk, here: Here) {
  const { text, first, index, mark } = here
  const current = walk.open?.kind === 'comment' ? walk.open : undefined
  const asks = cue.asks(text)
  if (walk.awaiting) {
    if (mark) walk.inner = mark
    return comment(walk, here, ['underSpeaker'], 0.85)
  }
  if (first && cue.isAnonymous(text)) {
    Object.assign(walk, { speaker: null, inner: undefined, outer: mark ?? walk.outer })
    return comment(walk, here, ['anonymous'], 0.65)
  }
  if (walk.speaker !== null || current) {
    if (cue.isOrdinal(text) && (first || current)) return comment(walk, here, ['ordinal'], 0.8)
    if (cue.isConnective(text) && asks && walk.asked) return comment(walk, here, ['connective'], 0.6)
  }
  if (mark && readItem(walk, here, mark, asks)) return
  if (walk.open?.kind === 'answer') return extend(walk, here)
  if (current && !(first && walk.speaker === null && asks && !mark)) return extend(walk, here, asks)
  if (asks && walk.part === 'comments') return comment(walk, here, ['asks'], 0.5)
  if (asks && walk.part === undefined && !cue.isGreeting(text) && !/:\s*$/.test(text)) return comment(walk, here, ['asks'], 0.4)
  aside(walk, index, cue.isGreeting(text) ? 'meeting' : 'noPetition')
}

/** An item of a list without a name: of the speaker above, of nobody, or a detail of the comment it stands under. */
function readItem(walk: Walk, here: Here, mark: string, asks: boolean): boolean {
  if (mark === walk.inner) {
    comment(walk, here, ['underSpeaker'], 0.85)
    return true
  }
  if (walk.speaker !== null && mark !== walk.outer && walk.inner === undefined && walk.open?.kind === 'comment') {
    if (!asks) return false
    walk.inner = mark
    comment(walk, here, ['underSpeaker'], 0.7)
    return true
  }
  const fresh = mark === walk.outer || walk.outer === undefined || (mark === 'digit' && walk.inner === undefined)
  if (!fresh || (walk.part !== 'comments' && !asks)) return false
  Object.assign(walk, { speaker: null, inner: undefined, outer: mark })
  comment(walk, here, mark === 'digit' ? ['numbered'] : ['inSection'], asks ? 0.6 : 0.5)
  return true
}

function comment(walk: Walk, { text, index }: Pick<Here, 'text' | 'index'>, reasons: Reason[], confidence: number) {
  begin(walk, index, 'comment', reasons, confidence)
  walk.awaiting = false
  nameFromEnd(walk, text)
  walk.asked = cue.asks(text)
}

function begin(walk: Walk, index: number, kind: Segment['kind'], reasons: Reason[], confidence: number) {
  if (kind !== 'comment') Object.assign(walk, { speaker: null, inner: undefined, awaiting: false })
  walk.open = { kind, sentences: [index], speaker: kind === 'comment' ? walk.speaker : null, group: kind === 'comment' ? walk.group : null, reasons, confidence }
  walk.segments.push(walk.open)
}

function extend(walk: Walk, { text, index }: Pick<Here, 'text' | 'index'>, asks = false) {
  walk.open!.sentences.push(index)
  walk.asked ||= asks
  if (walk.open!.kind === 'comment') nameFromEnd(walk, text)
}

/** Neighbouring sentences that are set aside for the same reason are shown as one. */
function aside(walk: Walk, index: number, reason: Reason) {
  const last = walk.segments.at(-1)
  if (last?.kind === 'aside' && last.reasons[0] === reason) last.sentences.push(index)
  else walk.segments.push({ kind: 'aside', sentences: [index], speaker: null, group: null, reasons: [reason], confidence: reason === 'noPetition' ? 0.6 : 0.9 })
  walk.open = undefined
}

function nameFromEnd(walk: Walk, text: string) {
  const found = walk.open?.speaker === null ? speakerAtEnd(text) : undefined
  if (!found) return
  Object.assign(walk.open!, { speaker: speakerIndex(walk, found), reasons: [...walk.open!.reasons, 'nameAtEnd'], confidence: 0.85 })
}

function speakerIndex(walk: Walk, speaking: Speaker): number {
  const known = walk.speakers.findIndex((one) => sameSpeaker(one, speaking))
  if (known < 0) return walk.speakers.push(speaking) - 1
  const before = walk.speakers[known]!
  walk.speakers[known] = { ...before, taxCode: before.taxCode || speaking.taxCode, person: before.person || speaking.person }
  return known
}

function sameSpeaker(one: Pick<Speaker, 'name' | 'taxCode'>, other: Pick<Speaker, 'name' | 'taxCode'>): boolean {
  if (one.taxCode && other.taxCode) return one.taxCode === other.taxCode
  return enterpriseKey(one.name) === enterpriseKey(other.name)
}
