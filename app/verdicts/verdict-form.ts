import { z } from 'zod'
import { verdictReasons, type MoveInput } from '#workflows/resolution/moves.ts'

const blank = (value: unknown) => value || undefined

/** Both questions at once, for somebody who has no session to keep the first answer in. */
export const verdictForm = z
  .object({
    version: z.coerce.number('number').int('number').min(1, 'number').max(2 ** 31 - 1, 'number'),
    solved: z.enum(['yes', 'no'], 'choose'),
    satisfied: z.preprocess(blank, z.enum(['yes', 'no'], 'choose').optional()),
    reason: z.preprocess(blank, z.enum(verdictReasons, 'choose').optional()),
    note: z.string().trim().max(4000, 'tooLong').optional(),
  })
  .superRefine(({ solved, satisfied, reason, note }, ctx) => {
    const wanting = (name: string, message: string) => ctx.addIssue({ code: 'custom', path: [name], message })
    if (solved === 'yes' && !satisfied) wanting('satisfied', 'choose')
    if ((solved === 'no' || satisfied === 'no') && !reason) wanting('reason', 'choose')
    if (solved === 'no' && !note) wanting('note', 'required')
  })

export type VerdictGiven = z.output<typeof verdictForm>

/** The move that says it: what is not solved is not satisfying either. */
export const moveOf = ({ solved, satisfied, reason, note }: VerdictGiven): MoveInput =>
  solved === 'yes'
    ? { type: 'confirmSolved', satisfied: satisfied === 'yes', reason: satisfied === 'yes' ? undefined : reason, note: note || undefined }
    : { type: 'dispute', reason: reason ?? 'other', note: note ?? '' }
