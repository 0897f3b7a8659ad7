import { allSettled, brokenUnreplaced, owed } from '#workflows/commitment/promises.ts'
import { fulfilled } from './changes.ts'
import type { Facts, Move, Occasion } from './facts.ts'
import { concerns } from './transfer.ts'
import { admitsOpinion, unitsAsked } from './opinions.ts'

/** Facts about who moves and what is so. Each reads as a clause: «a lead unit may hand back while competence is open». */
type Case = { context: Facts; event: Move }
type FulfilMove = Extract<Move, { type: 'fulfil' }>

/** A move's own fields, where it carries them: `movesOpenTo` asks with the occasion alone. */
const field = <K extends string>(event: Occasion, name: K) => (event as Occasion & Partial<Record<K, unknown>>)[name]

const inUnit = ({ event: { by } }: Case) => (by.role === 'officer' || by.role === 'head') && by.unit !== null
const inLeadUnit = (at: Case) => inUnit(at) && at.event.by.unit === at.context.leadUnit
const leadsUnit = (at: Case) => at.event.by.role === 'head' && inLeadUnit(at)

const filer = ({ context, event: { by } }: Case) =>
  (by.role === 'enterprise' && by.enterpriseId !== null && by.enterpriseId === context.enterpriseId) ||
  (by.role === 'association' && by.associationId !== null && by.associationId === context.associationId)

/** Four eyes are by person, not by role: whoever wrote the text last never approves it. */
const notLastEditor = ({ context, event: { by } }: Case) => by.personId !== null && by.personId !== context.lastEditorId

const atLeadersTurn = ({ context }: Case) => context.needsLeader && context.headApprovedBy !== null

const approverInTurn = (at: Case) =>
  atLeadersTurn(at)
    ? at.event.by.role === 'leader' && at.event.by.personId !== at.context.headApprovedBy
    : at.event.by.role === 'head' && inLeadUnit(at)

const windowOpen = ({ context, event }: Case) =>
  context.reopenings < 1 && context.reopenUntil !== null && event.at <= context.reopenUntil

const owesCommitment = ({ context, event }: Case) => {
  const number = field(event, 'commitment')
  return owed(context.commitments).filter((one) => number === undefined || one.number === number)
}

const mayTouch = (at: Case) =>
  owesCommitment(at).some((one) => inLeadUnit(at) || (inUnit(at) && one.ownerUnit === at.event.by.unit))

/** Not whoever asked; and where a head asked, the coordinating office, which no unit's head can overrule. */
const mayDecideSlip = (at: Case) => {
  const { by } = at.event
  const asked = owesCommitment(at).filter((one) => one.slipAskedBy && by.personId !== null && one.slipAskedBy.personId !== by.personId)
  return by.role === 'coordinator' ? asked.length > 0 : leadsUnit(at) && asked.some((one) => one.slipAskedBy?.role !== 'head')
}

const replacesBroken = ({ context, event }: Case) => {
  const number = field(event, 'replaces')
  return number === undefined || brokenUnreplaced(context.commitments).some((one) => one.number === number)
}

/** The office reminds whoever holds the work, lead or asked; the lead reminds those it asked. */
const mayUrge = (at: Case) => {
  const { openOpinions, leadUnit } = at.context
  const unit = field(at.event, 'unit')
  const urgeable = at.event.by.role === 'coordinator' ? [...openOpinions, ...(leadUnit === null ? [] : [leadUnit])] : inLeadUnit(at) ? openOpinions : []
  return unit === undefined ? urgeable.length > 0 : urgeable.includes(String(unit))
}

export const guards = {
  byCoordinator: ({ event }: Case) => event.by.role === 'coordinator',
  bySecretary: ({ event }: Case) => event.by.role === 'secretary',
  bySystem: ({ event }: Case) => event.by.role === 'system',
  byLeadUnit: inLeadUnit,
  byLeadOrSystem: (at: Case) => inLeadUnit(at) || at.event.by.role === 'system',
  byFiler: filer,
  byAskedUnit: (at: Case) => inUnit(at) && admitsOpinion(at.context, 'giveOpinion', at.event.by.unit),
  mayRecordSilence: ({ context, event }: Case) =>
    event.by.role === 'system' && admitsOpinion(context, 'noOpinion', field(event, 'unit') as string | undefined),
  mayCancelOpinion: (at: Case) =>
    inLeadUnit(at) && admitsOpinion(at.context, 'cancelOpinion', field(at.event, 'unit') as string | undefined),
  mayUrge,
  mayPromise: (at: Case) =>
    (inLeadUnit(at) || at.event.by.role === 'secretary' || at.event.by.role === 'coordinator') && replacesBroken(at),
  mayHandBack: (at: Case) =>
    inLeadUnit(at) && !at.context.competenceDecided && field(at.event, 'competentUnit') !== at.context.leadUnit,
  mayRequestOpinion: (at: Case) => {
    const asked = unitsAsked(at.event as Partial<Extract<Move, { type: 'requestOpinion' }>>)
    return inLeadUnit(at) && asked.every((unit) => unit !== at.context.leadUnit && !at.context.openOpinions.includes(unit))
  },
  mayRequestExtension: (at: Case) => inLeadUnit(at) && at.context.extension === 'none',
  mayChangeClass: ({ context, event }: Case) =>
    event.by.role === 'coordinator' && field(event, 'deadlineClass') !== context.deadlineClass,
  mayDecideExtension: ({ context, event }: Case) => event.by.role === 'coordinator' && context.extension === 'asked',
  isFirstOfTwoApprovals: (at: Case) =>
    at.context.needsLeader && !atLeadersTurn(at) && approverInTurn(at) && notLastEditor(at),
  mayIssueRefusal: (at: Case) => approverInTurn(at) && notLastEditor(at) && at.context.pending === 'refusal',
  mayIssueAnswer: (at: Case) => approverInTurn(at) && notLastEditor(at) && at.context.pending === 'answer',
  mayReturn: approverInTurn,
  mayJoinCluster: (at: Case) =>
    at.context.cluster === null && at.context.track === 'petition' && (inLeadUnit(at) || at.event.by.role === 'coordinator'),
  mayLeaveCluster: (at: Case) => at.context.cluster !== null && (inLeadUnit(at) || at.event.by.role === 'coordinator'),
  mayTransfer: ({ context, event }: Case) => {
    const [from, to] = [field(event, 'from'), field(event, 'to')]
    if (event.by.role !== 'coordinator' && event.by.role !== 'system') return false
    return from === undefined ? context.leadUnit !== null : from !== to && concerns(context, String(from))
  },
  mayDispute: (at: Case) => filer(at) && windowOpen(at),
  mayConfirm: (at: Case) => filer(at) && !at.context.confirmed,
  hasNothingPromised: (at: Case) => inLeadUnit(at) && allSettled(at.context.commitments),
  maySlip: mayTouch,
  mayDecideSlip,
  mayBreak: (at: Case) => owesCommitment(at).length > 0 && (at.event.by.role === 'coordinator' || leadsUnit(at)),
  fulfilsLast: (at: Case) => mayTouch(at) && allSettled(fulfilled(at.context, at.event as FulfilMove)),
  fulfilsOne: mayTouch,
  mayReopenToUnit: (at: Case) =>
    windowOpen(at) && (filer(at) || at.event.by.role === 'coordinator') && at.context.leadUnit !== null,
  mayReopenToOffice: (at: Case) => windowOpen(at) && (filer(at) || at.event.by.role === 'coordinator'),
  mayTakeBack: (at: Case) => windowOpen(at) && at.event.by.role === 'coordinator',
}
