import { and, eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { calendarProposals } from '#db/schema/index.ts'
import type { ProposedDay } from '#workflows/deadlines/read-ics.ts'
import { recordChange } from './record-change.server.ts'

/** Puts the days of a calendar file before a person. One that waits already is not put twice. Returns how many are new. */
export async function proposeDays(db: Db, by: Actor, file: string, days: readonly ProposedDay[], at = new Date()): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = days.map((day) => ({ ...day, file, proposedBy: by.personId, proposedAt: at }))
    const added = await tx.insert(calendarProposals).values(rows).onConflictDoNothing().returning({ id: calendarProposals.id })
    await recordChange(tx, by, { subject: 'calendarYear', subjectId: days[0]!.date.slice(0, 4), change: 'propose', after: { file, days: added.length }, at })
    return added.length
  })
}

const decide = (tx: Db, by: Actor, id: number, state: 'accepted' | 'refused', at: Date) =>
  tx
    .update(calendarProposals)
    .set({ state, decidedBy: by.personId, decidedAt: at })
    .where(and(eq(calendarProposals.id, id), eq(calendarProposals.state, 'proposed')))

export const acceptProposal = (tx: Db, by: Actor, id: number, at: Date) => decide(tx, by, id, 'accepted', at)
export const refuseProposal = (db: Db, by: Actor, id: number, at = new Date()) => decide(db, by, id, 'refused', at)
