import type { LoaderFunctionArgs } from '@remix-run/node'
import { mayPresent } from '#app/access/attempts.server.ts'
import type { Actor } from '#app/access/actor.ts'
import { holderOfCalendar } from '#app/access/calendar-address.server.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { calendarFeed } from '#app/commitments/calendar-feed.server.ts'
import { calendarReaders, readsCalendar } from '#app/commitments/readers.ts'
import { recordExport } from '#app/exports/record-export.server.ts'
import { db } from '#app/http/database.server.ts'
import { forbidden, NotFound, TooMany } from '#app/http/errors.ts'
import { languageOf } from '#app/i18n/language.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { origin, searchParams } = new URL(args.request.url)
  const token = searchParams.get('token')
  const actor = token === null ? await requireActor(args, ...calendarReaders) : await holder(token, args.context.ip)
  const feed = await calendarFeed(db(), { actor, params: searchParams, language: languageOf(args.request, actor), origin })
  // a calendar program asks every hour: that its secret was used is kept beside the secret
  if (token === null) await recordExport(args, actor, { what: 'calendar', format: 'ics' })
  return new Response(feed, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `${token === null ? 'attachment' : 'inline'}; filename="cam-ket.ics"`,
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
}

/** A calendar program has no session: the secret in its address stands for the person, in the role it was made in. */
async function holder(token: string, address: string): Promise<Actor> {
  const actor = await holderOfCalendar(db(), token)
  if (actor) return readsCalendar(actor.role) ? actor : forbidden()
  throw (await mayPresent(db(), address)) ? new NotFound({ key: 'commitments:calendar.unknown' }) : new TooMany({ key: 'verdict:link.tooMany' })
}
