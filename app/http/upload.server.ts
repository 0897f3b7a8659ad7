import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { Invalid } from './errors.ts'

export type Upload = { name: string; bytes: Buffer }

const unreadable = () => new Invalid({ '': { key: 'common:invalid.unreadable' } }, { key: 'common:invalid.unreadable' })

/**
 * The fields of a multipart form and the file in its field `file`, if one was chosen. Read as a stream and cut off at the
 * limit, so that what is too large is never held. Throws `Invalid` for a body that is no such form or a file too large.
 */
export function readUpload(request: Request, megabytes = 25): Promise<{ fields: FormData; file: Upload | undefined }> {
  return new Promise((resolve, reject) => {
    const fields = new FormData()
    const chunks: Buffer[] = []
    let name: string | undefined
    const parser = parserFor(request, megabytes * 1_000_000)
    if (!parser || !request.body) return reject(unreadable())
    parser.on('field', (field, value) => fields.append(field, value))
    parser.on('file', (field, stream, info) => {
      // a body cut off inside a file breaks this stream first, and an error nobody hears would end the process
      stream.on('error', () => reject(unreadable()))
      if (field !== 'file' || name !== undefined) return stream.resume()
      name = info.filename ?? ''
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('limit', () => reject(new Invalid({ file: { key: 'imports:refusedTooBig', params: { megabytes } } })))
    })
    parser.on('close', () => {
      const bytes = Buffer.concat(chunks)
      resolve({ fields, file: name && bytes.length > 0 ? { name, bytes } : undefined })
    })
    parser.on('error', () => reject(unreadable()))
    Readable.fromWeb(request.body as ReadableStream).on('error', () => reject(unreadable())).pipe(parser)
  })
}

function parserFor(request: Request, fileSize: number) {
  try {
    return busboy({
      headers: { 'content-type': request.headers.get('Content-Type') ?? '' },
      defParamCharset: 'utf8',
      limits: { fileSize, files: 2, fields: 50, fieldSize: 1_000_000, parts: 60 },
    })
  } catch {
    return undefined
  }
}
