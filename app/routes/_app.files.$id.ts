import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { download } from '#app/files/download.server.ts'
import { db } from '#app/http/database.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return download(db(), args.params.id, actor)
}
