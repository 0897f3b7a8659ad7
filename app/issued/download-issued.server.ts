import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { recordExport } from '#app/exports/record-export.server.ts'
import { sendBytes, sendStream } from '#app/exports/send-file.server.ts'
import { db } from '#app/http/database.server.ts'
import { formatDateTime } from '#app/ui/format.ts'
import { figuresFile, figuresWorkbook, officialWords } from './figures-files.server.ts'
import { issuedView } from './issued-view.server.ts'
import { issuedReaders } from './readers.ts'

/** The loader behind /reports/issued/1/figures.xlsx and .pdf: what was issued, as it was issued, with its number and hash. */
export const downloadIssued = (format: 'xlsx' | 'pdf') => async (args: LoaderFunctionArgs) => {
  const actor = await requireActor(args, ...issuedReaders)
  const { content, sha256, whole } = await issuedView(db(), args.params.id)
  const { t } = officialWords()
  const { number, issuer, issuedAt, title } = content
  const below = [
    `${t('issued:numbered', { number })}. ${t('issued:by', { name: issuer.name, role: t(`common:role.${issuer.role}`), at: formatDateTime(issuedAt) })}`,
    `SHA-256: ${sha256}${whole ? '' : ` – ${t('issued:broken')}`}`,
  ]
  await recordExport(args, actor, { what: 'issued', format, rows: content.rows.length })
  const file = `${t('issued:issuedFile')} ${number.replace('/', '-')}.${format}`
  return format === 'xlsx' ? sendStream(file, format, figuresWorkbook(content, { title, below }), args.context) : sendBytes(file, format, await figuresFile(content, { title, below }, format))
}
