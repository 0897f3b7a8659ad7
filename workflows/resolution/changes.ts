import { afterMove, allSettled, change, newPromise, owed, type Promised } from '#workflows/commitment/promises.ts'
import type { Facts, Move } from './facts.ts'
import { transferred } from './transfer.ts'
import { opinionsAfter, opinionsAsked, unitsAsked } from './opinions.ts'

/** What a move changes of the facts. Only the facts it names change; the rest of the issue stands. */
export function changes(facts: Facts, move: Move): Partial<Facts> {
  switch (move.type) {
    case 'route':
    case 'reroute':
      return {
        leadUnit: move.leadUnit,
        coordinatingUnits: move.coordinatingUnits.filter((unit) => unit !== move.leadUnit),
        needsLeader: move.needsLeader,
        deadlineClass: move.deadlineClass,
        competenceDecided: new Set(facts.handedBackBy).size >= 2,
      }
    case 'answerOnTheSpot':
      return { leadUnit: move.leadUnit, answeredOnTheSpot: true, reopenUntil: move.reopenUntil }
    case 'divert':
      return { track: move.track, reopenUntil: move.reopenUntil }
    case 'withdraw':
      return { reopenUntil: move.reopenUntil }
    case 'handBack':
      return {
        leadUnit: null,
        handBacks: facts.handBacks + 1,
        handedBackBy: [...new Set([...facts.handedBackBy, ...(facts.leadUnit ? [facts.leadUnit] : [])])],
        ...overOpen(move),
      }
    case 'requestOpinion':
      return {
        ...opinionsAsked(facts, unitsAsked(move)),
        coordinatingUnits: [...new Set([...facts.coordinatingUnits, ...unitsAsked(move)])],
      }
    case 'giveOpinion':
      return opinionsAfter(facts, move.type, move.by.unit)
    case 'noOpinion':
    case 'cancelOpinion':
      return opinionsAfter(facts, move.type, move.unit)
    case 'requestExtension':
      return { extension: 'asked' }
    case 'grantExtension':
      return { extension: 'granted' }
    case 'declineExtension':
      return { extension: 'declined' }
    case 'changeClass':
      return { deadlineClass: move.deadlineClass }
    case 'recomputeDeadline':
      return move.reopenUntilThen === undefined ? {} : { reopenUntil: move.reopenUntilThen }
    case 'submitAnswer':
      return { pending: 'answer', lastEditorId: move.by.personId, headApprovedBy: null, ...overOpen(move) }
    case 'refuse':
      return facts.leadUnit === null
        ? { reopenUntil: move.reopenUntil }
        : { pending: 'refusal', lastEditorId: move.by.personId, headApprovedBy: null, ...overOpen(move) }
    case 'returnForRedraft':
      return { pending: null, headApprovedBy: null }
    case 'approve':
      return facts.needsLeader && facts.headApprovedBy === null
        ? { headApprovedBy: move.by.personId }
        : { pending: null, reopenUntil: move.reopenUntil }
    case 'commit':
      return {
        commitments: [...change(facts.commitments, move.replaces, { replaced: true }), newPromise(facts.commitments, move.ownerUnit)],
      }
    case 'slip':
      return { commitments: change(facts.commitments, move.commitment, { slipAskedBy: { personId: move.by.personId, role: move.by.role } }) }
    case 'declineSlip':
      return { commitments: change(facts.commitments, move.commitment, { slipAskedBy: null }) }
    case 'grantSlip':
    case 'break':
      return { commitments: afterMove(facts.commitments, move.type, move.commitment) }
    case 'fulfil': {
      const commitments = fulfilled(facts, move)
      return { commitments, ...(allSettled(commitments) && { reopenUntil: move.reopenUntil }) }
    }
    case 'confirmSolved':
      return { confirmed: true, commitments: afterMove(facts.commitments, move.type) }
    case 'dispute':
    case 'reopen':
      return reopened(facts, move)
    case 'joinCluster':
      return { cluster: move.cluster }
    case 'leaveCluster':
      return { cluster: null }
    case 'transferUnit':
      return transferred(facts, move)
    case 'claim':
      return { enterpriseId: move.enterprise, associationId: move.association }
    case 'close':
      return { reopenUntil: move.reopenUntil }
    default:
      return {}
  }
}

/** Without a number it is the first that is owed: by the unit that speaks, where that has one of its own. */
export function fulfilled({ commitments }: Facts, { by, commitment }: Extract<Move, { type: 'fulfil' }>): Promised[] {
  const open = owed(commitments)
  const number = commitment ?? (open.find((one) => one.ownerUnit === by.unit) ?? open[0])?.number
  return number === undefined ? commitments : afterMove(commitments, 'fulfil', number)
}

/** Open opinions end with the reason given. Without one they stay: older logs ended work over them in silence. */
const overOpen = ({ overOpenOpinions }: { overOpenOpinions?: string }): Partial<Facts> => (overOpenOpinions ? { openOpinions: [] } : {})

/** A second life starts with clean approvals; what was promised and handed back before stays on record. */
function reopened(facts: Facts, move: Move): Partial<Facts> {
  return {
    track: 'petition',
    pending: null,
    headApprovedBy: null,
    confirmed: false,
    extension: 'none',
    reopenings: facts.reopenings + 1,
    ...(move.type === 'reopen' && facts.track !== 'petition' && { leadUnit: null }),
  }
}
