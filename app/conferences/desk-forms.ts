import { z } from 'zod'
import { moveSchemas } from '#workflows/resolution/moves.ts'

/** By the clock of the desk; what it cannot be is overlooked, never refused. */
const saidAt = z.string().max(40).optional().catch(undefined)

/** Which of the page's forms it is. */
const form = z.string().max(20).optional()

/** What is written down while somebody speaks. `follow` says what follows at once; the group may be given later. */
export const captureForm = z.object({
  enterprise: z.string().trim().min(1, 'required').max(300, 'tooLong'),
  group: z.string().trim().max(60, 'tooLong').optional().transform((group) => group || null),
  text: z.string().trim().min(1, 'required').max(20_000, 'tooLong'),
  follow: z.enum(['next', 'answer', 'promise']).catch('next'),
  saidAt,
  form,
})

/** Which comment is meant: by its code, or by the key under which this desk sent it, or is still to send it. */
const about = { code: z.string().max(40).optional(), capture: z.string().max(80).optional(), form }

const { leadUnit, answeredBy, text } = moveSchemas.answerOnTheSpot.shape

/** An answer given in the hall, with who gave it. */
export const spokenAnswerForm = z.object({ ...about, leadUnit, answeredBy, text })

/** What the chair promised, in the words used: it answers the comment as well, and is counted as a promise. */
export const spokenPromiseForm = z.object({
  ...about, answeredBy, text: moveSchemas.commit.shape.text, ownerUnit: moveSchemas.commit.shape.ownerUnit, dueOn: moveSchemas.commit.shape.dueOn, saidAt,
})

export const deskForms = { capture: captureForm, answer: spokenAnswerForm, promise: spokenPromiseForm }
export type DeskForm = keyof typeof deskForms

/** What a secretary does with the queue of those who asked for the floor. */
export const speakerForm = z.object({
  form: z.literal('speaker'),
  act: z.enum(['add', 'up', 'down', 'call', 'done', 'skip']),
  name: z.string().trim().max(300, 'tooLong').optional(),
  id: z.coerce.number().int().positive().optional(),
  /** State and place as they were on the page, and who had the floor there: somebody else may have been quicker. */
  seen: z.string().max(40).optional(),
  speaking: z.preprocess((value) => value || undefined, z.coerce.number().int().positive().optional()),
}).refine(({ act, name }) => act !== 'add' || name, { path: ['name'], error: 'required' })
