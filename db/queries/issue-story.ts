import { and, asc, desc, eq, gt } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { deadlines, issueEvents } from '#db/schema/index.ts'

/** The events of an issue, oldest first; only those after the event `since`, where given. */
export const storyOf = (db: Db, issueId: number, since = 0) =>
  db
    .select({
      seq: issueEvents.seq, move: issueEvents.move, from: issueEvents.from, to: issueEvents.to, at: issueEvents.at,
      personId: issueEvents.personId, personName: issueEvents.personName, role: issueEvents.role, unit: issueEvents.unit,
      unitName: issueEvents.unitName, note: issueEvents.note, payload: issueEvents.payload, hash: issueEvents.hash,
    })
    .from(issueEvents)
    .where(and(eq(issueEvents.issueId, issueId), gt(issueEvents.seq, since)))
    .orderBy(asc(issueEvents.seq))

export type StoryEvent = Awaited<ReturnType<typeof storyOf>>[number]

/** The answer clock that runs or ran last. */
export async function answerClock(db: Db, issueId: number) {
  const [clock] = await db
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.issueId, issueId), eq(deadlines.clock, 'answer')))
    .orderBy(desc(deadlines.id))
    .limit(1)
  return clock
}
