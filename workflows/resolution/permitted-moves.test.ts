import { expect, test } from 'vitest'
import { movesOpenTo } from './advance.ts'
import { moveNames, type MoveName } from './moves.ts'
import { noon } from './sample-moves.ts'
import { people, standing } from './sample-people.ts'
import { issueStates, type IssueState } from './states.ts'

const work: MoveName[] = ['refuse', 'handBack', 'askEnterprise', 'requestOpinion', 'submitAnswer', 'escalateUpward']
/** The policy, to be read and reviewed as a table: in this state, this person may make these moves and no others. */
const table: Record<IssueState, Partial<Record<keyof typeof people, MoveName[]>>> = {
  received: { filer: ['withdraw'], secretary: ['answerOnTheSpot'], coordinator: ['route', 'split', 'divert', 'refuse'], system: ['recomputeDeadline'] },
  routed: { coordinator: ['reroute', 'changeClass'], leadOfficer: ['accept', 'handBack'], leadHead: ['accept', 'handBack'], system: ['recomputeDeadline'] },
  inProgress: {
    coordinator: ['grantExtension', 'declineExtension', 'changeClass'],
    leadOfficer: work,
    leadHead: work,
    askedOfficer: ['giveOpinion'],
    askedHead: ['giveOpinion'],
    system: ['recomputeDeadline'],
  },
  awaitingEnterprise: {
    coordinator: ['changeClass'],
    filer: ['supply'],
    leadOfficer: ['resume'],
    leadHead: ['resume'],
    askedOfficer: ['giveOpinion'],
    askedHead: ['giveOpinion'],
    system: ['resume', 'recomputeDeadline'],
  },
  awaitingApproval: {
    coordinator: ['changeClass'],
    leadHead: ['approve', 'returnForRedraft'],
    askedOfficer: ['giveOpinion'],
    askedHead: ['giveOpinion'],
    system: ['recomputeDeadline'],
  },
  escalatedUpward: {
    coordinator: ['changeClass'],
    leadOfficer: ['chaseUpward', 'upwardAnswered'],
    leadHead: ['chaseUpward', 'upwardAnswered'],
    system: ['recomputeDeadline'],
  },
  answered: {
    filer: ['confirmSolved', 'dispute'],
    secretary: ['commit'],
    coordinator: ['commit'],
    leadOfficer: ['commit', 'fulfil'],
    leadHead: ['commit', 'fulfil'],
    system: ['recomputeDeadline'],
  },
  committed: {
    secretary: ['commit'],
    coordinator: ['commit', 'break'],
    leadOfficer: ['commit', 'slip', 'fulfil'],
    leadHead: ['commit', 'slip', 'fulfil', 'break'],
    askedOfficer: ['slip', 'fulfil'],
    askedHead: ['slip', 'fulfil'],
    system: ['recomputeDeadline'],
  },
  resolved: { filer: ['confirmSolved', 'dispute'], system: ['recomputeDeadline', 'close'] },
  closed: { filer: ['reopen'], coordinator: ['reopen'] },
  refused: { filer: ['reopen'], coordinator: ['reopen'] },
  withdrawn: { filer: ['reopen'], coordinator: ['reopen'] },
  diverted: { coordinator: ['reopen'] },
}

/** Beside the table: whom an issue stands with, and to which successor of a unit it goes, is asked in many states at once. */
const leads = ['leadOfficer', 'leadHead']
/** Where opinions are still out in the table above. */
const withOpinions: IssueState[] = ['inProgress', 'awaitingEnterprise', 'awaitingApproval']
const beside: [MoveName, IssueState[], (keyof typeof people)[]][] = [
  ['joinCluster', issueStates.filter((state) => state !== 'diverted'), ['coordinator']],
  ['joinCluster', issueStates.filter((state) => standing[state].leadUnit !== null), leads],
  ['giveOpinion', withOpinions, ['silentOfficer']],
  ['claim', [...issueStates], ['system']],
  ['setDeadline', ['received', 'routed', 'inProgress', 'awaitingEnterprise', 'awaitingApproval', 'escalatedUpward'], ['coordinator']],
  ['noOpinion', withOpinions, ['system']],
  ['cancelOpinion', ['inProgress', 'awaitingEnterprise'], leads],
  ['urge', ['routed', ...withOpinions, 'escalatedUpward'], ['coordinator']],
  ['urge', withOpinions, leads],
  ['transferUnit', ['routed', 'inProgress', 'awaitingEnterprise', 'awaitingApproval', 'escalatedUpward', 'answered', 'committed'], ['coordinator', 'system']],
]
const openTo = (state: IssueState, who: keyof typeof people) => {
  const more = beside.filter(([, states, whose]) => states.includes(state) && whose.includes(who)).map(([move]) => move)
  return [...(table[state][who] ?? []), ...more].sort((one, other) => moveNames.indexOf(one) - moveNames.indexOf(other))
}
const rows = issueStates.flatMap((state) => Object.keys(people).map((who) => [state, who, openTo(state, who)] as const))

test.each(rows)('in %s the %s may make exactly %j', (state, who, moves) => {
  expect(movesOpenTo({ state, facts: standing[state] }, { by: people[who]!, at: noon })).toEqual([...moves])
})
