import type { FileCard } from '#app/files/file-card.server.ts'
import type { StoryEvent } from '#db/queries/issue-story.ts'
import { isMoveName, type MoveName } from '#workflows/resolution/moves.ts'
import type { IssueState } from '#workflows/resolution/states.ts'
import type { Namer } from './names.ts'
import { moveFields, type FieldKind } from './move-fields.ts'

/** One thing said with a move; `value` is ready to show but for dates, choices and yes or no. */
export type Said = { name: string; kind: FieldKind; value: string; files?: FileCard[] }
export type Happened = {
  seq: number
  move: string
  from: IssueState | null
  to: IssueState
  at: string
  who: string | null
  /** Whose role it was, where somebody stood in for them. */
  holder?: string | null
  role: string
  unit: string | null
  said: Said[]
  /** Given by a secret address sent by mail. */
  byLink: boolean
  payload?: string
}

export type Teller = {
  name: Namer
  /** Those of the issue's files that the reader may read; no other is told of. */
  files?: FileCard[]
  /** Down to the stored record. */
  inFull?: boolean
  /** A unit that takes part without leading: told what it said itself, what it was asked, and what the filer is told. */
  onlyFor?: string | null
}

/**
 * Long texts that the page shows in a place of their own. What a split took away is the other issue's, which may since have
 * become a denunciation: only those who see that issue read it, there.
 */
const toldElsewhere: Partial<Record<MoveName, string[]>> = {
  submitAnswer: ['text'], refuse: ['text'], answerOnTheSpot: ['text'], upwardAnswered: ['text'], split: ['sentences', 'rest', 'text'],
}

/** The whole story for those inside: who, for which unit as it was named then, and what they said. */
export function tellStory(events: StoryEvent[], teller: Teller): Happened[] {
  return events.map((event) => ({
    ...outline(event),
    who: event.personName,
    holder: event.onBehalfOf,
    said: teller.onlyFor === undefined ? saidIn(event, teller, toldElsewhere) : saidFor(teller.onlyFor, event, teller),
    ...(teller.inFull && { payload: asStored(event) }),
  }))
}

const asStored = ({ move, payload, hash }: StoryEvent) =>
  JSON.stringify({ ...(payload as object), ...(move === 'split' && { text: '…' }), ...(move === 'receive' && { files: undefined }), hash }, null, 1)

/** All that a move said, long texts too: for somebody who was second and must see what the first one wrote. */
export const tellWhole = (events: StoryEvent[], teller: Teller): Happened[] =>
  events.map((event) => ({ ...outline(event), who: event.personName, holder: event.onBehalfOf, said: saidIn(event, teller, { split: ['sentences', 'text'] }) }))

/** What the filer is told of each move. A move that is not here is the offices' own affair, and so is every field left out. */
const publicFields: Partial<Record<string, readonly string[]>> = {
  receive: [], accept: [], handBack: [], resume: [], close: [], answerOnTheSpot: ['answeredBy'],
  route: ['leadUnit', 'coordinatingUnits'], reroute: ['leadUnit', 'coordinatingUnits'],
  divert: ['track', 'guidance'], refuse: ['legalGround'], withdraw: ['note'], askEnterprise: ['question'], supply: ['text', 'files'],
  approve: ['letterNumber', 'letterDate'], grantExtension: ['workingDays'], changeClass: ['deadlineClass'], setDeadline: ['dueOn', 'notice'], recomputeDeadline: [],
  escalateUpward: ['authority', 'letterNumber', 'letterDate'], upwardAnswered: ['letterNumber', 'letterDate'],
  commit: ['text', 'ownerUnit', 'dueOn'], grantSlip: ['commitment', 'dueOn'], break: ['commitment', 'note'], fulfil: ['evidence', 'evidenceUrl', 'files'],
  confirmSolved: ['satisfied', 'reason', 'note'], dispute: ['reason', 'note'], transferUnit: ['from', 'to'], reopen: [], claim: [],
}

/** «Handed back» would sound as if it came back to the one who filed it. */
const wordsForFiler: Partial<Record<string, string>> = { handBack: 'competenceSought' }

const askedUnits = ['requestOpinion', 'noOpinion', 'cancelOpinion', 'urge']

function saidFor(unit: string | null, event: StoryEvent, teller: Teller): Said[] {
  const said = saidIn(event, teller, toldElsewhere)
  const { units = [], unit: one } = event.payload as { units?: string[]; unit?: string }
  const concerned = askedUnits.includes(event.move) && [...units, one].includes(unit ?? '')
  const shown = publicFields[event.move] ?? []
  return event.unit === unit || concerned ? said : said.filter(({ name }) => shown.includes(name))
}

/** A move that the filer is told of at all: a text that only goes up for approval is not. */
export const toldToFiler = ({ move, to }: { move: string; to: IssueState }) =>
  publicFields[move] !== undefined && !(['approve', 'refuse'].includes(move) && to === 'awaitingApproval')

/** The story as the filer may read it: units, not the people in them; what was sent to the filer, not what was noted. */
export function tellFiler(events: StoryEvent[], teller: Teller): Happened[] {
  return events
    .filter(toldToFiler)
    .map((event) => {
      const own = event.role === 'enterprise' || event.role === 'association'
      const shown = publicFields[event.move] ?? []
      const said = saidIn(event, teller, {}).filter(({ name }) => shown.includes(name) || (own && name === 'note'))
      return { ...outline(event), move: wordsForFiler[event.move] ?? event.move, who: own ? event.personName : null, said }
    })
}

const outline = ({ seq, move, from, to, at, role, unitName, payload }: StoryEvent) => ({
  seq, move, from, to, at: at.toISOString(), role, unit: unitName, byLink: (payload as { through?: string }).through === 'link',
})

function saidIn({ move, payload }: StoryEvent, teller: Teller, without: Partial<Record<MoveName, string[]>>): Said[] {
  if (!isMoveName(move)) return []
  const stored = payload as Record<string, unknown>
  return moveFields[move].flatMap(({ name, kind }): Said[] => {
    const files = kind === 'files' ? filesNamed(stored[name], teller) : undefined
    if (files) return files.length > 0 ? [{ name, kind, value: files.map((file) => file.name).join('; '), files }] : []
    const value = without[move]?.includes(name) ? '' : valueOf(stored[name], kind, teller)
    return value === '' ? [] : [{ name, kind, value }]
  })
}

function filesNamed(value: unknown, { files = [] }: Teller): FileCard[] {
  const ids = (Array.isArray(value) ? value : []).map((one: { id?: number }) => one.id)
  return files.filter(({ id }) => ids.includes(id))
}

function valueOf(value: unknown, kind: FieldKind, { name }: Teller): string {
  if (value === undefined || value === null) return ''
  if (kind === 'unit' || kind === 'partUnit') return name.unit(String(value))
  if (kind === 'group' || kind === 'topic') return name[kind](String(value))
  if (kind === 'units') return [value].flat().map((code) => name.unit(String(code))).join('; ')
  if (kind === 'yes') return value === true ? 'yes' : ''
  if (kind === 'yesNo') return value === true ? 'yes' : 'no'
  return String(value)
}
