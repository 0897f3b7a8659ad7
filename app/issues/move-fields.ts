import type { z } from 'zod'
import { deadlineClasses, tracks, verdictReasons, type MoveName, type moveSchemas } from '#workflows/resolution/moves.ts'

/**
 * `line`, `text`: words; `unit`, `units`: one or several units; `partUnit`: one that has a part in the issue now; `commitment`: one
 * still owed, `slipping`: one for which a later date was asked, `broken`: one that was not kept; `person`: a name, of somebody
 * known or not; `yes`: a box to tick; `yesNo`: a question that wants an answer; `sentences`: stretches of the comment;
 * `files`: what is attached; `moment`: a day and its minute.
 */
export type FieldKind =
  | 'line' | 'text' | 'unit' | 'units' | 'partUnit' | 'group' | 'topic' | 'date' | 'number' | 'yes' | 'yesNo' | 'choice' | 'commitment' | 'slipping' | 'broken' | 'person' | 'sentences' | 'files' | 'moment'

export type MoveField<Name extends string = string> = {
  name: Name
  kind: FieldKind
  optional?: true
  options?: readonly string[]
  rows?: number
  /** Told of older records and taken from other systems; no form asks for it. */
  unasked?: true
}

type FieldsOf<M extends MoveName> = MoveField<Extract<keyof z.input<(typeof moveSchemas)[M]>, string>>[]

const noteOptional = { name: 'note', kind: 'text', optional: true, rows: 3 } as const
const note = { name: 'note', kind: 'text', rows: 4 } as const
const letter = [{ name: 'letterNumber', kind: 'line' }, { name: 'letterDate', kind: 'date' }] as const
const responsibility = [
  { name: 'leadUnit', kind: 'unit' },
  { name: 'coordinatingUnits', kind: 'units', optional: true },
  { name: 'group', kind: 'group', optional: true },
  { name: 'topic', kind: 'topic', optional: true },
  { name: 'deadlineClass', kind: 'choice', options: deadlineClasses },
  { name: 'needsLeader', kind: 'yes' },
] as const
const askedUnit = { name: 'unit', kind: 'partUnit' } as const
/** Asked only while opinions are out. */
const overOpinions = { name: 'overOpenOpinions', kind: 'text', rows: 3 } as const
const files = { name: 'files', kind: 'files', optional: true } as const
const answerText = { name: 'text', kind: 'text', rows: 12 } as const

/** The form of every move, field by field: one table for the screen, and for telling a stored move again. */
export const moveFields: { [M in MoveName]: FieldsOf<M> } = {
  route: [...responsibility, noteOptional],
  reroute: [...responsibility, note],
  split: [{ name: 'sentences', kind: 'sentences', optional: true }, { name: 'rest', kind: 'text', rows: 6 }, { name: 'text', kind: 'text', rows: 6 }, noteOptional],
  divert: [{ name: 'track', kind: 'choice', options: tracks }, { name: 'guidance', kind: 'text' }, noteOptional],
  refuse: [{ name: 'legalGround', kind: 'line' }, answerText, files, overOpinions],
  withdraw: [note],
  answerOnTheSpot: [{ name: 'leadUnit', kind: 'unit' }, { name: 'answeredBy', kind: 'line' }, { name: 'text', kind: 'text', rows: 8 }, files],
  accept: [noteOptional],
  handBack: [{ name: 'competentUnit', kind: 'unit' }, note, overOpinions],
  askEnterprise: [{ name: 'question', kind: 'text' }],
  supply: [{ name: 'text', kind: 'text', rows: 6 }, files],
  resume: [noteOptional],
  requestOpinion: [
    { name: 'units', kind: 'units' }, { name: 'question', kind: 'text' }, { name: 'dueOn', kind: 'date', optional: true },
    { name: 'unit', kind: 'unit', unasked: true },
  ],
  giveOpinion: [{ name: 'text', kind: 'text', rows: 8 }, files],
  noOpinion: [askedUnit],
  cancelOpinion: [askedUnit, note],
  urge: [askedUnit],
  submitAnswer: [answerText, files, noteOptional, overOpinions],
  approve: [...letter, noteOptional, { name: 'sha256', kind: 'line', unasked: true }],
  returnForRedraft: [note],
  requestExtension: [{ name: 'workingDays', kind: 'number' }, note],
  grantExtension: [{ name: 'workingDays', kind: 'number' }, noteOptional],
  declineExtension: [note],
  changeClass: [{ name: 'deadlineClass', kind: 'choice', options: deadlineClasses }, note],
  setDeadline: [{ name: 'dueOn', kind: 'date' }, { name: 'notice', kind: 'line' }],
  recomputeDeadline: [],
  escalateUpward: [{ name: 'authority', kind: 'line' }, ...letter, noteOptional],
  chaseUpward: [...letter, noteOptional],
  upwardAnswered: [...letter, { name: 'text', kind: 'text', rows: 8 }],
  commit: [{ name: 'text', kind: 'text' }, { name: 'ownerUnit', kind: 'unit' }, { name: 'responsible', kind: 'person', optional: true }, { name: 'dueOn', kind: 'date' }, { name: 'replaces', kind: 'broken', optional: true }, { name: 'saidAt', kind: 'moment', unasked: true }],
  slip: [{ name: 'commitment', kind: 'commitment' }, { name: 'dueOn', kind: 'date' }, note],
  grantSlip: [{ name: 'commitment', kind: 'slipping' }, { name: 'dueOn', kind: 'date' }, noteOptional],
  declineSlip: [{ name: 'commitment', kind: 'slipping' }, note],
  fulfil: [{ name: 'commitment', kind: 'commitment' }, { name: 'evidence', kind: 'text' }, { name: 'evidenceUrl', kind: 'line', optional: true }, files, { name: 'filesShown', kind: 'yes' }],
  break: [{ name: 'commitment', kind: 'commitment' }, note],
  confirmSolved: [{ name: 'satisfied', kind: 'yesNo' }, { name: 'reason', kind: 'choice', options: verdictReasons, optional: true }, noteOptional],
  dispute: [{ name: 'reason', kind: 'choice', options: verdictReasons }, note],
  reopen: [note],
  close: [noteOptional],
  joinCluster: [{ name: 'cluster', kind: 'number' }, noteOptional],
  leaveCluster: [noteOptional],
  claim: [],
  transferUnit: [{ name: 'from', kind: 'unit' }, { name: 'to', kind: 'unit' }, note],
}
