import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { reportDb } from '#app/http/database.server.ts'
import { translator } from '#app/i18n/instance.ts'
import { languageOf } from '#app/i18n/language.ts'
import { readFilter } from '#app/issues/list-filter.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { csvLines, csvMark } from '#app/reports/csv.ts'
import { formatDate, formatDateTime, formatNumber } from '#app/ui/format.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { idsOfList } from '#db/queries/register-rows.ts'
import { asText, type Field, type Value } from '#app/documents/fields.ts'
import type { RegisterRow } from '#db/queries/register-rows.ts'
import { filterWords } from './filter-words.server.ts'
import { recordExport } from './record-export.server.ts'
import { registerBatches } from './register-batches.server.ts'
import { registerFields } from './register-fields.ts'
import { sendStream } from './send-file.server.ts'
import { mostRows, workbookStream } from './workbook-stream.ts'

/** The loader behind /issues.csv and /issues.xlsx: the list of the same address, all its pages, with the rights of whoever reads it. */
export const exportIssues = (format: 'csv' | 'xlsx') => async (args: LoaderFunctionArgs) => {
  const actor = await requireActor(args)
  const filter = readFilter(new URL(args.request.url).searchParams)
  const language = languageOf(args.request, actor)
  const t = translator(language)
  const db = await reportDb()
  const [ids, directory, { calendar }] = await Promise.all([idsOfList(db, actor, filter), directoryOf(db), rulesOf(db)])
  const at = filter.asOf ?? new Date()
  const fields = registerFields(t, { name: namer(directory, language), calendar, at, past: filter.asOf !== undefined })
  const shown = format === 'csv' ? ids : ids.slice(0, mostRows)
  const rows = registerBatches(db, actor, { ids: shown, asOf: filter.asOf, fields })
  await recordExport(args, actor, { what: 'issues', format, rows: shown.length })
  const name = `${t('exports:issues.file')} ${formatDate(at).replaceAll('/', '-')}.${format}`
  if (format === 'csv') return sendStream(name, format, csv(fields, rows), args.context)
  const count = t(shown.length < ids.length ? 'exports:issues.partOf' : 'exports:issues.all', { count: shown.length, n: formatNumber(shown.length, language), of: formatNumber(ids.length, language) })
  const leads = [`${t('reports:asOf', { at: formatDateTime(at) })}. ${count}`, await filterWords(db, filter, { language, t })]
  const sheet = { name: t('exports:issues.sheet'), title: t('exports:issues.title'), leads, columns: fields, rows }
  return sendStream(name, format, workbookStream([sheet]), args.context)
}

async function* csv(fields: Field<RegisterRow>[], batches: AsyncIterable<Value[][]>): AsyncGenerator<string> {
  yield csvMark + csvLines([fields.map(({ label }) => label)])
  for await (const batch of batches) yield csvLines(batch.map((row) => row.map((value) => (typeof value === 'number' ? value : asText(value)))))
}
