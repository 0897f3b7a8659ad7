import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { opinions } from '#db/schema/index.ts'
import type { Step } from '#workflows/resolution/advance.ts'
import { unitsAsked, unitsReleased } from '#workflows/resolution/opinions.ts'
import { opinionDue } from './opinion-clocks.server.ts'
import type { Rules } from './rules.server.ts'

/** The rows of the opinions a move asks for, hears, finds missing or takes back. */
export async function recordOpinions(db: Db, issueId: number, step: Step, rules: Rules): Promise<void> {
  const { move } = step
  const at = new Date(move.at)
  const released = unitsReleased(step)
  const open = (units: string[]) => and(eq(opinions.issueId, issueId), inArray(opinions.unit, units), eq(opinions.state, 'requested'))
  if (released.length > 0) {
    await db.update(opinions).set({ state: 'cancelled', cancelReason: reasonOf(move), cancelledAt: at }).where(open(released))
  }
  if (move.type === 'requestOpinion') {
    const dueAt = opinionDue(move, at, rules).due
    const rows = unitsAsked(move).map((unit) => ({ issueId, unit, question: move.question, askedAt: at, dueAt }))
    await db.insert(opinions).values(rows)
  }
  if (move.type === 'noOpinion') await db.update(opinions).set({ state: 'noOpinion' }).where(open([move.unit]))
  if (move.type === 'giveOpinion') await hear(db, issueId, step)
}

/** A unit that is asked is heard in time; one that was silent is heard late, and its silence stays. */
async function hear(db: Db, issueId: number, { move, from }: Step) {
  if (move.type !== 'giveOpinion' || move.by.unit === null) return
  const heard = { text: move.text, givenBy: move.by.personId, givenAt: new Date(move.at) }
  const ofUnit = and(eq(opinions.issueId, issueId), eq(opinions.unit, move.by.unit))
  if (from.facts.openOpinions.includes(move.by.unit)) {
    await db.update(opinions).set({ ...heard, state: 'given' }).where(and(ofUnit, eq(opinions.state, 'requested')))
    return
  }
  const silent = db.select({ id: opinions.id }).from(opinions)
    .where(and(ofUnit, eq(opinions.state, 'noOpinion'), isNull(opinions.givenAt)))
    .orderBy(desc(opinions.id)).limit(1)
  await db.update(opinions).set(heard).where(eq(opinions.id, silent))
}

const reasonOf = (move: Step['move']) =>
  'overOpenOpinions' in move && move.overOpenOpinions ? move.overOpenOpinions : move.type === 'cancelOpinion' ? move.note : null
