import type { DeskView } from '#app/conferences/desk-view.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge, toneOfState } from '#app/ui/badge.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatTime } from '#app/ui/format.ts'

export type SaidRow = Omit<DeskView['said'][number], 'receivedAt'> & { receivedAt: Date | string }

/** What was written down last, with what may still be said of it. */
export function Said({ rows, conference, mayAnswer }: { rows: SaidRow[]; conference: number; mayAnswer: boolean }) {
  const { t } = useTranslation()
  return (
    <Card title={t('desk:said.title')} flush>
      {rows.length === 0 && <EmptyState title={t('desk:said.none')}>{t('desk:said.noneLead')}</EmptyState>}
      <ol className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.code} className="space-y-1 p-4">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <a href={`/issues/${row.code}`} className="link numbers font-semibold">{row.code}</a>
              <span className="numbers text-ink-soft">{formatTime(row.receivedAt)}</span>
              <Badge tone={toneOfState[row.state]}>{t(`issues:state.${row.state}`)}</Badge>
              {row.promises > 0 && <Badge tone="teal">{t('desk:said.promised', { count: row.promises })}</Badge>}
            </p>
            <p className="wrap-anywhere"><strong>{row.enterprise}</strong>{row.group && ` · ${row.group}`}</p>
            <p className="wrap-anywhere">{row.text}</p>
            {mayAnswer && (
              <p className="flex flex-wrap gap-x-5">
                {row.state === 'received' && <a className="link py-1" href={`/conferences/${conference}/desk?answer=${row.code}`}>{t('desk:said.answer')}</a>}
                {['received', 'answered', 'committed'].includes(row.state) && (
                  <a className="link py-1" href={`/conferences/${conference}/desk?promise=${row.code}`}>{t('desk:said.promise')}</a>
                )}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
