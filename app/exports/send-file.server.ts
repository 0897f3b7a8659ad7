import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { disposition } from '#workflows/files/kinds.ts'
import { exportTypes, type ExportFormat } from './formats.ts'

/** Compressed on the way, the client's pace could not be felt; kept on the way, others could find it. */
const kept = { 'Cache-Control': 'private, no-store, no-transform' }

export const sendBytes = (name: string, format: ExportFormat, bytes: Uint8Array): Response =>
  new Response(bytes as BodyInit, {
    headers: { 'Content-Type': exportTypes[format], 'Content-Length': String(bytes.byteLength), 'Content-Disposition': disposition(name), ...kept },
  })

/** A file sent while it is made, no faster than it is taken; whoever goes away ends the making. */
export function sendStream(name: string, format: ExportFormat, pieces: AsyncIterable<string | Buffer>, { drained, signal }: LoaderFunctionArgs['context']): Response {
  const paced = async function* () {
    for await (const piece of pieces) {
      if (signal.aborted) return
      yield Buffer.from(piece)
      await drained()
    }
  }
  const body = createReadableStreamFromReadable(Readable.from(paced(), { objectMode: false }))
  return new Response(body, { headers: { 'Content-Type': exportTypes[format], 'Content-Disposition': disposition(name), ...kept } })
}
