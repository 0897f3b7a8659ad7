import { assign, setup } from 'xstate'
import { changes } from './changes.ts'
import type { Facts, Move } from './facts.ts'
import { guards } from './guards.ts'

/** What follows outside: clocks to run, people to tell. Names only; the use case turns them into rows. */
const intents = [
  'startAcceptClock',
  'stopAcceptClock',
  'pauseAnswerClock',
  'resumeAnswerClock',
  'stopAnswerClock',
  'restartAnswerClock',
  'startOpinionClock',
  'stopOpinionClock',
  'startForwardClock',
  'stopForwardClock',
  'extendAnswerClock',
  'recountAnswerClock',
  'setAnswerClock',
  'startApprovalClock',
  'stopApprovalClock',
  'startVerdictClock',
  'stopVerdictClock',
  'tellLeadUnit',
  'tellFormerUnit',
  'tellAskedUnit',
  'tellReleasedUnits',
  'tellUrgedUnit',
  'tellOffice',
  'tellFiler',
  'tellApprover',
  'tellLeader',
  'tellDrafter',
  'tellOwnerUnit',
] as const
export type Intent = (typeof intents)[number]

const intend = Object.fromEntries(intents.map((name) => [name, () => {}])) as Record<Intent, () => void>

const setDeadline = { guard: 'byCoordinator', actions: ['change', 'setAnswerClock', 'tellLeadUnit', 'tellFiler'] } as const

/** Whoever has an issue in hand, its date and its unit can change around them. */
const inHand = {
  setDeadline,
  changeClass: { guard: 'mayChangeClass', actions: ['change', 'recountAnswerClock', 'tellLeadUnit', 'tellFiler'] },
  recomputeDeadline: { guard: 'bySystem', actions: ['change'] },
  transferUnit: { guard: 'mayTransfer', actions: ['change', 'tellLeadUnit'] },
} as const

/** Asked units write beside what the lead does, and are urged or found silent. */
const beside = {
  giveOpinion: { guard: 'byAskedUnit', actions: ['change', 'stopOpinionClock', 'tellLeadUnit'] },
  noOpinion: { guard: 'mayRecordSilence', actions: ['change', 'stopOpinionClock', 'tellLeadUnit', 'tellAskedUnit'] },
  urge: { guard: 'mayUrge', actions: ['change', 'tellUrgedUnit'] },
} as const
const cancelOpinion = { guard: 'mayCancelOpinion', actions: ['change', 'stopOpinionClock', 'tellReleasedUnits'] } as const

