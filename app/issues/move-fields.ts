import type { z } from 'zod'
import { deadlineClasses, disputeReasons, tracks, type MoveName, type moveSchemas } from '#workflows/resolution/moves.ts'

/**
 * `line`, `text`: words; `unit`, `units`: one or several units; `commitment`: one of those still open; `yes`: a box to
 * tick; `yesNo`: a question that wants an answer; `sentences`: stretches of the comment.
 */
export type FieldKind =
  | 'line' | 'text' | 'unit' | 'units' | 'group' | 'topic' | 'date' | 'number' | 'yes' | 'yesNo' | 'choice' | 'commitment' | 'sentences'

export type MoveField<Name extends string = string> = {
  name: Name
  kind: FieldKind
  optional?: true
  options?: readonly string[]
  rows?: number
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
const answerText = { name: 'text', kind: 'text', rows: 12 } as const

/** The form of every move, field by field: one table for the screen, and for telling a stored move again. */
export const moveFields: { [M in MoveName]: FieldsOf<M> } = {
  route: [...responsibility, noteOptional],
  reroute: [...responsibility, note],
  split: [{ name: 'sentences', kind: 'sentences', optional: true }, { name: 'rest', kind: 'text', rows: 6 }, { name: 'text', kind: 'text', rows: 6 }, noteOptional],
  divert: [{ name: 'track', kind: 'choice', options: tracks }, { name: 'guidance', kind: 'text' }, noteOptional],
  refuse: [{ name: 'legalGround', kind: 'line' }, answerText],
  withdraw: [note],
  answerOnTheSpot: [{ name: 'leadUnit', kind: 'unit' }, { name: 'answeredBy', kind: 'line' }, { name: 'text', kind: 'text', rows: 8 }],
  accept: [noteOptional],
  handBack: [{ name: 'competentUnit', kind: 'unit' }, note],
  askEnterprise: [{ name: 'question', kind: 'text' }],
  supply: [{ name: 'text', kind: 'text', rows: 6 }],
  resume: [noteOptional],
  requestOpinion: [{ name: 'unit', kind: 'unit' }, { name: 'question', kind: 'text' }],
  giveOpinion: [{ name: 'text', kind: 'text', rows: 8 }],
  submitAnswer: [answerText, noteOptional],
  approve: [...letter, noteOptional],
  returnForRedraft: [note],
  requestExtension: [{ name: 'workingDays', kind: 'number' }, note],
  grantExtension: [{ name: 'workingDays', kind: 'number' }, noteOptional],
  declineExtension: [note],
  changeClass: [{ name: 'deadlineClass', kind: 'choice', options: deadlineClasses }, note],
  recomputeDeadline: [],
  escalateUpward: [{ name: 'authority', kind: 'line' }, ...letter, noteOptional],
  chaseUpward: [...letter, noteOptional],
  upwardAnswered: [...letter, { name: 'text', kind: 'text', rows: 8 }],
  commit: [{ name: 'text', kind: 'text' }, { name: 'ownerUnit', kind: 'unit' }, { name: 'responsible', kind: 'line', optional: true }, { name: 'dueOn', kind: 'date' }],
  slip: [{ name: 'commitment', kind: 'commitment' }, { name: 'dueOn', kind: 'date' }, note],
  fulfil: [{ name: 'commitment', kind: 'commitment' }, { name: 'evidence', kind: 'text' }],
  confirmSolved: [{ name: 'satisfied', kind: 'yesNo' }, noteOptional],
  dispute: [{ name: 'reason', kind: 'choice', options: disputeReasons }, note],
  reopen: [note],
  close: [noteOptional],
  joinCluster: [{ name: 'cluster', kind: 'number' }, noteOptional],
  leaveCluster: [noteOptional],
  transferUnit: [{ name: 'from', kind: 'unit' }, { name: 'to', kind: 'unit' }, note],
}
