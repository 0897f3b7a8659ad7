import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { associationMembers, associations } from '#db/schema/index.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'
import type { MoveInput, MoveName } from '#workflows/resolution/moves.ts'
import { aHouse, anIssue, routeTo, walk } from './issues.ts'
import { aPerson } from './people.ts'

export type House = Awaited<ReturnType<typeof wholeHouse>>

/** One person of each role: a unit, the offices around it, an enterprise and the association it belongs to. */
export async function wholeHouse(db: Db) {
  const house = await aHouse(db)
  const [row] = await db.insert(associations).values({ name: `Hiệp hội Mẫu ${house.enterpriseId}` }).returning()
  const associationId = row!.id
  await db.insert(associationMembers).values({ associationId, enterpriseId: house.enterpriseId, consentedAt: new Date() })
  const [association, auditor, admin] = await Promise.all([
    aPerson(db, 'association', { associationId }), aPerson(db, 'auditor'), aPerson(db, 'admin'),
  ])
  return { ...house, associationId, association, auditor, admin }
}

export const peopleOf = ({ enterprise, association, secretary, coordinator, officer, head, leader, auditor, admin }: House) =>
  ({ enterprise, association, secretary, coordinator, officer, head, leader, auditor, admin }) satisfies Record<string, Actor>

/** The way into every state, moves named with who makes them. */
const ways = {
  received: '',
  routed: 'coordinator:route',
  inProgress: 'coordinator:route officer:accept',
  asked: 'coordinator:route officer:accept officer:requestOpinion officer:requestExtension',
  awaitingEnterprise: 'coordinator:route officer:accept officer:askEnterprise',
  awaitingApproval: 'coordinator:route officer:accept officer:submitAnswer',
  escalatedUpward: 'coordinator:route officer:accept officer:escalateUpward',
  answered: 'coordinator:route officer:accept officer:submitAnswer head:approve',
  committed: 'coordinator:route officer:accept officer:submitAnswer head:approve officer:commit',
  resolved: 'coordinator:route officer:accept officer:submitAnswer head:approve officer:fulfil',
  closed: 'coordinator:route officer:accept officer:submitAnswer head:approve officer:fulfil enterprise:confirmSolved',
  refused: 'coordinator:refuse',
  withdrawn: 'enterprise:withdraw',
  diverted: 'coordinator:divert',
} as const

const moveOf = (name: MoveName): MoveInput => (name === 'route' ? routeTo('STNMT', { coordinatingUnits: ['STC'] }) : samples[name])

/** An issue of the house's enterprise in each state; in `asked` an opinion and an extension have been asked for. */
export async function issuesInEveryState(db: Db, house: House, conferenceId?: number) {
  const found: Partial<Record<keyof typeof ways, { id: number; code: string }>> = {}
  for (const [state, way] of Object.entries(ways) as [keyof typeof ways, string][]) {
    const issue = await anIssue(db, { enterpriseId: house.enterpriseId, conferenceId })
    const moves = way.split(' ').filter(Boolean).map((step): [Actor, MoveInput] => {
      const [who, move] = step.split(':') as ['coordinator', MoveName]
      return [house[who], moveOf(move)]
    })
    await walk(db, issue.id, moves)
    found[state] = issue
  }
  return found as Required<typeof found>
}
