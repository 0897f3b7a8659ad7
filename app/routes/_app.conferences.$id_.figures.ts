import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { hallView } from '#app/conferences/desk-view.server.ts'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'

/** The numbers of the hall's screen, asked for by it. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator', 'leader', 'auditor')
  return Response.json(await hallView(db(), args.params.id, languageOf(args.request, actor)))
}
