import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { deskNow } from '#app/conferences/desk-view.server.ts'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'

/** What was written down last, at whichever desk, and who asked for the floor; asked for by each desk. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator')
  const { id } = await conferenceAsked(db(), args.params.id)
  return Response.json(await deskNow(db(), actor, id, languageOf(args.request, actor)))
}
