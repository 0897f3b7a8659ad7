import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { recordExport } from '#app/exports/record-export.server.ts'
import { sendBytes } from '#app/exports/send-file.server.ts'
import { db } from '#app/http/database.server.ts'
import { documentReaders, type DocumentName, type FileFormat } from './documents.ts'
import { makeDocument } from './make-document.server.ts'

/** The loader behind an address like /conferences/1/minutes.docx: made anew each time, to be saved and never kept on the way. */
export const downloadDocument = (document: DocumentName, format: FileFormat) => async (args: LoaderFunctionArgs) => {
  const actor = await requireActor(args, ...documentReaders)
  const { name, bytes } = await makeDocument(db(), actor, { id: args.params.id, document }, format)
  await recordExport(args, actor, { what: document, format })
  return sendBytes(name, format, bytes)
}
