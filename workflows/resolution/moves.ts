import { z } from 'zod'

/**
 * What a person hands in with each move. The same schema checks the form, the API and the stored event.
 * `z.input` of a schema is what a form sends: strings, and lists as repeated fields.
 */
const sentence = (max = 4000) => z.string().trim().min(1, 'required').max(max, 'tooLong')
const optional = (max = 4000) => z.string().trim().max(max, 'tooLong').optional().transform((text) => text || undefined)
const unit = z.string().trim().min(1, 'choose').max(40, 'tooLong')
const date = z.string().trim().regex(/^\d{4}-\d{2}-\d{2}$/, 'date').refine((day) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day), 'date')
const list = z
  .preprocess(
    (value) => (value === '' ? [] : Array.isArray(value) ? value.filter((one) => one !== '') : [value]),
    z.array(unit).max(30, 'tooLong'),
  )
  .default([])
const yes = z
  .preprocess((value) => value === true || value === 'yes' || value === 'on' || value === 'true', z.boolean())
  .default(false)
const answerYesNo = z.preprocess(
  (value) => (value === true || value === 'yes' ? true : value === false || value === 'no' ? false : undefined),
  z.boolean('choose'),
)
const count = (max: number) => z.coerce.number('number').int('number').min(1, 'number').max(max, 'number')

export const deadlineClasses = ['simple', 'severalUnits', 'urgent'] as const
export type DeadlineClass = (typeof deadlineClasses)[number]
export const tracks = ['complaint', 'denunciation', 'civilDispute'] as const
/** `petition` is the ordinary track; the others have a legal procedure of their own and leave this register. */
export type Track = 'petition' | (typeof tracks)[number]
/** Why an enterprise says «not solved», worded after what enterprises complain of most. */
export const disputeReasons = ['explainsOnly', 'needsLawChange', 'notCarriedOut', 'wrongFacts', 'tooLate', 'other'] as const

const responsibility = {
  leadUnit: unit,
  coordinatingUnits: list,
  group: optional(60),
  topic: optional(60),
  deadlineClass: z.enum(deadlineClasses).default('simple'),
  needsLeader: yes,
  note: optional(),
}
const letter = { letterNumber: sentence(60), letterDate: date }

export const moveSchemas = {
  route: z.object(responsibility),
  reroute: z.object({ ...responsibility, note: sentence() }),
  split: z.object({ text: sentence(20_000), rest: sentence(20_000), note: optional() }),
  divert: z.object({ track: z.enum(tracks, 'choose'), guidance: sentence(), note: optional() }),
  refuse: z.object({ legalGround: sentence(500), text: sentence(20_000) }),
  withdraw: z.object({ note: sentence() }),
  answerOnTheSpot: z.object({ leadUnit: unit, answeredBy: sentence(200), text: sentence(20_000) }),
  accept: z.object({ note: optional() }),
  handBack: z.object({ competentUnit: unit, note: sentence() }),
  askEnterprise: z.object({ question: sentence() }),
  supply: z.object({ text: sentence(20_000) }),
  resume: z.object({ note: optional() }),
  requestOpinion: z.object({ unit, question: sentence() }),
  giveOpinion: z.object({ text: sentence(20_000) }),
  submitAnswer: z.object({ text: sentence(20_000), note: optional() }),
  approve: z.object({ ...letter, note: optional() }),
  returnForRedraft: z.object({ note: sentence() }),
  requestExtension: z.object({ workingDays: count(60), note: sentence() }),
  grantExtension: z.object({ workingDays: count(60), note: optional() }),
  declineExtension: z.object({ note: sentence() }),
  escalateUpward: z.object({ authority: sentence(300), ...letter, note: optional() }),
  chaseUpward: z.object({ ...letter, note: optional() }),
  upwardAnswered: z.object({ ...letter, text: sentence(20_000) }),
  commit: z.object({ text: sentence(), ownerUnit: unit, responsible: optional(200), dueOn: date }),
  slip: z.object({ commitment: count(999), dueOn: date, note: sentence() }),
  fulfil: z.object({ commitment: count(999).optional(), evidence: sentence() }),
  confirmSolved: z.object({ satisfied: answerYesNo, note: optional() }),
  dispute: z.object({ reason: z.enum(disputeReasons, 'choose'), note: sentence() }),
  reopen: z.object({ note: sentence() }),
  close: z.object({ note: optional() }),
} satisfies Record<string, z.ZodObject>

export type MoveName = keyof typeof moveSchemas
export type MoveInput = { [M in MoveName]: { type: M } & z.output<(typeof moveSchemas)[M]> }[MoveName]
export const moveNames = Object.keys(moveSchemas) as MoveName[]
export const isMoveName = (name: string): name is MoveName => Object.hasOwn(moveSchemas, name)
