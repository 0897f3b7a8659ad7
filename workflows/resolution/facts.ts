import type { Promised } from '#workflows/commitment/promises.ts'
import type { By } from './actor.ts'
import type { DeadlineClass, MoveInput, Track } from './moves.ts'
import type { IssueState } from './states.ts'

/** What the machine must know of an issue beside its state. Each is a column or a row; none is a clock or an id of ours. */
export type Facts = {
  enterpriseId: number | null
  associationId: number | null
  track: Track
  leadUnit: string | null
  coordinatingUnits: string[]
  needsLeader: boolean
  deadlineClass: DeadlineClass
  /** Units that said «not ours». Two different ones and the coordinating office's next routing stands. */
  handedBackBy: string[]
  handBacks: number
  competenceDecided: boolean
  lastEditorId: number | null
  pending: 'answer' | 'refusal' | null
  headApprovedBy: number | null
  extension: 'none' | 'asked' | 'granted' | 'declined'
  openOpinions: string[]
  /** Units that let their term pass and have not spoken since. */
  silentOpinions: string[]
  commitments: Promised[]
  answeredOnTheSpot: boolean
  confirmed: boolean
  reopenings: number
  /** Those that ask the same, where it was put beside them. */
  cluster: number | null
  /** ISO instant: the last moment at which the enterprise may dispute or somebody may reopen. */
  reopenUntil: string | null
}

export const newFacts = (filed: Pick<Facts, 'enterpriseId' | 'associationId'>): Facts => ({
  ...filed,
  track: 'petition',
  leadUnit: null,
  coordinatingUnits: [],
  needsLeader: false,
  deadlineClass: 'simple',
  handedBackBy: [],
  handBacks: 0,
  competenceDecided: false,
  lastEditorId: null,
  pending: null,
  headApprovedBy: null,
  extension: 'none',
  openOpinions: [],
  silentOpinions: [],
  commitments: [],
  answeredOnTheSpot: false,
  confirmed: false,
  reopenings: 0,
  cluster: null,
  reopenUntil: null,
})

/**
 * What the caller's clock and calendar say of this move: the machine has neither.
 * Stored with the event, so that a log replays to the same facts on any later day.
 */
export type Occasion = { by: By; at: string; reopenUntil: string; /** How, where not by signing in. */ through?: 'link' }
export type Move = MoveInput & Occasion
export type Position = { state: IssueState; facts: Facts }
