import { Form, Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { PreviewRow, PreviewView } from '#app/imports/preview-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { SubmitButton } from '#app/ui/form.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Place } from './place.tsx'

/** The rows as they would be entered; a person leaves some out and accepts repairs, a page at a time. */
export function RowsForm({ view }: { view: PreviewView }) {
  const { t } = useTranslation()
  const { rows, counts, page, pages, onlyTroubled, state } = view
  const open = state === 'preview'
  const at = (to: number) => `?${new URLSearchParams({ ...(onlyTroubled && { show: 'problems' }), page: String(to) })}`
  const columns: Column<PreviewRow>[] = [
    { label: t('conferences:import.take'), cell: (row) => <Take row={row} open={open} /> },
    { label: t('conferences:import.row'), cell: ({ sheet, row }) => <span className="numbers">{[sheet, row].filter(Boolean).join('!')}</span> },
    { label: t('imports:fieldEnterprise'), cell: (row) => <Who row={row} open={open} /> },
    { label: t('imports:fieldText'), cell: (row) => <What row={row} /> },
    { label: t('imports:fieldGroup'), cell: ({ group }) => group ?? t('conferences:group.none') },
    { label: t('imports:fieldUnit'), cell: ({ unit }) => unit },
  ]
  return (
    <Card title={t('conferences:import.rows', { count: counts.rows })} flush>
      <div className="px-4 pt-3">
        <Tabs
          label={t('conferences:import.rowsShown')}
          items={[
            { to: '?', label: t('conferences:import.allRows'), count: counts.rows, current: !onlyTroubled },
            { to: '?show=problems', label: t('conferences:import.troubledRows'), count: counts.troubled, current: onlyTroubled },
          ]}
        />
      </div>
      <Form method="post" key={`${page} ${onlyTroubled}`}>
        <Table caption={t('conferences:import.rows', { count: counts.rows })} columns={columns} rows={rows} rowKey={({ place }) => place} />
        {open && <div className="p-4"><SubmitButton variant="secondary" name="intent" value="rows">{t('conferences:import.saveRows')}</SubmitButton></div>}
      </Form>
      {pages > 1 && (
        <nav aria-label={t('common:list.pages')} className="flex flex-wrap items-center gap-4 px-4 pb-4">
          {page > 1 && <Link to={at(page - 1)} className="link py-2" rel="prev">{t('conferences:import.previousPage')}</Link>}
          <span className="numbers">{t('conferences:import.page', { page, pages })}</span>
          {page < pages && <Link to={at(page + 1)} className="link py-2" rel="next">{t('common:list.next')}</Link>}
        </nav>
      )}
    </Card>
  )
}

function Take({ row: { place, include, row }, open }: { row: PreviewRow; open: boolean }) {
  const { t } = useTranslation()
  if (!open) return <>{t(include ? 'conferences:import.taken' : 'conferences:import.leftOut')}</>
  return (
    <>
      <input type="hidden" name="shown" value={place} />
      <input type="checkbox" name="include" value={place} defaultChecked={include} className="size-5 accent-navy" aria-label={t('conferences:import.takeRow', { row })} />
    </>
  )
}

function Who({ row: { place, enterprise, taxCode, where, offer, accepted }, open }: { row: PreviewRow; open: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="min-w-40">
      <p className="font-semibold">{enterprise}</p>
      {taxCode && <p className="numbers text-sm">{taxCode}</p>}
      {where && <p className="text-sm text-ink-soft">{where}</p>}
      {open && (offer || accepted) && (
        <label className="mt-1 flex items-center gap-2 text-sm">
          <input type="hidden" name="offered" value={place} />
          <input type="checkbox" name="fix" value={place} defaultChecked={accepted} className="size-5 accent-navy" />
          {accepted ? t('conferences:import.fixAccepted') : t('conferences:import.acceptFix', { value: offer ?? '' })}
        </label>
      )}
    </div>
  )
}

function What({ row: { text, problems, withheld } }: { row: PreviewRow }) {
  const { t } = useTranslation()
  if (withheld) return <p className="text-ink-soft">{t('conferences:import.withheld')}</p>
  return (
    <div>
      <p className="whitespace-pre-line">{text}</p>
      {problems.length > 0 && (
        <ul className="mt-2 space-y-1 text-sm">
          {problems.map(({ cell, severity, text: said }, index) => (
            <li key={index} className={severity === 'info' ? 'text-ink-soft' : 'text-warn'}>
              <Place sheet="" cell={cell} />
              {t(said.key, { ...said.params })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
