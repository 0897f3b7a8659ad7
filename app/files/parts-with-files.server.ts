import type { IssueParts } from '#db/queries/issue-parts.ts'
import { cardOf, cardsAt, type FileCard } from './file-card.server.ts'

export type WithFiles<T> = T & { files: FileCard[] }
export type PartsWithFiles = ReturnType<typeof withFiles>

/** The parts of an issue with each file where it hangs. */
export function withFiles({ files, ...parts }: IssueParts) {
  return {
    ...parts,
    comment: { ...parts.comment, files: cardsAt(files, { kind: 'filing' }) },
    answers: parts.answers.map((one) => ({ ...one, files: cardsAt(files, { kind: 'answer', answer: one.number }) })),
    opinions: parts.opinions.map((one) => ({ ...one, files: cardsAt(files, { kind: 'opinion', opinion: one.id }) })),
    commitments: parts.commitments.map((one) => ({ ...one, files: cardsAt(files, { kind: 'evidence', commitment: one.number }) })),
    attached: files.map(cardOf),
  }
}
