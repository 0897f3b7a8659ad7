import { newPromise } from '#workflows/commitment/promises.ts'
import type { By } from './actor.ts'
import type { Facts } from './facts.ts'
import { a, facts, later } from './sample-moves.ts'
import type { IssueState } from './states.ts'

/**
 * STNMT leads; STC was asked for an opinion, SCT was asked and let its term pass, STP coordinates without being asked;
 * SGTVT led before and handed back; SXD has nothing to do with it. Officer 1 wrote the text; 2 is the head.
 */
export const led: Partial<Facts> = { leadUnit: 'STNMT', coordinatingUnits: ['SCT', 'STC', 'STP'], handedBackBy: ['SGTVT'], handBacks: 1 }
const asked: Partial<Facts> = { ...led, openOpinions: ['STC'], silentOpinions: ['SCT'], extension: 'asked' }
const drafted: Partial<Facts> = { ...asked, pending: 'answer', lastEditorId: 1 }
export const promise = newPromise([], 'STC')
const promised: Partial<Facts> = { ...led, commitments: [promise] }
const until: Partial<Facts> = { reopenUntil: later }

export const standing: Record<IssueState, Facts> = {
  received: facts(),
  routed: facts(led),
  inProgress: facts(asked),
  awaitingEnterprise: facts(asked),
  awaitingApproval: facts(drafted),
  escalatedUpward: facts(led),
  answered: facts({ ...led, ...until }),
  committed: facts({ ...promised, ...until }),
  resolved: facts({ ...led, ...until }),
  closed: facts({ ...led, ...until }),
  refused: facts({ ...led, ...until }),
  withdrawn: facts(until),
  diverted: facts({ ...until, track: 'complaint' }),
}

export const people: Record<string, By> = {
  filer: a('enterprise', null, 20),
  otherEnterprise: { ...a('enterprise', null, 21), enterpriseId: 8 },
  association: a('association', null, 22),
  secretary: a('secretary', 'VPUB', 10),
  coordinator: a('coordinator', 'VPUB', 11),
  leadOfficer: a('officer', 'STNMT', 1),
  leadHead: a('head', 'STNMT', 2),
  askedOfficer: a('officer', 'STC', 3),
  askedHead: a('head', 'STC', 4),
  silentOfficer: a('officer', 'SCT', 7),
  coordinatingOfficer: a('officer', 'STP', 8),
  coordinatingHead: a('head', 'STP', 9),
  formerOfficer: a('officer', 'SGTVT', 15),
  formerHead: a('head', 'SGTVT', 16),
  strangerOfficer: a('officer', 'SXD', 5),
  strangerHead: a('head', 'SXD', 6),
  leader: a('leader', 'VPUB', 12),
  auditor: a('auditor', null, 13),
  admin: a('admin', null, 14),
  system: a('system'),
}
