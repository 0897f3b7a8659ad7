import { z } from 'zod'
import { moveNames } from '#workflows/resolution/moves.ts'
import { issueStates } from '#workflows/resolution/states.ts'

/** What the API says back, for its own description. Days are yyyy-MM-dd in Hanoi, instants ISO 8601. */
const day = z.iso.date().nullable()
const instant = z.iso.datetime()

const event = z.object({
  move: z.string(),
  from: z.enum(issueStates).nullable(),
  to: z.enum(issueStates),
  at: instant,
  by: z.string().nullable(),
  unit: z.string().nullable().meta({ description: 'Name of the unit as it was then' }),
  note: z.string().nullable(),
})

const answerVersion = z
  .object({
    number: z.int(),
    kind: z.enum(['answer', 'refusal']),
    text: z.string(),
    sha256: z.string().meta({ description: 'Of this text; an approval that names it is of no other' }),
    legalGround: z.string().nullable(),
    submittedAt: instant.nullable(),
    returnedAt: instant.nullable(),
    issuedAt: instant.nullable(),
    letterNumber: z.string().nullable(),
    letterDate: day,
  })
  .meta({ id: 'AnswerVersion', description: 'A version handed in; those who filed the issue get issued ones only' })

export const issueItem = z
  .object({
    id: z.int(),
    code: z.string().meta({ example: 'KN26-00001' }),
    state: z.enum(issueStates),
    version: z.int(),
    text: z.string(),
    comment: z.object({
      text: z.string(),
      channel: z.enum(['annex', 'form', 'api', 'hall']),
      file: z.string().nullable(),
      sheet: z.string().nullable(),
      row: z.int().nullable(),
    }),
    enterprise: z.object({ name: z.string(), taxCode: z.string().nullable() }).nullable(),
    conference: z.int().nullable(),
    group: z.string().nullable(),
    topic: z.string().nullable(),
    leadUnit: z.string().nullable(),
    coordinatingUnits: z.array(z.string()),
    receivedAt: instant,
    dueOn: day,
    answeredOn: day,
    resolvedOn: day,
  })
  .meta({ id: 'IssueItem' })

export const issue = issueItem
  .extend({ events: z.array(event), answers: z.array(answerVersion), openMoves: z.array(z.enum(moveNames)) })
  .meta({ id: 'Issue' })

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    requestId: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })

export const pageOf = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() })

const reason = z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
const candidate = z.object({
  group: z.string().nullable(),
  topic: z.string().nullable(),
  leadUnit: z.string().nullable(),
  coordinatingUnits: z.array(z.string()),
  reasons: z.array(reason),
})
export const suggestion = candidate.extend({ alternatives: z.array(candidate) }).meta({ id: 'Suggestion' })

export const conference = z.object({ id: z.int(), title: z.string(), heldOn: z.iso.date() }).meta({ id: 'Conference' })

const importProblem = z.object({
  sheet: z.string(), cell: z.string(), severity: z.enum(['error', 'warning', 'info']), key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export const importPreview = z
  .object({
    id: z.int(),
    rows: z.array(
      z.object({
        sheet: z.string(), row: z.int(), enterprise: z.string(), taxCode: z.string(), zone: z.string(), text: z.string(),
        group: z.string().nullable(), unit: z.string(), problems: z.array(importProblem),
      }),
    ),
    problems: z.array(importProblem),
  })
  .meta({ id: 'ImportPreview' })
export const imported = z.object({ comments: z.int(), issues: z.int(), alreadyThere: z.int() }).meta({ id: 'Imported' })
export const undone = z.object({ issues: z.int() })

export const due = z
  .object({
    due: z.string().meta({ description: 'A day, or for terms that run to the minute an instant with offset' }),
    dueAt: instant,
    steps: z.array(z.object({ kind: z.string(), date: z.iso.date(), reason: reason.optional() })),
  })
  .meta({ id: 'Due' })

const rate = z.object({ id: z.string(), n: z.int(), of: z.int(), rate: z.number().optional() })
const figures = z.object({
  rates: z.array(rate),
  perComment: z.object({ received: z.int(), answered: z.int(), resolved: z.int() }),
  received: z.int(), answered: z.int(), onTime: z.int(), resolved: z.int(), confirmed: z.int(), open: z.int(), openOverdue: z.int(),
  refused: z.int(), withdrawn: z.int(), diverted: z.int(), upward: z.int(),
})
const unitParts = z.object({
  unit: z.string(), label: z.string(), rates: z.array(rate), urgings: z.int(),
  asked: z.int(), inTime: z.int(), late: z.int(), silent: z.int(), awaiting: z.int(),
  urged: z.int(), handedBack: z.int(), pingPong: z.int(), decided: z.int(),
})
export const report = z
  .object({
    asOf: instant,
    definitions: z.array(z.looseObject({ id: z.string(), version: z.int(), formula: z.string() })),
    rows: z.array(figures.extend({ key: z.string().nullable(), label: z.string() })),
    total: figures,
    units: z.array(unitParts).meta({ description: 'With `by=coordinating`: the part each unit had beside leading, in issues; `/issues?part=…&partUnit=…` lists them' }),
  })
  .meta({ id: 'ResolutionReport' })
