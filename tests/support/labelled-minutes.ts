import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { proposeMinutes } from '#app/imports/minutes/propose-minutes.ts'
import { paragraphsOf } from '#app/imports/minutes/read-paragraphs.ts'
import type { SegmentKind } from '#app/imports/minutes/minutes.ts'
import { projectRoot } from '#db/project-root.ts'
import { enterpriseKey } from '#workflows/text/enterprise-name.ts'

const kinds: Record<string, SegmentKind> = { c: 'comment', a: 'answer', t: 'task', '-': 'aside' }
type Label = { at: number; kind: SegmentKind; name: string; taxCode: string }

/** A sample of tests/data/minutes: its text as an office would send it, and what each stretch of it truly is. */
export function labelledMinutes(name: string): { text: string; labels: Label[] } {
  const source = readFileSync(join(projectRoot, 'tests/data/minutes', `${name}.txt`), 'utf8')
  const labels: Label[] = []
  let text = ''
  let read = 0
  for (const { 0: mark, 1: kind, 2: who = '', 3: taxCode = '', index } of source.matchAll(/⟦([cat-])(?:\|([^|⟧]*))?(?:\|([^⟧]*))?⟧/g)) {
    text += source.slice(read, index)
    read = index + mark.length
    labels.push({ at: text.length, kind: kinds[kind!]!, name: who, taxCode })
  }
  return { text: text + source.slice(read), labels }
}

export type Score = { comments: number; found: number; right: number; exact: number; named: number; matched: number; missed: string[] }

/** Where comments begin and who speaks, proposed against true. Places are compared with white space and NFD left out. */
export function scoreOf(name: string): Score {
  const { text, labels } = labelledMinutes(name)
  const { paragraphs, sentences, segments, speakers } = proposeMinutes(paragraphsOf(text))
  const size = (part: string) => part.normalize('NFC').replace(/\s/g, '').length
  const places = sentences.map(({ paragraph, from }) => paragraphs.slice(0, paragraph - 1).reduce((sum, one) => sum + size(one.text), size(paragraphs[paragraph - 1]!.text.slice(0, from))))
  const total = size(text)
  const truth = labels.map((label, at) => ({ ...label, from: size(text.slice(0, label.at)), to: labels[at + 1] ? size(text.slice(0, labels[at + 1]!.at)) : total })).filter(({ kind }) => kind === 'comment')
  const proposed = segments.filter(({ kind }) => kind === 'comment').map((one) => {
    const last = one.sentences.at(-1)! + 1
    return { from: places[one.sentences[0]!]!, to: places[last] ?? total, speaker: one.speaker === null ? undefined : speakers[one.speaker]! }
  })
  const score: Score = { comments: truth.length, found: proposed.length, right: 0, exact: 0, named: 0, matched: 0, missed: [] }
  for (const one of truth) {
    const hit = proposed.find(({ from }) => from === one.from)
    const named = one.name !== ''
    const rightSpeaker = hit && (named ? hit.speaker && (one.taxCode ? hit.speaker.taxCode === one.taxCode : enterpriseKey(hit.speaker.name) === enterpriseKey(one.name)) : hit.speaker === undefined)
    if (named) score.named++
    if (hit) score.right++
    if (hit && hit.to === one.to) score.exact++
    if (named && rightSpeaker) score.matched++
    if (!hit || !rightSpeaker || hit.to !== one.to) score.missed.push(`${hit ? 'found' : 'MISSED'} ${hit?.speaker?.name ?? '–'} | ${text.slice(one.at, one.at + 90)}`)
  }
  for (const hit of proposed) if (!truth.some(({ from }) => from === hit.from)) score.missed.push(`EXTRA ${sentences[places.indexOf(hit.from)]!.paragraph}:${sentences[places.indexOf(hit.from)]!.number} ${hit.speaker?.name}`)
  return score
}
