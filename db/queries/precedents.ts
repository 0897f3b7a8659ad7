import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { issues, routingDecisions } from '#db/schema/index.ts'

/** The last decision on each issue with a topic, newest first: what the suggestion of the next one learns from. */
export async function recentDecisions(db: Db, most: number) {
  const last = db
    .selectDistinctOn([routingDecisions.issueId])
    .from(routingDecisions)
    .orderBy(routingDecisions.issueId, desc(routingDecisions.decidedAt), desc(routingDecisions.id))
    .as('last')
  return db
    .select({
      text: issues.text,
      group: sql<string>`${issues.group}`,
      topic: sql<string>`coalesce(${last.decidedTopic}, ${issues.topic})`,
      leadUnit: last.decidedLead,
      on: sql<string>`to_char(${last.decidedAt} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`,
    })
    .from(last)
    .innerJoin(issues, eq(issues.id, last.issueId))
    .where(
      and(
        isNull(issues.annulledAt),
        eq(issues.track, 'petition'),
        sql`${issues.group} is not null and coalesce(${last.decidedTopic}, ${issues.topic}) is not null`,
      ),
    )
    .orderBy(desc(last.decidedAt))
    .limit(most)
}

/** How often the suggested lead was the one decided: of the first decisions in a conference, those that followed it. */
export async function agreementOf(db: Db, conferenceId: number): Promise<{ agreed: number; decided: number }> {
  const first = db
    .selectDistinctOn([routingDecisions.issueId])
    .from(routingDecisions)
    .innerJoin(issues, eq(issues.id, routingDecisions.issueId))
    .where(and(eq(issues.conferenceId, conferenceId), isNull(issues.annulledAt)))
    .orderBy(routingDecisions.issueId, routingDecisions.id)
    .as('first')
  const decision = first.routing_decisions
  const [row] = await db
    .select({
      agreed: sql<number>`count(*) filter (where ${decision.suggestedLead} = ${decision.decidedLead})::int`,
      decided: sql<number>`count(*) filter (where ${decision.suggestedLead} is not null)::int`,
    })
    .from(first)
  return row ?? { agreed: 0, decided: 0 }
}
