import { check, endpoint, queryOf } from '#app/api/endpoint.server.ts'
import { reportQuery } from '#app/api/requests.ts'
import { reportDb } from '#app/http/database.server.ts'
import { translator } from '#app/i18n/instance.ts'
import { languageOf } from '#app/i18n/language.ts'
import { reportView } from '#app/reports/report-view.server.ts'
import { heardInTime, heardInTimeOf } from '#workflows/reports/parts.ts'
import { rateDefinitions, ratesOf } from '#workflows/reports/rates.ts'

const api = endpoint({
  GET: async (actor, { request }) => {
    check(reportQuery, queryOf(request))
    const language = languageOf(request, actor)
    const { asked, rows, total, parts } = await reportView(await reportDb(), actor, new URL(request.url).searchParams, language)
    const t = translator(language)
    return {
      asOf: asked.asOf,
      definitions: [...rateDefinitions, heardInTime].map((one) => ({ ...one, formula: t(one.formula) })),
      rows: rows.map((row) => ({ ...row, rates: ratesOf(row) })),
      total: { ...total, rates: ratesOf(total) },
      units: parts.map((row) => ({ ...row, rates: [{ id: heardInTime.id, ...heardInTimeOf(row) }] })),
    }
  },
})

export const loader = api.loader
export const action = api.action
