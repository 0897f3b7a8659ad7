import { Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Option } from '#app/ui/choice.tsx'
import { formatDate, formatDateTime } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { readTimeFilter } from './time-filter.ts'

/** What the list is narrowed to by a figure of the reports of time: they have no field in the form. */
export function TimesNotice({ units }: { units: Option[] }) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const { answeredFrom, answeredTo, heldBy, heldUnit, heardUnit, ...instants } = readTimeFilter(search)
  const period = answeredFrom && answeredTo ? 'answered' : answeredFrom ? 'answeredFrom' : answeredTo ? 'answeredTo' : undefined
  const nameOf = (unit: string) => units.find(({ value }) => value === unit)?.label ?? unit
  const said = [
    period && t(`times:filter.${period}`, { from: answeredFrom && formatDate(answeredFrom), to: answeredTo && formatDate(answeredTo) }),
    heldBy && t('times:filter.party', { party: t(`clocks:party.${heldBy}`) }),
    heldUnit && t('times:filter.unit', { unit: nameOf(heldUnit) }),
    heardUnit && t('times:filter.heard', { unit: nameOf(heardUnit) }),
    ...Object.entries(instants).map(([name, at]) => at && t(`times:filter.${name}`, { at: formatDateTime(at) })),
  ].filter(Boolean)
  if (said.length === 0) return null
  return (
    <div className="mb-5">
      <Notice title={t('times:filter.title')}>
        {said.join(' · ')} <Link to="/issues" className="link">{t('issues:list.all')}</Link>
      </Notice>
    </div>
  )
}
