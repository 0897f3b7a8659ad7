import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { prepared } from '#db/prepared.ts'
import { issueEvents } from '#db/schema/index.ts'

/** The events of an issue, oldest first; only those after the event `since`, where given. */
export const storyOf = (db: Db, issueId: number, since = 0) =>
  prepared(db, 'story', () =>
    db
      .select({
        seq: issueEvents.seq, move: issueEvents.move, from: issueEvents.from, to: issueEvents.to, at: issueEvents.at,
        personId: issueEvents.personId, personName: issueEvents.personName, role: issueEvents.role, onBehalfOf: issueEvents.onBehalfOf, unit: issueEvents.unit,
        unitName: issueEvents.unitName, note: issueEvents.note, payload: issueEvents.payload, hash: issueEvents.hash,
      })
      .from(issueEvents)
      .where(and(eq(issueEvents.issueId, sql.placeholder('issueId')), gt(issueEvents.seq, sql.placeholder('since'))))
      .orderBy(asc(issueEvents.seq)),
  ).execute({ issueId, since })

export type StoryEvent = Awaited<ReturnType<typeof storyOf>>[number]
