import { readFilter } from '#app/issues/list-filter.ts'
import { translator, type Language } from '#app/i18n/instance.ts'
import { rowLabels } from '#app/reports/row-labels.server.ts'
import { formatDate } from '#app/ui/format.ts'
import type { PageAddress } from '#app/views/page-address.ts'
import type { Db } from '#db/client.ts'
import { groupings } from '#workflows/reports/groupings.ts'

/** What a list is narrowed to, in words: «Quá hạn chưa trả lời», «Sở Tài chính», «Từ ngày 01/10/2026». */
export async function addressWords(db: Db, { params }: PageAddress, language: Language): Promise<string[]> {
  const t = translator(language)
  const filter = readFilter(params)
  const narrowed = groupings.flatMap((by) => (filter[by] === undefined ? [] : [{ by, key: String(filter[by]) }]))
  const label = await rowLabels(db, [...narrowed, ...(filter.partUnit ? [{ by: 'unit' as const, key: filter.partUnit }] : [])], language, t)
  const { box, state, line, part, partUnit, column, overdue, q, from, to } = filter
  const said = [
    box && t(`issues:box.${box}`),
    line && t(`issues:line.${line}`),
    column && t(`carry:listOf.${column}`),
    part && partUnit && t('reports:partOf', { part: t(`reports:part.${part}`), unit: label({ by: 'unit', key: partUnit }) }),
    state && t(`issues:state.${state}`),
    overdue && t('issues:filter.overdue'),
    ...narrowed.map(label),
    from && t('directives:words.from', { on: formatDate(from) }),
    to && t('directives:words.to', { on: formatDate(to) }),
    q && `«${q}»`,
  ]
  return said.filter((word) => typeof word === 'string')
}