/** The life of an issue, from the register to the enterprise's verdict. Used only through `advance` and `movesOpenTo`. */
export const resolution = setup({
  types: { context: {} as Facts, events: {} as Move, input: {} as Facts },
  guards,
  actions: { ...intend, change: assign(({ context, event }) => changes(context, event)) },
}).createMachine({
  id: 'resolution',
  context: ({ input }) => input,
  initial: 'received',
  // in every state: what others ask the same, and whose account it is in, changes nothing of what an issue is
  on: {
    joinCluster: { guard: 'mayJoinCluster', actions: ['change'] },
    leaveCluster: { guard: 'mayLeaveCluster', actions: ['change'] },
    claim: { guard: 'bySystem', actions: ['change'] },
  },
  states: {
    received: {
      on: {
        route: { guard: 'byCoordinator', target: 'routed', actions: ['change', 'stopForwardClock', 'startAcceptClock', 'tellLeadUnit', 'tellFiler'] },
        split: { guard: 'byCoordinator', actions: ['change'] },
        refuse: { guard: 'byCoordinator', target: 'refused', actions: ['change', 'stopForwardClock', 'stopAnswerClock', 'tellFiler'] },
        divert: { guard: 'byCoordinator', target: 'diverted', actions: ['change', 'stopForwardClock', 'stopAnswerClock', 'tellFiler'] },
        withdraw: { guard: 'byFiler', target: 'withdrawn', actions: ['change', 'stopForwardClock', 'stopAnswerClock', 'tellOffice'] },
        answerOnTheSpot: {
          guard: 'bySecretary',
          target: 'answered',
          actions: ['change', 'stopForwardClock', 'stopAnswerClock', 'startVerdictClock', 'tellFiler', 'tellLeadUnit'],
        },
        setDeadline,
        recomputeDeadline: { guard: 'bySystem', actions: ['change'] },
      },
    },
    routed: {
      on: {
        urge: { guard: 'mayUrge', actions: ['change', 'tellUrgedUnit'] },
        accept: { guard: 'byLeadUnit', target: 'inProgress', actions: ['change', 'stopAcceptClock', 'tellFiler'] },
        handBack: { guard: 'mayHandBack', target: 'received', actions: ['change', 'stopAcceptClock', 'startForwardClock', 'tellOffice'] },
        reroute: {
          guard: 'byCoordinator',
          target: 'routed',
          reenter: true,
          actions: ['tellFormerUnit', 'change', 'startAcceptClock', 'tellLeadUnit'],
        },
        ...inHand,
      },
    },
    inProgress: {
      on: {
        askEnterprise: { guard: 'byLeadUnit', target: 'awaitingEnterprise', actions: ['change', 'pauseAnswerClock', 'tellFiler'] },
        requestOpinion: { guard: 'mayRequestOpinion', actions: ['change', 'startOpinionClock', 'tellAskedUnit'] },
        ...beside,
        cancelOpinion,
        submitAnswer: { guard: 'byLeadUnit', target: 'awaitingApproval', actions: ['change', 'stopOpinionClock', 'startApprovalClock', 'tellApprover', 'tellReleasedUnits'] },
        refuse: { guard: 'byLeadUnit', target: 'awaitingApproval', actions: ['change', 'stopOpinionClock', 'startApprovalClock', 'tellApprover', 'tellReleasedUnits'] },
        escalateUpward: { guard: 'byLeadUnit', target: 'escalatedUpward', actions: ['change', 'tellFiler', 'tellOffice'] },
        requestExtension: { guard: 'mayRequestExtension', actions: ['change', 'tellOffice'] },
        grantExtension: { guard: 'mayDecideExtension', actions: ['change', 'extendAnswerClock', 'tellLeadUnit', 'tellFiler'] },
        declineExtension: { guard: 'mayDecideExtension', actions: ['change', 'tellLeadUnit'] },
        handBack: { guard: 'mayHandBack', target: 'received', actions: ['change', 'stopOpinionClock', 'startForwardClock', 'tellOffice', 'tellReleasedUnits'] },
        ...inHand,
      },
    },
    awaitingEnterprise: {
      on: {
        supply: { guard: 'byFiler', target: 'inProgress', actions: ['change', 'resumeAnswerClock', 'tellLeadUnit'] },
        resume: { guard: 'byLeadOrSystem', target: 'inProgress', actions: ['change', 'resumeAnswerClock', 'tellFiler', 'tellLeadUnit'] },
        ...beside,
        cancelOpinion,
        ...inHand,
      },
    },
    awaitingApproval: {
      on: {
        approve: [
          { guard: 'isFirstOfTwoApprovals', actions: ['change', 'stopApprovalClock', 'startApprovalClock', 'tellLeader'] },
          { guard: 'mayIssueRefusal', target: 'refused', actions: ['change', 'stopApprovalClock', 'stopAnswerClock', 'tellFiler', 'tellDrafter'] },
          {
            guard: 'mayIssueAnswer',
            target: 'answered',
            actions: ['change', 'stopApprovalClock', 'stopAnswerClock', 'startVerdictClock', 'tellFiler', 'tellDrafter'],
          },
        ],
        returnForRedraft: { guard: 'mayReturn', target: 'inProgress', actions: ['change', 'stopApprovalClock', 'tellDrafter'] },
        ...beside,
        ...inHand,
      },
    },
    escalatedUpward: {
      on: {
        ...beside,
        cancelOpinion,
        chaseUpward: { guard: 'byLeadUnit', actions: ['change'] },
        upwardAnswered: { guard: 'byLeadUnit', target: 'inProgress', actions: ['change', 'tellFiler'] },
        ...inHand,
      },
    },
    answered: {
      on: {
        commit: { guard: 'mayPromise', target: 'committed', actions: ['change', 'tellOwnerUnit', 'tellFiler'] },
        fulfil: { guard: 'hasNothingPromised', target: 'resolved', actions: ['change', 'startVerdictClock', 'tellFiler'] },
        confirmSolved: { guard: 'mayConfirm', target: 'resolved', actions: ['change', 'tellLeadUnit'] },
        dispute: { guard: 'mayDispute', target: 'inProgress', actions: ['change', 'stopVerdictClock', 'restartAnswerClock', 'tellLeadUnit', 'tellOffice'] },
        recomputeDeadline: { guard: 'bySystem', actions: ['change'] },
        transferUnit: { guard: 'mayTransfer', actions: ['change', 'tellLeadUnit'] },
      },
    },
    committed: {
      on: {
        commit: { guard: 'mayPromise', actions: ['change', 'tellOwnerUnit', 'tellFiler'] },
        slip: { guard: 'maySlip', actions: ['change', 'tellApprover', 'tellOffice'] },
        grantSlip: { guard: 'mayDecideSlip', actions: ['change', 'tellOwnerUnit', 'tellLeadUnit', 'tellFiler'] },
        declineSlip: { guard: 'mayDecideSlip', actions: ['change', 'tellOwnerUnit', 'tellLeadUnit'] },
        break: { guard: 'mayBreak', actions: ['change', 'tellOwnerUnit', 'tellLeadUnit', 'tellFiler', 'tellLeader'] },
        fulfil: [
          { guard: 'fulfilsLast', target: 'resolved', actions: ['change', 'startVerdictClock', 'tellFiler'] },
          { guard: 'fulfilsOne', actions: ['change', 'tellFiler'] },
        ],
        recomputeDeadline: { guard: 'bySystem', actions: ['change'] },
        transferUnit: { guard: 'mayTransfer', actions: ['change', 'tellLeadUnit'] },
      },
    },
    resolved: {
      on: {
        confirmSolved: { guard: 'mayConfirm', target: 'closed', actions: ['change', 'stopVerdictClock', 'tellLeadUnit'] },
        dispute: { guard: 'mayDispute', target: 'inProgress', actions: ['change', 'stopVerdictClock', 'restartAnswerClock', 'tellLeadUnit', 'tellOffice'] },
        close: { guard: 'bySystem', target: 'closed', actions: ['change', 'stopVerdictClock'] },
        recomputeDeadline: { guard: 'bySystem', actions: ['change'] },
      },
    },
    closed: {
      on: { reopen: { guard: 'mayReopenToUnit', target: 'inProgress', actions: ['change', 'restartAnswerClock', 'tellLeadUnit', 'tellOffice'] } },
    },
    refused: {
      on: {
        reopen: [
          { guard: 'mayReopenToUnit', target: 'inProgress', actions: ['change', 'restartAnswerClock', 'tellLeadUnit', 'tellOffice'] },
          { guard: 'mayReopenToOffice', target: 'received', actions: ['change', 'restartAnswerClock', 'tellOffice'] },
        ],
      },
    },
    withdrawn: {
      on: { reopen: { guard: 'mayReopenToOffice', target: 'received', actions: ['change', 'restartAnswerClock', 'tellOffice'] } },
    },
    diverted: {
      on: { reopen: { guard: 'mayTakeBack', target: 'received', actions: ['change', 'restartAnswerClock', 'tellFiler'] } },
    },
  },
})
