import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { mostFields } from '#app/ui/check-form.ts'
import { Invalid } from './errors.ts'

export type Part = { field: string; name: string; stream: Readable & { truncated?: boolean } }
type Options = { megabytes: number; onFile?: (part: Part) => Promise<void> }

export const unreadable = () => new Invalid({ '': { key: 'common:invalid.unreadable' } }, { key: 'common:invalid.unreadable' })
const tooMany = () => new Invalid({ '': { key: 'common:invalid.tooManyFields' } }, { key: 'common:invalid.tooManyFields' })

export const isMultipart = (request: Request) => /^multipart\//i.test(request.headers.get('Content-Type') ?? '')

/**
 * The fields of a multipart form; each chosen file is given to `onFile` as a stream, one after another, cut off at the
 * limit, and never held. Throws `Invalid` for a body that is no such form or ends half way, after `onFile` is through with it.
 */
export async function readMultipart(request: Request, { megabytes, onFile }: Options): Promise<FormData> {
  const parser = parserFor(request, megabytes * 1_000_000)
  if (!parser || !request.body) throw unreadable()
  const fields = new FormData()
  let work = Promise.resolve()
  let wrong: unknown
  parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
    if (nameTruncated || valueTruncated) wrong = unreadable()
    fields.append(name, value)
  })
  parser.on('fieldsLimit', () => (wrong = tooMany()))
  parser.on('file', (field, stream, { filename }) => {
    // a body cut off inside a file breaks this stream first, and an error nobody hears would end the process
    stream.on('error', () => {})
    if (!onFile || !filename) return void stream.resume()
    const failed = (error: unknown) => (wrong ??= error)
    work = work.then(() => onFile({ field, name: filename, stream })).catch(failed).then(() => void stream.resume())
  })
  await pipeline(Readable.fromWeb(request.body as ReadableStream), parser).catch(() => (wrong = unreadable()))
  await work
  if (wrong) throw wrong
  return fields
}

function parserFor(request: Request, fileSize: number) {
  try {
    return busboy({
      headers: { 'content-type': request.headers.get('Content-Type') ?? '' },
      defParamCharset: 'utf8',
      // the parser calls a file cut off that ends right at its limit
      limits: { fileSize: fileSize + 1, files: 30, fields: mostFields, fieldSize: 1_000_000, parts: mostFields + 30 },
    })
  } catch {
    return undefined
  }
}
