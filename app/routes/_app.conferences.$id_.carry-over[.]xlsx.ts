import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { carryOverReaders, carryOverView } from '#app/conferences/carry-over-view.server.ts'
import { carryOverWorkbook } from '#app/conferences/carry-over-workbook.server.ts'
import { recordExport } from '#app/exports/record-export.server.ts'
import { sendBytes } from '#app/exports/send-file.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { translator } from '#app/i18n/instance.ts'
import { languageOf } from '#app/i18n/language.ts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...carryOverReaders)
  const [id, language] = [args.params.id?.replace(/\.xlsx$/, ''), languageOf(args.request, actor)]
  const view = (by: string) => carryOverView(db(), actor, { id, search: new URLSearchParams({ rows: 'all', by }), language })
  const [byEnterprise, byZone] = await Promise.all([view('enterprise'), view('zone')])
  if (!byEnterprise.sheet || !byZone.sheet) return notFound('conference')
  const bytes = await carryOverWorkbook({ ...byEnterprise, sheet: byEnterprise.sheet }, byZone.sheet, translator(language))
  await recordExport(args, actor, { what: 'carryOver', format: 'xlsx', rows: byEnterprise.sheet.carried.items.length + byEnterprise.sheet.leftOut.length })
  return sendBytes(`chuyen-ky-${byEnterprise.conference.heldOn}.xlsx`, 'xlsx', bytes)
}
