import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { disposition } from '#workflows/files/kinds.ts'
import { documentReaders, type DocumentName, type FileFormat } from './documents.ts'
import { makeDocument } from './make-document.server.ts'

const types: Record<FileFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The loader behind an address like /conferences/1/minutes.docx: made anew each time, to be saved and never kept on the way. */
export const downloadDocument = (document: DocumentName, format: FileFormat) => async (args: LoaderFunctionArgs) => {
  const actor = await requireActor(args, ...documentReaders)
  const { name, bytes } = await makeDocument(db(), actor, { id: args.params.id, document }, format)
  const headers = {
    'Content-Type': types[format],
    'Content-Length': String(bytes.byteLength),
    'Content-Disposition': disposition(name),
    'Cache-Control': 'private, no-store, no-transform',
  }
  return new Response(bytes as BodyInit, { headers })
}
