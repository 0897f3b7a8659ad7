import type { Facts, Move } from './facts.ts'

/** What a move changes of the facts. Only the facts it names change; the rest of the issue stands. */
export function changes(facts: Facts, move: Move): Partial<Facts> {
  switch (move.type) {
    case 'route':
    case 'reroute':
      return {
        leadUnit: move.leadUnit,
        coordinatingUnits: move.coordinatingUnits.filter((unit) => unit !== move.leadUnit),
        needsLeader: move.needsLeader,
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
      }
    case 'requestOpinion':
      return {
        openOpinions: [...facts.openOpinions, move.unit],
        coordinatingUnits: [...new Set([...facts.coordinatingUnits, move.unit])],
      }
    case 'giveOpinion':
      return { openOpinions: facts.openOpinions.filter((unit) => unit !== move.by.unit) }
    case 'requestExtension':
      return { extension: 'asked' }
    case 'grantExtension':
      return { extension: 'granted' }
    case 'declineExtension':
      return { extension: 'declined' }
    case 'submitAnswer':
      return { pending: 'answer', lastEditorId: move.by.personId, headApprovedBy: null }
    case 'refuse':
      return facts.leadUnit === null
        ? { reopenUntil: move.reopenUntil }
        : { pending: 'refusal', lastEditorId: move.by.personId, headApprovedBy: null }
    case 'returnForRedraft':
      return { pending: null, headApprovedBy: null }
    case 'approve':
      return facts.needsLeader && facts.headApprovedBy === null
        ? { headApprovedBy: move.by.personId }
        : { pending: null, reopenUntil: move.reopenUntil }
    case 'commit':
      return {
        commitments: [
          ...facts.commitments,
          { number: facts.commitments.length + 1, ownerUnit: move.ownerUnit, done: false },
        ],
      }
    case 'fulfil':
      return fulfilled(facts, move)
    case 'confirmSolved':
      return { confirmed: true }
    case 'dispute':
    case 'reopen':
      return reopened(facts, move)
    case 'close':
      return { reopenUntil: move.reopenUntil }
    default:
      return {}
  }
}

function fulfilled(facts: Facts, move: Extract<Move, { type: 'fulfil' }>): Partial<Facts> {
  const open = facts.commitments.filter((one) => !one.done)
  const number = move.commitment ?? open[0]?.number
  const last = open.every((one) => one.number === number)
  return {
    commitments: facts.commitments.map((one) => (one.number === number ? { ...one, done: true } : one)),
    ...(last && { reopenUntil: move.reopenUntil }),
  }
}

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
