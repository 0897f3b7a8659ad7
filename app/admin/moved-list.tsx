import { Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { formatDateTime } from '#app/ui/format.ts'
import { named } from '#app/ui/named.ts'
import { Table } from '#app/ui/table.tsx'
import type { Moved, MovedRow } from './preview-moved.server.ts'

/** What a change of rules means for open issues: how many, and which date becomes which. `all` leads to the whole list. */
export function MovedSummary({ moved, all }: { moved: Moved; all?: string }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="font-semibold">{t('rules:moved.count', { count: moved.issues })}</p>
      <p className="mt-2">{t('rules:moved.hint')}</p>
      {moved.rows.length > 0 && <div className="mt-4 rounded border border-line bg-paper"><MovedTable rows={moved.rows} /></div>}
      {moved.next !== null && (
        <p className="mt-3">
          {t('rules:moved.shown', { shown: moved.rows.length, total: moved.clocks })}{' '}
          {all && <Link to={all} className="link">{t('rules:moved.all')}</Link>}
        </p>
      )}
    </>
  )
}

export function MovedTable({ rows }: { rows: MovedRow[] }) {
  const { t, i18n } = useTranslation()
  return (
    <Table
      caption={t('rules:moved.caption')}
      rows={rows}
      rowKey={({ code, clock, unit, from }) => `${code} ${clock} ${unit?.code} ${from}`}
      columns={[
        { label: t('rules:moved.code'), heading: true, cell: ({ code }) => code },
        { label: t('rules:moved.clock'), cell: ({ clock, unit }) => [t(`admin:clock.${clock}`), named(unit, i18n.language)].filter(Boolean).join(' · ') },
        { label: t('rules:moved.from'), cell: ({ from }) => <span className="numbers whitespace-nowrap">{formatDateTime(from)}</span> },
        { label: t('rules:moved.to'), cell: ({ to }) => <span className="numbers font-semibold whitespace-nowrap">{formatDateTime(to)}</span> },
      ]}
    />
  )
}
