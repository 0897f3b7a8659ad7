import { expect, test } from 'vitest'
import { newPromise } from '#workflows/commitment/promises.ts'
import { advance, movesOpenTo } from './advance.ts'
import type { By } from './actor.ts'
import type { Facts, Move } from './facts.ts'
import { a, facts, later, make, noon } from './sample-moves.ts'
import { led, people, promise, standing } from './sample-people.ts'
import { issueStates } from './states.ts'

test('the last editor never approves, even as head', () => {
  const head = a('head', 'STNMT', 1)
  expect(movesOpenTo({ state: 'awaitingApproval', facts: standing.awaitingApproval }, { by: head, at: noon })).not.toContain('approve')
})

test('a flagged issue waits for the leader after the head, and neither can take both turns', () => {
  const flagged = { ...standing.awaitingApproval, needsLeader: true }
  const turn = (of: Facts, by: By) => movesOpenTo({ state: 'awaitingApproval', facts: of }, { by, at: noon })
  expect(turn(flagged, people.leader!)).toEqual([])
  expect(turn(flagged, people.leadHead!)).toEqual(expect.arrayContaining(['approve', 'returnForRedraft']))
  const half = { ...flagged, headApprovedBy: 2 }
  expect(turn(half, people.leadHead!)).not.toContain('approve')
  expect(turn(half, people.leader!)).toEqual(['approve', 'returnForRedraft'])
  expect(turn({ ...half, headApprovedBy: 12 }, people.leader!)).toEqual([])
})

test('after two hand-backs by different units the office’s decision cannot be handed back', () => {
  const decided = facts({ ...led, competenceDecided: true })
  expect(movesOpenTo({ state: 'routed', facts: decided }, { by: people.leadOfficer!, at: noon })).not.toContain('handBack')
})

test('an extension is asked once', () => {
  const first = movesOpenTo({ state: 'inProgress', facts: facts(led) }, { by: people.leadOfficer!, at: noon })
  expect(first).toContain('requestExtension')
  const second = movesOpenTo({ state: 'inProgress', facts: facts({ ...led, extension: 'declined' }) }, { by: people.leadOfficer!, at: noon })
  expect(second).not.toContain('requestExtension')
})

test.each(['closed', 'refused', 'withdrawn'] as const)('%s is reopened once, and only within its window', (state) => {
  const open = (of: Partial<Facts>, at: string) => movesOpenTo({ state, facts: { ...standing[state], ...of } }, { by: people.filer!, at })
  expect(open({}, later)).toEqual(['reopen'])
  expect(open({}, '2024-04-29T10:00:00.001Z')).toEqual([])
  expect(open({ reopenings: 1 }, noon)).toEqual([])
})

const mayDecideSlip = (asker: By, by: By) => {
  const asked = facts({ ...led, commitments: [{ ...promise, slipAskedBy: asker }] })
  return movesOpenTo({ state: 'committed', facts: asked }, { by, at: noon }).includes('grantSlip')
}

test.each([
  ['askedOfficer', ['coordinator', 'leadHead']],
  ['leadOfficer', ['coordinator', 'leadHead']],
  ['askedHead', ['coordinator']],
  ['leadHead', ['coordinator']],
] as const)('a later date that the %s asks for is granted by the %j', (asker, deciders) => {
  expect(Object.keys(people).filter((who) => mayDecideSlip(people[asker]!, people[who]!))).toEqual(deciders)
})

test('nobody grants the later date they asked for, whatever role they take next', () => {
  const asOfficer = a('officer', 'STNMT', 9)
  expect(mayDecideSlip(asOfficer, a('head', 'STNMT', 9))).toBe(false)
  expect(mayDecideSlip(asOfficer, a('coordinator', 'VPUB', 9))).toBe(false)
  expect(mayDecideSlip(asOfficer, a('coordinator', 'VPUB', 8))).toBe(true)
})

test('a unit moves only the commitments it owns; the lead unit moves all', () => {
  const two = facts({ ...led, commitments: [promise, { ...newPromise([promise], 'SXD') }] })
  const fulfils = (by: By, commitment: number) => advance({ state: 'committed', facts: two }, { ...make('fulfil', by), commitment } as Move).ok
  expect([fulfils(people.strangerOfficer!, 1), fulfils(people.strangerOfficer!, 2), fulfils(people.leadOfficer!, 1)]).toEqual([false, true, true])
})

