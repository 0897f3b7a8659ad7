import { z } from 'zod'
import { codes, maybe, maybeDay, words } from './fields.ts'
import { slug } from './group-form.ts'

/** One keyword or phrase a line. */
const keywords = z.string().max(10_000, 'tooLong').optional().transform((text) => [
  ...new Set((text ?? '').split('\n').map((line) => line.trim()).filter(Boolean)),
])

const fields = { group: words(60), nameVi: words(), nameEn: words(), keywords, note: maybe(1000) }
const unit = maybe(40)

export const topicForm = z.object({ intent: z.literal('topic'), ...fields })
export const newTopicForm = z.object({ code: slug, ...fields })
export const routeForm = z.object({
  intent: z.literal('route'), validFrom: maybeDay, leadUnit: unit, leadInZone: unit, coordinatingUnits: codes,
}).superRefine(({ leadUnit, leadInZone, coordinatingUnits }, ctx) => {
  const twice = coordinatingUnits.some((code) => code === leadUnit || code === leadInZone)
  if (twice) ctx.addIssue({ code: 'custom', path: ['coordinatingUnits'], message: 'admin:invalid.leadCoordinates' })
})
export const removeRouteForm = z.object({ intent: z.literal('removeRoute'), route: z.coerce.number('other').int('other').positive('other') })

export type TopicInput = z.output<typeof newTopicForm>
export type RouteInput = Omit<z.output<typeof routeForm>, 'intent'>
