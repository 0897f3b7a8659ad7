import { Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { ParticipantsView } from '#app/conferences/participants-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { Table, type Column } from '#app/ui/table.tsx'

type Counted = ParticipantsView['counts'][number]
const figures = [
  { name: 'all', state: '' }, { name: 'confirmed', state: 'confirmed' }, { name: 'declined', state: 'declined' }, { name: 'invited', state: 'invited' }, { name: 'attended', state: 'came' },
] as const

/** Invited, answered and come, by kind; each number leads to exactly those. */
export function Counts({ counts }: { counts: Counted[] }) {
  const { t } = useTranslation()
  const number = (n: number, kind: string, state: string) => <Link className="link" to={`?${new URLSearchParams({ ...(kind && { kind }), ...(state && { state }) })}`}>{n}</Link>
  const columns: Column<Counted>[] = [
    { label: t('before:participants.kind'), heading: true, cell: ({ kind }) => t(`before:kinds.${kind}`) },
    ...figures.map(({ name, state }) => ({ label: t(`before:participants.count.${name}`), numeric: true, cell: (row: Counted) => number(row[name], row.kind, state) })),
  ]
  const foot = Object.fromEntries(figures.map(({ name, state }) => [t(`before:participants.count.${name}`), number(counts.reduce((sum, row) => sum + row[name], 0), '', state)]))
  return (
    <Card title={t('before:participants.counts')} flush>
      <Table compact caption={t('before:participants.counts')} columns={columns} rows={counts.filter(({ all }) => all > 0)} rowKey={({ kind }) => kind} foot={{ ...foot, [t('before:participants.kind')]: t('before:participants.total') }} />
    </Card>
  )
}
