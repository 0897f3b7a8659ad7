import { answeredStates, openStates, resolvedStates, type IssueState } from '#workflows/resolution/states.ts'

/** What, beside its state, decides where an issue is counted. True or false of every issue at every instant. */
export const marks = ['inTime', 'overdue', 'confirmed', 'extended', 'reopened', 'handedBack', 'endedLately'] as const
export type Mark = (typeof marks)[number]

/** Hours before the instant of a report within which an ending may have been made for the report. */
export const latelyHours = 24

type Rule = { states?: readonly IssueState[]; mark?: Mark; without?: Mark }

/**
 * The boxes a report counts in, as data: the SQL of reports, the lists behind their numbers and the recount in tests
 * are all built from this table. `received` is every issue; answered, open, refused, withdrawn and diverted share it
 * out without rest; the others are parts of those.
 */
const boxes = {
  received: {},
  answered: { states: answeredStates },
  open: { states: openStates },
  refused: { states: ['refused'] },
  withdrawn: { states: ['withdrawn'] },
  diverted: { states: ['diverted'] },
  onTime: { states: answeredStates, mark: 'inTime' },
  openOverdue: { states: openStates, mark: 'overdue' },
  openInTime: { states: openStates, without: 'overdue' },
  upward: { states: ['escalatedUpward'] },
  resolved: { states: resolvedStates },
  confirmed: { states: resolvedStates, mark: 'confirmed' },
  accepted: { states: ['inProgress', 'awaitingEnterprise', 'awaitingApproval', 'escalatedUpward', ...answeredStates] },
  promised: { states: ['committed', ...resolvedStates] },
  waiting: { states: ['received', 'routed'] },
  working: { states: ['inProgress', 'awaitingEnterprise', 'awaitingApproval', 'escalatedUpward'] },
  onlyAnswered: { states: ['answered'] },
  owed: { states: ['committed'] },
  unconfirmed: { states: resolvedStates, without: 'confirmed' },
  paused: { states: ['awaitingEnterprise'] },
  extended: { mark: 'extended' },
  reopened: { mark: 'reopened' },
  handedBack: { mark: 'handedBack' },
  endedLately: { mark: 'endedLately' },
} as const satisfies Record<string, Rule>

export type Box = keyof typeof boxes
export const boxNames = Object.keys(boxes) as Box[]
export const isBox = (name: unknown): name is Box => typeof name === 'string' && Object.hasOwn(boxes, name)
export const ruleOf = (box: Box): Rule => boxes[box]

/** The five that share out what was received: an issue is in exactly one of them. */
export const dispositions = ['answered', 'open', 'refused', 'withdrawn', 'diverted'] as const satisfies readonly Box[]

/**
 * The rungs of the result ladder as boxes: how many have come at least so far, and how many of them no further. On the
 * first, the rest was turned away, taken back or sent another way.
 */
export const ladder = [
  { rung: 'received', box: 'received', stays: 'waiting' },
  { rung: 'accepted', box: 'accepted', stays: 'working' },
  { rung: 'answered', box: 'answered', stays: 'onlyAnswered' },
  { rung: 'committed', box: 'promised', stays: 'owed' },
  { rung: 'done', box: 'resolved', stays: 'unconfirmed' },
  { rung: 'confirmed', box: 'confirmed', stays: undefined },
] as const satisfies readonly { rung: string; box: Box; stays: Box | undefined }[]

/** What can make a rate look better than the work was. */
export const flatterers = [
  'refused', 'paused', 'extended', 'reopened', 'endedLately', 'handedBack',
] as const satisfies readonly Box[]

export type Counts = Record<Box, number>

/** Whether an issue in this state, with these marks, is counted in a box. */
export function isIn(box: Box, issue: { state: IssueState; marks: ReadonlySet<Mark> }): boolean {
  const { states, mark, without } = ruleOf(box)
  return (
    (!states || states.includes(issue.state)) &&
    (!mark || issue.marks.has(mark)) &&
    (!without || !issue.marks.has(without))
  )
}

export const noCounts = (): Counts => Object.fromEntries(boxNames.map((box) => [box, 0])) as Counts

export function addCounts(all: readonly Counts[]): Counts {
  const total = noCounts()
  for (const one of all) for (const box of boxNames) total[box] += one[box]
  return total
}
