import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { recordExport } from '#app/exports/record-export.server.ts'
import { registerBatches } from '#app/exports/register-batches.server.ts'
import { registerFields } from '#app/exports/register-fields.ts'
import { sendBytes, sendStream } from '#app/exports/send-file.server.ts'
import { mostRows } from '#app/exports/workbook-stream.ts'
import { reportDb } from '#app/http/database.server.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { readQuestion } from '#app/reports/read-question.ts'
import { readers } from '#app/reports/readers.ts'
import { formatDate, formatNumber } from '#app/ui/format.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { idsOfPeriod } from '#db/queries/period-table.ts'
import { registerRows } from '#db/queries/register-rows.ts'
import { figuresFile, figuresWorkbook, officialWords } from './figures-files.server.ts'
import { figuresOf } from './figures-of.server.ts'
import { mostListed, registerAnnex } from './register-annex.ts'

/** The loader behind /reports/resolution.xlsx, .pdf and .docx: the report of the same address, with the issues it counts. */
export const exportReport = (format: 'xlsx' | 'pdf' | 'docx') => async (args: LoaderFunctionArgs) => {
  const actor = await requireActor(args, ...readers)
  const now = new Date()
  const asked = readQuestion(new URL(args.request.url).searchParams, now)
  const question = { ...asked, asOf: asked.asOf ?? now }
  const db = await reportDb()
  const [figures, ids, directory, { calendar }] = await Promise.all([figuresOf(db, actor, question), idsOfPeriod(db, actor, question), directoryOf(db), rulesOf(db)])
  const words = officialWords()
  const name = namer(directory, 'vi')
  const titled = { title: words.t('issued:title') }
  const file = `${words.t('issued:file')} ${formatDate(question.asOf).replaceAll('/', '-')}.${format}`
  const shown = ids.slice(0, format === 'xlsx' ? mostRows : mostListed)
  await recordExport(args, actor, { what: 'report', format, rows: shown.length })
  if (format !== 'xlsx') {
    const rows = shown.length > 0 ? await registerRows(db, actor, shown, question.asOf) : []
    return sendBytes(file, format, await figuresFile(figures, titled, format, [registerAnnex({ rows, all: ids.length, name, calendar }, words)]))
  }
  const fields = registerFields(words.t, { name, calendar, at: question.asOf, past: asked.asOf !== undefined })
  const count = words.t(shown.length < ids.length ? 'exports:issues.partOf' : 'exports:issues.all', { count: shown.length, n: formatNumber(shown.length, 'vi'), of: formatNumber(ids.length, 'vi') })
  const rows = registerBatches(db, actor, { ids: shown, asOf: question.asOf, fields })
  return sendStream(file, format, figuresWorkbook(figures, titled, [{ name: words.t('exports:issues.sheet'), title: words.t('issued:register.title'), leads: [count], columns: fields, rows }]), args.context)
}
