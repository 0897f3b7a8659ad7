import type { MouseEvent } from 'react'
import type { DeskView } from '#app/conferences/desk-view.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge, toneOfState } from '#app/ui/badge.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatTime } from '#app/ui/format.ts'
import type { About } from './outbox.ts'

export type SaidRow = DeskView['said'][number]
type Open = (form: 'answer' | 'promise', about: About) => void
type Props = { rows: SaidRow[]; conference: number; mayAnswer: boolean; open: Open }

/** What may still be said of an issue in the hall. */
export const mayBePromised = ({ state }: SaidRow) => ['received', 'answered', 'committed'].includes(state)

/** What was written down last, at whichever desk. */
export function Said({ rows, conference, mayAnswer, open }: Props) {
  const { t } = useTranslation()
  return (
    <Card title={t('desk:said.title')} flush>
      {rows.length === 0 && <EmptyState title={t('desk:said.none')}>{t('desk:said.noneLead')}</EmptyState>}
      <ol className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.code} className="space-y-1 p-4">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <a href={`/issues/${row.code}`} className="link numbers font-semibold">{row.code}</a>
              <span className="numbers text-ink-soft">{formatTime(row.at)}</span>
              <Badge tone={toneOfState[row.state]}>{t(`issues:state.${row.state}`)}</Badge>
              {row.promises > 0 && <Badge tone="teal">{t('desk:said.promised', { count: row.promises })}</Badge>}
            </p>
            <p className="wrap-anywhere"><strong>{row.enterprise}</strong>{row.group && ` · ${row.group}`}</p>
            <p className="wrap-anywhere">{row.text}</p>
            {mayAnswer && mayBePromised(row) && (
              <p className="flex flex-wrap gap-x-5">
                {row.state === 'received' && <Follow row={row} form="answer" conference={conference} open={open} />}
                <Follow row={row} form="promise" conference={conference} open={open} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** An address of its own where scripts are off; else a form beside what is being typed. */
function Follow({ row: { code, enterprise, text }, form, conference, open }: { row: SaidRow; form: 'answer' | 'promise' } & Pick<Props, 'conference' | 'open'>) {
  const { t } = useTranslation()
  const press = (event: MouseEvent) => {
    event.preventDefault()
    open(form, { code, enterprise, text })
  }
  return <a className="link inline-flex min-h-11 items-center" href={`/conferences/${conference}/desk?${form}=${code}`} onClick={press}>{t(`desk:said.${form}`)}</a>
}
