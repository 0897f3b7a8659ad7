import { endCalendarAddresses } from '#app/access/calendar-address.server.ts'
import { endAllSessions } from '#app/access/lucia.server.ts'
import { revokeAllTokens } from '#app/access/revoke-tokens.server.ts'
import type { Db } from '#db/client.ts'

/** Sessions end, tokens and the calendar's address are revoked with the change that takes a right away: nothing goes on under the old one. */
export async function endAccess(tx: Db, personId: number): Promise<void> {
  await endAllSessions(tx, personId)
  await revokeAllTokens(tx, personId)
  await endCalendarAddresses(tx, personId)
}
