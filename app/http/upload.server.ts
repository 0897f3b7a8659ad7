import { Invalid } from './errors.ts'
import { readMultipart, type Part } from './multipart.server.ts'

type Upload = { name: string; bytes: Buffer }

/**
 * The fields of a multipart form and the file in its field `file`, if one was chosen. Read as a stream and cut off at the
 * limit, so that what is too large is never held. Throws `Invalid` for a body that is no such form or a file too large.
 */
export async function readUpload(request: Request, megabytes = 25): Promise<{ fields: FormData; file: Upload | undefined }> {
  const files: Upload[] = []
  const onFile = async ({ field, name, stream }: Part) => {
    if (field !== 'file' || files.length > 0) return
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    if (stream.truncated) throw new Invalid({ file: { key: 'imports:refusedTooBig', params: { megabytes } } })
    files.push({ name, bytes: Buffer.concat(chunks) })
  }
  const fields = await readMultipart(request, { megabytes, onFile })
  return { fields, file: files.find(({ bytes }) => bytes.length > 0) }
}
