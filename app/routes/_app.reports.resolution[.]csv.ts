import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { recordExport } from '#app/exports/record-export.server.ts'
import { sendBytes } from '#app/exports/send-file.server.ts'
import { reportDb } from '#app/http/database.server.ts'
import { translator } from '#app/i18n/instance.ts'
import { languageOf } from '#app/i18n/language.ts'
import { readers } from '#app/reports/readers.ts'
import { reportCsv } from '#app/reports/report-csv.ts'
import { reportView } from '#app/reports/report-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...readers)
  const language = languageOf(args.request, actor)
  const view = await reportView(await reportDb(), actor, new URL(args.request.url).searchParams, language)
  const name = `ket-qua-${view.asked.by}-${view.asked.asOf.slice(0, 10)}.csv`
  await recordExport(args, actor, { what: 'report', format: 'csv', rows: view.rows.length })
  return sendBytes(name, 'csv', Buffer.from(reportCsv(view, translator(language))))
}
