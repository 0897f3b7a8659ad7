import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { raiseIssue } from '#app/issues/raise-issue.server.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { drawNumbers } from '#db/queries/put-on-register.ts'
import { issues } from '#db/schema/index.ts'
import { system } from '#workflows/resolution/actor.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { aPerson, anEnterprise } from './people.ts'

/** An issue just received, of a new enterprise. */
export async function anIssue(db: Db, of: { enterpriseId?: number; text?: string; at?: Date; conferenceId?: number; file?: string; note?: string } = {}) {
  const enterpriseId = of.enterpriseId ?? (await anEnterprise(db))
  const text = of.text ?? 'Đề nghị sớm cấp giấy chứng nhận quyền sử dụng đất.'
  const conferenceId = of.conferenceId ?? null
  const comment = { conferenceId, enterpriseId, text, channel: 'form' as const }
  const issue = { ...comment, associationId: null, filedBy: null, group: 'land', topic: null, suggestion: null }
  const rules = await rulesOf(db)
  return db.transaction(async (tx) => raiseIssue(tx, await drawNumbers(tx), { comment: { ...comment, file: of.file, note: of.note }, issue }, system, of.at ?? new Date(), rules))
}

/** Makes moves one after another, each at the version the one before left. */
export async function walk(db: Db, id: number, moves: [Actor, MoveInput][], at?: Date) {
  let last: Awaited<ReturnType<typeof moveIssue>> | undefined
  for (const [by, move] of moves) {
    const [row] = await db.select({ version: issues.version }).from(issues).where(eq(issues.id, id))
    last = await moveIssue(db, { id, version: row!.version, move, by, at })
  }
  return last!
}

export const routeTo = (leadUnit: string, more: Partial<Extract<MoveInput, { type: 'route' }>> = {}): MoveInput => ({
  type: 'route', leadUnit, coordinatingUnits: [], deadlineClass: 'simple', needsLeader: false, group: undefined, topic: undefined, note: undefined, ...more,
})

/** The people of one unit and the offices around it. */
export async function aHouse(db: Db, unit = 'STNMT') {
  const enterpriseId = await anEnterprise(db)
  const [coordinator, secretary, officer, head, leader, enterprise] = await Promise.all([
    aPerson(db, 'coordinator', { unit: 'VPUB' }),
    aPerson(db, 'secretary', { unit: 'VPUB' }),
    aPerson(db, 'officer', { unit }),
    aPerson(db, 'head', { unit }),
    aPerson(db, 'leader', { unit: 'VPUB' }),
    aPerson(db, 'enterprise', { enterpriseId }),
  ])
  return { enterpriseId, coordinator, secretary, officer, head, leader, enterprise }
}
