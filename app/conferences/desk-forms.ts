import { z } from 'zod'
import { moveSchemas } from '#workflows/resolution/moves.ts'

/** What is written down while somebody speaks. `follow` says what follows at once; the group may be given later. */
export const captureForm = z.object({
  enterprise: z.string().trim().min(1, 'required').max(300, 'tooLong'),
  group: z.string().trim().max(60, 'tooLong').optional().transform((group) => group || null),
  text: z.string().trim().min(1, 'required').max(20_000, 'tooLong'),
  follow: z.enum(['next', 'answer', 'promise']).catch('next'),
})

const { leadUnit, answeredBy, text } = moveSchemas.answerOnTheSpot.shape

/** An answer given in the hall, with who gave it. */
export const spokenAnswerForm = z.object({ code: z.string().max(40), leadUnit, answeredBy, text })

/** What the chair promised, in the words used: it answers the comment as well, and is counted as a promise. */
export const spokenPromiseForm = z.object({
  code: z.string().max(40), answeredBy, text: moveSchemas.commit.shape.text, ownerUnit: moveSchemas.commit.shape.ownerUnit, dueOn: moveSchemas.commit.shape.dueOn,
})

export const deskForms = { capture: captureForm, answer: spokenAnswerForm, promise: spokenPromiseForm }
export type DeskForm = keyof typeof deskForms