test('a promise takes the place of a broken one only, and of each once', () => {
  const broken = facts({ ...led, commitments: [{ ...promise, state: 'broken' }, newPromise([promise], 'STC')] })
  const commits = (of: Facts, replaces: number) => advance({ state: 'committed', facts: of }, { ...make('commit', people.coordinator!), replaces } as Move)
  expect(commits(broken, 2).ok).toBe(false)
  const replaced = commits(broken, 1)
  expect(replaced.ok && commits(replaced.to.facts, 1).ok).toBe(false)
})

test('an issue leaves a cluster in every state, by the office or its lead unit, and is in one at a time', () => {
  for (const state of issueStates) {
    const open = (who: By) => movesOpenTo({ state, facts: { ...standing[state], leadUnit: 'STNMT', cluster: 4 } }, { by: who, at: noon })
    for (const who of [people.coordinator!, people.leadHead!]) {
      expect(open(who)).toContain('leaveCluster')
      expect(open(who)).not.toContain('joinCluster')
    }
    for (const who of [people.filer!, people.strangerHead!, people.askedHead!, people.leader!]) expect(open(who)).not.toContain('leaveCluster')
  }
})

test('a successor takes what its predecessor had open, and only where something was', () => {
  const before = facts({ leadUnit: 'STNMT', coordinatingUnits: ['STC', 'SXD'], openOpinions: ['STC'], handedBackBy: ['STC'], lastEditorId: 9, commitments: [promise] })
  const move = (from: string, to: string) =>
    advance({ state: 'inProgress', facts: before }, { ...make('transferUnit', a('coordinator', 'VPUB', 11)), from, to } as Move)
  const step = move('STC', 'SKHDT')
  expect(step.ok && step.to).toMatchObject({
    state: 'inProgress',
    facts: { leadUnit: 'STNMT', coordinatingUnits: ['SKHDT', 'SXD'], openOpinions: ['SKHDT'], handedBackBy: ['STC'], handBacks: 0, lastEditorId: 9, commitments: [{ ownerUnit: 'SKHDT' }] },
  })
  const lead = move('STNMT', 'SXD')
  expect(lead.ok && lead.to.facts).toMatchObject({ leadUnit: 'SXD', coordinatingUnits: ['STC'], handBacks: 0 })
  expect([move('SYT', 'SXD').ok, move('STC', 'STC').ok]).toEqual([false, false])
})

test('above the city an opinion that is still out may be given, found missing or taken back', () => {
  const open = (by: By) => movesOpenTo({ state: 'escalatedUpward', facts: standing.inProgress }, { by, at: noon })
  expect(open(people.askedOfficer!)).toEqual(['giveOpinion'])
  expect(open(people.system!)).toContain('noOpinion')
  expect(open(people.leadOfficer!)).toEqual(expect.arrayContaining(['cancelOpinion', 'urge']))
})

test.each([
  ['coordinator', 'STNMT', true], ['coordinator', 'STC', true], ['coordinator', 'SCT', false], ['coordinator', 'SXD', false],
  ['leadOfficer', 'STC', true], ['leadOfficer', 'STNMT', false], ['leadOfficer', 'STP', false], ['askedOfficer', 'STC', false],
] as const)('the %s urging %s: %s', (who, unit, may) => {
  const move = { ...make('urge', people[who]!), unit } as Move
  expect(advance({ state: 'inProgress', facts: standing.inProgress }, move).ok).toBe(may)
})

test('a unit is asked once at a time; one that was silent may be asked anew; the lead does not ask itself', () => {
  const ask = (...units: string[]) => advance({ state: 'inProgress', facts: standing.inProgress }, { ...make('requestOpinion', people.leadOfficer!), units } as Move)
  expect(ask('STC').ok).toBe(false)
  expect(ask('SXD', 'STNMT').ok).toBe(false)
  expect(ask('SCT', 'SXD')).toMatchObject({ ok: true, to: { facts: { openOpinions: ['STC', 'SCT', 'SXD'], silentOpinions: [] } } })
})
