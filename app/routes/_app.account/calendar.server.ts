import { data, redirect } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { endCalendarAddresses, newCalendarAddress, ownCalendarAddress } from '#app/access/calendar-address.server.ts'
import { readsCalendar } from '#app/commitments/readers.ts'
import { forbidden } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'

/** What the card shows; nothing for those whose page the calendar is not. */
export const calendarOf = async (db: Db, { personId, role }: Actor) => (readsCalendar(role) ? { address: await ownCalendarAddress(db, personId) } : null)

/** The address is answered with, not redirected to: it is told this once and kept nowhere. */
export async function changeCalendar(db: Db, actor: Actor, intent: 'calendar' | 'endCalendar', origin: string) {
  if (!readsCalendar(actor.role)) return forbidden()
  if (intent === 'calendar') {
    const address = `${origin}/commitments.ics?token=${await newCalendarAddress(db, actor)}`
    return data({ values: { intent }, errors: {}, address }, 200)
  }
  await endCalendarAddresses(db, actor.personId)
  return redirect('/account?done=calendar', 303)
}
