import type { Translate } from '#app/i18n/instance.ts'
import { rowLabels } from '#app/reports/row-labels.server.ts'
import { formatDate, formatDateTime } from '#app/ui/format.ts'
import type { Db } from '#db/client.ts'
import type { IssueFilter } from '#db/queries/issue-list.ts'
import { isGrouping } from '#workflows/reports/groupings.ts'

type Asking = { language: 'vi' | 'en'; t: Translate }

/** What a list is narrowed to, in words, for the head of a file: «Đơn vị chủ trì: Sở Xây dựng; Quá hạn». */
export async function filterWords(db: Db, filter: IssueFilter, { language, t }: Asking): Promise<string> {
  const parts = Object.entries(filter).filter(([, value]) => value !== undefined).map(([name, value]) => ({ name, value: value as unknown }))
  const label = await rowLabels(db, parts.flatMap(({ name, value }) => (isGrouping(name) ? [{ by: name, key: String(value) }] : [])), language, t)
  const said = ({ name, value }: (typeof parts)[number]): string => {
    if (isGrouping(name)) return label({ by: name, key: String(value) })
    if (name === 'partUnit') return label({ by: 'unit', key: String(value) })
    if (name === 'state') return t(`issues:state.${String(value)}`)
    if (name === 'box') return t(`reports:box.${String(value)}`)
    if (name === 'part') return t(`reports:part.${String(value)}`)
    if (name === 'line') return t(`issues:line.${String(value)}`)
    if (name === 'units') return t('reports:units.now')
    if (name === 'from' || name === 'to') return formatDate(String(value))
    return value instanceof Date ? formatDateTime(value) : String(value)
  }
  const words = parts.filter(({ name }) => name !== 'asOf').map((one) => {
    const heading = isGrouping(one.name) ? t(`reports:heading.${one.name}`) : t(`exports:filter.${one.name}`)
    return one.value === true ? heading : `${heading}: ${said(one)}`
  })
  return words.join('; ') || t('exports:filter.none')
}
