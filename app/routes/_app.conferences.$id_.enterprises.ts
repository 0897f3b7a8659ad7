import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { enterprisesNamed } from '#app/conferences/desk-view.server.ts'
import { db } from '#app/http/database.server.ts'

/** Names for the desk's field, asked for by its script. */
export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'secretary', 'coordinator')
  return Response.json(await enterprisesNamed(db(), args.params.id, new URL(args.request.url).searchParams.get('q') ?? ''))
}
