import { open } from 'node:fs/promises'
import { createReadableStreamFromReadable } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { byOf } from '#app/access/actor.ts'
import { Refused, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { readableFile } from '#db/queries/files.ts'
import { disposition } from '#workflows/files/kinds.ts'
import { placeOf } from './folder.server.ts'
import { isServed } from './scanning.server.ts'

/**
 * The bytes of a file, to be saved and never shown in place. Whoever may not read what it belongs to is told that there is
 * none; one that no scanner has passed is `Refused` in words.
 */
export async function download(db: Db, id: string | undefined, actor: Actor): Promise<Response> {
  const file = /^\d{1,15}$/.test(id ?? '') ? await readableFile(db, Number(id), byOf(actor)) : undefined
  if (!file) return notFound('file')
  if (!isServed(file)) throw new Refused({ key: `files:notServed.${file.status}` })
  const handle = await open(placeOf(file.storage)).catch(() => notFound('file'))
  const headers = {
    'Content-Type': file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type,
    'Content-Length': String(file.size),
    'Content-Disposition': disposition(file.name),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    // compressed on the way, it would not be the bytes whose hash was kept
    'Cache-Control': 'private, no-store, no-transform',
  }
  return new Response(createReadableStreamFromReadable(handle.createReadStream()), { headers })
}
