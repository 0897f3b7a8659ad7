import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { deskView } from '#app/conferences/desk-view.server.ts'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'

/** What was written down last, at whichever desk, asked for by each of them. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator')
  const { said } = await deskView(db(), actor, args.params.id, new URLSearchParams(), languageOf(args.request, actor))
  return Response.json(said)
}
