import { z } from 'zod'

/** May be left empty, but not out: what no page of ours sends must not clear what is kept. */
const optional = (max: number) => z.string().trim().max(max, 'tooLong').transform((text) => text || null)

/** A time of day as people write it, «8:30», «08h30», «14 giờ»; kept as 08:30. */
const time = z.string().trim().max(20, 'tooLong').transform((typed, context) => {
  if (!typed) return null
  const [, hours, minutes = '00'] = /^(\d{1,2})\s*(?::|h|g|giờ|\.)\s*(\d{2})?(?:\s*(?:p|phút))?$/i.exec(typed) ?? []
  if (hours !== undefined && Number(hours) < 24 && Number(minutes) < 60) return `${hours.padStart(2, '0')}:${minutes}`
  context.addIssue({ code: 'custom', message: 'documents:form.time' })
  return z.NEVER
})

/** What the minutes say of a meeting beside what was spoken there. */
export const minutesForm = z
  .object({ openedAt: time, closedAt: time, venue: optional(300), chair: optional(200), minuteTaker: optional(200) })
  .refine(({ openedAt, closedAt }) => !openedAt || !closedAt || openedAt < closedAt, { path: ['closedAt'], message: 'documents:form.closesBefore' })

export type MinutesInput = z.output<typeof minutesForm>
export const minutesNames = ['openedAt', 'closedAt', 'venue', 'chair', 'minuteTaker'] as const
