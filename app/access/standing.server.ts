import { and, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import { memberships, people } from '#db/schema/index.ts'
import { inDemoMode } from './demo-accounts.ts'

const today = sql`(now() at time zone 'Asia/Ho_Chi_Minh')::date`

/** Not disabled, and in a role that is in force today in Hanoi. For queries of people with their memberships. */
export const inStanding = and(
  isNull(people.disabledAt),
  or(isNull(memberships.validFrom), lte(memberships.validFrom, today)),
  or(isNull(memberships.validTo), gte(memberships.validTo, today)),
)

/** Who may act here and now. The password of demo people is known to all: outside demo mode they are nobody. */
export const mayAct = () => and(inStanding, inDemoMode() ? undefined : eq(people.demo, false))
