import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDate, formatNumber } from '#app/ui/format.ts'
import { named } from '#app/ui/named.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { endedWithWork } from '#db/queries/unit-work.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'handover:list.title')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'coordinator', 'admin')
  const { calendar } = await rulesOf(db())
  return { units: await endedWithWork(db(), localDate(new Date(), calendar)) }
}

export default function EndedUnits() {
  const { t, i18n } = useTranslation()
  const { units } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('handover:list.title')} lead={t('handover:list.lead')} />
      <Card flush>
        {units.length === 0 ? (
          <EmptyState title={t('handover:list.none')}>{t('handover:list.noneLead')}</EmptyState>
        ) : (
          <Table
            caption={t('handover:list.title')}
            rows={units}
            rowKey={({ code }) => code}
            columns={[
              {
                label: t('handover:list.unit'), heading: true,
                cell: (unit) => <Link to={`/admin/units/${unit.code}/hand-over`} className="link">{named(unit, i18n.language)}</Link>,
              },
              { label: t('handover:list.until'), cell: ({ validTo }) => formatDate(validTo) },
              { label: t('handover:list.open'), numeric: true, cell: ({ open }) => formatNumber(open, i18n.language) },
            ]}
          />
        )}
      </Card>
    </>
  )
}
