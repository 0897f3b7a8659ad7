import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDate } from '#app/ui/format.ts'
import { IdempotencyKey } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import type { waitingProposals } from '#db/queries/calendar-years.ts'
import { toneOfDay } from './year-view.tsx'

type Proposal = Awaited<ReturnType<typeof waitingProposals>>[number]

/** Days that a file proposes. Each is taken over through the same preview as a day typed by hand, or left out. */
export function ProposalsCard({ proposals }: { proposals: Proposal[] }) {
  const { t } = useTranslation()
  const caption = t('rules:import.waiting', { count: proposals.length })
  return (
    <Card flush title={caption}>
      {proposals.length === 0 && <EmptyState title={caption}>{t('rules:import.emptyHint')}</EmptyState>}
      {proposals.length > 0 && (
        <Table
          caption={caption}
          rows={proposals}
          rowKey={({ id }) => id}
          columns={[
            { label: t('admin:field.date'), heading: true, cell: ({ date }) => formatDate(date) },
            { label: t('admin:calendar.kind'), cell: ({ kind }) => <Badge tone={toneOfDay[kind]}>{t(`admin:dayKind.${kind}`)}</Badge> },
            { label: t('admin:calendar.name'), cell: (one) => <Name of={one} /> },
            { label: t('rules:import.from'), cell: ({ file }) => <span className="wrap-anywhere">{file}</span> },
            { label: t('rules:import.action'), cell: (one) => <Decide of={one} /> },
          ]}
        />
      )}
    </Card>
  )
}

function Name({ of: { name, known } }: { of: Proposal }) {
  const { t } = useTranslation()
  return (
    <>
      {name}
      {known !== null && <span className="block text-sm text-ink-soft">{t('rules:import.known', { name: known })}</span>}
    </>
  )
}

function Decide({ of: { id, date, known } }: { of: Proposal }) {
  const { t } = useTranslation()
  const on = formatDate(date)
  return (
    <Form method="post" encType="multipart/form-data" className="flex flex-wrap gap-2">
      <IdempotencyKey of={`refuse-${id}`} />
      <input type="hidden" name="intent" value="refuse" />
      <input type="hidden" name="id" value={id} />
      <LinkButton to={`/admin/calendar/${known === null ? 'new' : date}?proposal=${id}`} aria-label={t('rules:import.acceptOf', { date: on })}>{t('rules:import.accept')}</LinkButton>
      <Button type="submit" variant="secondary" aria-label={t('rules:import.refuseOf', { date: on })}>{t('rules:import.refuse')}</Button>
    </Form>
  )
}
