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
/** Stretches of the comment, «12-58»: which sentences a part of it came from. */
const passages = z
  .preprocess(
    (value) => (value === undefined ? undefined : [value].flat().filter((one) => one !== '')),
    z.array(z.string().regex(/^\d{1,6}-\d{1,6}$/, 'choose')).max(500, 'tooLong').optional(),
  )
  .optional()
/** As `optional`, and a record may also leave it out: a field that older moves did not have. */
const omittable = z.string().trim().max(1000, 'tooLong').transform((text) => text || undefined).optional()
/** What is attached: in a form by its number, in a stored event with its name and the SHA-256 of its bytes. */
const attached = z.object({ id: z.int().positive(), name: z.string(), sha256: z.string() })
const files = z
  .preprocess(
    (value) => (value === undefined || value === null ? undefined : [value].flat().filter((one) => one !== '')),
    z.array(z.union([attached, z.coerce.number('choose').int('choose').positive('choose').transform((id) => ({ id }))], 'choose')).max(30, 'tooLong').optional(),
  )
  .optional()
const optionalDate = z.preprocess((value) => (value === '' ? undefined : value), date.optional())
const yes = z
  .preprocess((value) => value === true || value === 'yes' || value === 'on' || value === 'true', z.boolean())
  .default(false)
/** As `yes`, where older records do not have the field. */
const yesIfAsked = z.preprocess((value) => (value === undefined ? undefined : value === true || value === 'yes' || value === 'on'), z.boolean().optional()).optional()
const answerYesNo = z.preprocess(
  (value) => (value === true || value === 'yes' ? true : value === false || value === 'no' ? false : undefined),
  z.boolean('choose'),
)
const instant = z.iso.datetime()
/** When it was said aloud; only a hall tells. */
const minute = z.preprocess((value) => (value === '' ? undefined : value), instant.optional()).optional()
const count = (max: number) => z.coerce.number('number').int('number').min(1, 'number').max(max, 'number')
const whose = count(Number.MAX_SAFE_INTEGER).nullable()
const one = z.preprocess((value) => (value === '' ? undefined : value), count(999).optional())
const webAddress = z.string().trim().max(500, 'tooLong').regex(/^(https?:\/\/[^\s"<>]+)?$/i, 'webAddress').transform((text) => text || undefined).optional()

export const deadlineClasses = ['simple', 'severalUnits', 'urgent'] as const
export type DeadlineClass = (typeof deadlineClasses)[number]
export const tracks = ['complaint', 'denunciation', 'civilDispute'] as const
/** `petition` is the ordinary track; the others have a legal procedure of their own and leave this register. */
export type Track = 'petition' | (typeof tracks)[number]
/** What an administrator changes that moves the dates of issues already open. */
const recomputeReasons = ['calendar', 'policy'] as const
/** Why an enterprise is not content, worded after what enterprises complain of most. */
export const verdictReasons = ['explainsOnly', 'needsLawChange', 'notCarriedOut', 'wrongFacts', 'tooLate', 'other'] as const

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
/** Of the very text that is approved. Logs of earlier days are without it. */
const sha256 = z.preprocess((value) => (value === '' ? undefined : value), z.string().regex(/^[0-9a-f]{64}$/, 'other').optional()).optional()

export const moveSchemas = {
  route: z.object(responsibility),
  reroute: z.object({ ...responsibility, note: sentence() }),
  split: z.object({ text: sentence(20_000), rest: sentence(20_000), sentences: passages, note: optional() }),
  divert: z.object({ track: z.enum(tracks, 'choose'), guidance: sentence(), note: optional() }),
  refuse: z.object({ legalGround: sentence(500), text: sentence(20_000), overOpenOpinions: omittable, files }),
  withdraw: z.object({ note: sentence() }),
  answerOnTheSpot: z.object({ leadUnit: unit, answeredBy: sentence(200), text: sentence(20_000), files }),
  accept: z.object({ note: optional() }),
  handBack: z.object({ competentUnit: unit, note: sentence(), overOpenOpinions: omittable }),
  askEnterprise: z.object({ question: sentence() }),
  supply: z.object({ text: sentence(20_000), files }),
  resume: z.object({ note: optional() }),
  requestOpinion: z
    .object({ units: list, question: sentence(), dueOn: optionalDate, unit: z.preprocess((value) => value || undefined, unit.optional()) })
    .refine((asked) => asked.units.length > 0 || asked.unit !== undefined, { path: ['units'], error: 'choose' }),
  giveOpinion: z.object({ text: sentence(20_000), files }),
  noOpinion: z.object({ unit }),
  cancelOpinion: z.object({ unit, note: sentence(1000) }),
  urge: z.object({ unit }),
  submitAnswer: z.object({ text: sentence(20_000), note: optional(), overOpenOpinions: omittable, files }),
  approve: z.object({ ...letter, sha256, note: optional() }),
  returnForRedraft: z.object({ note: sentence() }),
  requestExtension: z.object({ workingDays: count(60), note: sentence() }),
  grantExtension: z.object({ workingDays: count(60), note: optional() }),
  declineExtension: z.object({ note: sentence() }),
  changeClass: z.object({ deadlineClass: z.enum(deadlineClasses, 'choose'), note: sentence() }),
  /** A date written in the conclusion of a conference; it overrides the term of the policy. */
  setDeadline: z.object({ dueOn: date, notice: sentence(60) }),
  recomputeDeadline: z.object({
    reason: z.enum(recomputeReasons),
    /** The administrator's change, by its number in the log of changes. */
    change: count(Number.MAX_SAFE_INTEGER),
    clocks: z.array(z.object({ clock: z.string(), unit: z.string().nullable(), from: instant, to: instant })).min(1),
    reopenUntilThen: instant.optional(),
  }),
  escalateUpward: z.object({ authority: sentence(300), ...letter, note: optional() }),
  chaseUpward: z.object({ ...letter, note: optional() }),
  upwardAnswered: z.object({ ...letter, text: sentence(20_000) }),
  commit: z.object({ text: sentence(), ownerUnit: unit, responsible: optional(200), dueOn: date, replaces: one, saidAt: minute }),
  slip: z.object({ commitment: count(999), dueOn: date, note: sentence() }),
  grantSlip: z.object({ commitment: count(999), dueOn: date, note: optional() }),
  declineSlip: z.object({ commitment: count(999), note: sentence() }),
  fulfil: z.object({ commitment: one, evidence: sentence(), evidenceUrl: webAddress, files, filesShown: yesIfAsked }),
  break: z.object({ commitment: count(999), note: sentence() }),
  confirmSolved: z.object({ satisfied: answerYesNo, reason: z.preprocess((value) => value || undefined, z.enum(verdictReasons, 'choose').optional()), note: optional() }),
  dispute: z.object({ reason: z.enum(verdictReasons, 'choose'), note: sentence() }),
  reopen: z.object({ note: sentence() }),
  close: z.object({ note: optional() }),
  joinCluster: z.object({ cluster: count(2 ** 31 - 1), note: optional() }),
  leaveCluster: z.object({ note: optional() }),
  transferUnit: z.object({ from: unit, to: unit, note: sentence() }),
  /** Filed without an account, and taken into one by whoever has its secret: for whom, and which person. */
  claim: z.object({ enterprise: whose, association: whose, person: count(Number.MAX_SAFE_INTEGER) }),
} satisfies Record<string, z.ZodObject>

export type MoveName = keyof typeof moveSchemas
export type MoveInput = { [M in MoveName]: { type: M } & z.output<(typeof moveSchemas)[M]> }[MoveName]
export const moveNames = Object.keys(moveSchemas) as MoveName[]
export const isMoveName = (name: string): name is MoveName => Object.hasOwn(moveSchemas, name)
