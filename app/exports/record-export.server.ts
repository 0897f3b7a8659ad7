import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { db } from '#app/http/database.server.ts'
import { dataExports } from '#db/schema/index.ts'
import type { Exported, ExportFormat } from './formats.ts'

type Made = { what: Exported; format: ExportFormat | 'ics' | 'file'; rows?: number; path?: string }
type Asked = Pick<LoaderFunctionArgs, 'request' | 'context'>

/**
 * Writes down that something leaves as a file: who, in which role, what, narrowed to what, how many rows, when, to which
 * address. To be awaited before the first byte goes out, so that nothing leaves unwritten; one that breaks off on the way
 * stands there too.
 */
export async function recordExport({ request, context }: Asked, actor: Actor, { what, format, rows, path }: Made): Promise<void> {
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('token')
  await db().insert(dataExports).values({
    at: new Date(), personId: actor.personId, personName: actor.name, onBehalfOf: actor.onBehalfOf?.name, role: actor.role, unit: actor.unit,
    what, format, path: (path ?? pathname).slice(0, 200), filter: searchParams.toString().slice(0, 1000), rows, address: context.ip,
  })
}
