import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { recordExport } from '#app/exports/record-export.server.ts'
import { download } from '#app/files/download.server.ts'
import { db } from '#app/http/database.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const file = await download(db(), args.params.id, actor)
  await recordExport(args, actor, { what: 'file', format: 'file' })
  return file
}
