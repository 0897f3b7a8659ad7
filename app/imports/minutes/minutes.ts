import type { Grid } from '../read/grid.ts'

/** A paragraph of the source as mended; paragraphs without words are left out and not counted. */
export type Paragraph = {
  text: string
  /** Depth of a list item that the program numbered, so that no mark stands in its text; 0 for none. */
  list: number
  /** It stood in a table. */
  cell?: boolean
}

/** Sentence `number` of paragraph `paragraph`, both from 1, and where it stands in the paragraph's text. */
export type Sentence = { paragraph: number; number: number; from: number; to: number }

/** `aside`: no petition, and of no further use: attendance, greetings, headings, the line that names who speaks. */
export const segmentKinds = ['comment', 'answer', 'task', 'aside'] as const
export type SegmentKind = (typeof segmentKinds)[number]

/** Why something was taken for what it is; the texts are `prose:reason.<reason>`. */
export const reasons = [
  'numbered', 'named', 'taxCode', 'nameAtEnd', 'underSpeaker', 'ordinal', 'connective', 'anonymous', 'asks', 'inSection', 'answers', 'concludes',
  'heading', 'meeting', 'introduces', 'noPetition', 'byPerson',
] as const
export type Reason = (typeof reasons)[number]

/** Whose words they are, as the minutes name them. */
export type Speaker = { name: string; taxCode: string; person: string }

export type Segment = {
  kind: SegmentKind
  /** Indexes of sentences, ascending. */
  sentences: number[]
  /** Index of the speaker; `null` where the minutes name none. */
  speaker: number | null
  group: string | null
  reasons: Reason[]
  /** 0–1: how sure the proposal is. */
  confidence: number
}

/** Every sentence of the source is in exactly one segment; segments stand in the order of their first sentence. */
export type Reading = { segments: Segment[]; speakers: Speaker[] }

export type Repair = { paragraph: number; key: 'repairedEncoding' | 'repairedComposed' | 'repairedControls' | 'repairedSpaces'; before: string; after: string; encoding?: string }

/** The `proposal` column of an import of minutes. */
export type MinutesProposal = Reading & { sentences: Sentence[]; repairs: Repair[]; repaired: number }

/** The `grids` column: the source as mended, and its tables as the annex importer reads them, where it is one table. */
export type MinutesFile = { paragraphs: Paragraph[]; tables: Grid[] }

/** Longer than any meeting was; above it a file is a mistake or an attack. */
export const minutesLimits = { characters: 1_000_000, paragraphs: 10_000, inParagraph: 50_000 } as const
