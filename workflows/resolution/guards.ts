import type { Facts, Move, Occasion } from './facts.ts'

/** Facts about who moves and what is so. Each reads as a clause: «a lead unit may hand back while competence is open». */
type Case = { context: Facts; event: Move }

/** A move's own fields, where it carries them: `movesOpenTo` asks with the occasion alone. */
const field = <K extends string>(event: Occasion, name: K) => (event as Occasion & Partial<Record<K, unknown>>)[name]

const inLeadUnit = ({ context, event: { by } }: Case) =>
  (by.role === 'officer' || by.role === 'head') && by.unit !== null && by.unit === context.leadUnit

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

const openCommitment = ({ context, event }: Case) => {
  const number = field(event, 'commitment')
  return context.commitments.some((one) => !one.done && (number === undefined || one.number === number))
}

const ownsCommitment = ({ context, event }: Case) => {
  const number = field(event, 'commitment')
  return (
    (event.by.role === 'officer' || event.by.role === 'head') &&
    context.commitments.some(
      (one) => !one.done && one.ownerUnit === event.by.unit && (number === undefined || one.number === number),
    )
  )
}

export const guards = {
  byCoordinator: ({ event }: Case) => event.by.role === 'coordinator',
  bySecretary: ({ event }: Case) => event.by.role === 'secretary',
  bySystem: ({ event }: Case) => event.by.role === 'system',
  byLeadUnit: inLeadUnit,
  byLeadOrSystem: (at: Case) => inLeadUnit(at) || at.event.by.role === 'system',
  byFiler: filer,
  byAskedUnit: ({ context, event: { by } }: Case) =>
    (by.role === 'officer' || by.role === 'head') && by.unit !== null && context.openOpinions.includes(by.unit),
  mayPromise: (at: Case) => inLeadUnit(at) || at.event.by.role === 'secretary' || at.event.by.role === 'coordinator',
  mayHandBack: (at: Case) =>
    inLeadUnit(at) && !at.context.competenceDecided && field(at.event, 'competentUnit') !== at.context.leadUnit,
  mayRequestOpinion: (at: Case) => {
    const asked = field(at.event, 'unit')
    return inLeadUnit(at) && asked !== at.context.leadUnit && !at.context.openOpinions.includes(String(asked))
  },
  mayRequestExtension: (at: Case) => inLeadUnit(at) && at.context.extension === 'none',
  mayDecideExtension: ({ context, event }: Case) => event.by.role === 'coordinator' && context.extension === 'asked',
  isFirstOfTwoApprovals: (at: Case) =>
    at.context.needsLeader && !atLeadersTurn(at) && approverInTurn(at) && notLastEditor(at),
  mayIssueRefusal: (at: Case) => approverInTurn(at) && notLastEditor(at) && at.context.pending === 'refusal',
  mayIssueAnswer: (at: Case) => approverInTurn(at) && notLastEditor(at) && at.context.pending === 'answer',
  mayReturn: approverInTurn,
  mayDispute: (at: Case) => filer(at) && windowOpen(at),
  mayConfirm: (at: Case) => filer(at) && !at.context.confirmed,
  hasNothingPromised: (at: Case) => inLeadUnit(at) && at.context.commitments.every((one) => one.done),
  maySlip: (at: Case) => openCommitment(at) && (inLeadUnit(at) || ownsCommitment(at)),
  fulfilsLast: (at: Case) =>
    openCommitment(at) &&
    (inLeadUnit(at) || ownsCommitment(at)) &&
    at.context.commitments.filter((one) => !one.done).length === 1,
  fulfilsOne: (at: Case) => openCommitment(at) && (inLeadUnit(at) || ownsCommitment(at)),
  mayReopenToUnit: (at: Case) =>
    windowOpen(at) && (filer(at) || at.event.by.role === 'coordinator') && at.context.leadUnit !== null,
  mayReopenToOffice: (at: Case) => windowOpen(at) && (filer(at) || at.event.by.role === 'coordinator'),
  mayTakeBack: (at: Case) => windowOpen(at) && at.event.by.role === 'coordinator',
}
