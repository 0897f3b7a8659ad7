import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { db } from '#app/http/database.server.ts'
import { liveStream } from '#app/live/live-stream.server.ts'

/** Says when something of the conference changed; what, its pages ask for. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator', 'leader', 'auditor')
  const { id } = await conferenceAsked(db(), args.params.id)
  return liveStream(args, actor, `conference:${id}`)
}
