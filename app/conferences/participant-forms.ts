import { z } from 'zod'
import { invitationStates, participantKinds } from './participant-words.ts'

const line = (max: number) => z.string().trim().max(max, 'tooLong').optional().transform((text) => text || undefined)
const id = z.string().regex(/^[1-9]\d{0,14}$/, 'other').transform(Number)
const whoComes = { delegate: line(200), position: line(200) }

/** One more to invite: an enterprise by name or tax code, an association or unit as chosen, a guest by name. */
export const inviteForm = z
  .object({ intent: z.literal('invite'), kind: z.enum(participantKinds, 'choose'), who: line(400), ...whoComes })
  .superRefine(({ kind, who, delegate }, context) => {
    const path = kind === 'guest' ? (delegate ? undefined : 'delegate') : who ? undefined : 'who'
    if (path) context.addIssue({ code: 'custom', path: [path], message: kind === 'association' || kind === 'unit' ? 'choose' : 'required' })
  })

/** Many enterprises at once, one a line. */
export const pasteForm = z.object({ intent: z.literal('paste'), lines: z.string().trim().min(1, 'required').max(100_000, 'tooLong') })

export const changeForm = z.object({ intent: z.literal('change'), id, ...whoComes, state: z.enum(invitationStates, 'choose') })
export const removeForm = z.object({ intent: z.literal('remove'), id })

/** What one press in the list says of one of the invited. */
export const markForm = z.object({ intent: z.literal('mark'), id, mark: z.enum([...invitationStates, 'came', 'missing'], 'choose') })

const answerFields = { id, ...whoComes }
/** The fields of an answer; yes or no is the button. */
export const answerSheet = z.object(answerFields)
/** What an enterprise or association answers. */
export const answerForm = z.object({ ...answerFields, state: z.enum(['confirmed', 'declined'], 'choose') })
