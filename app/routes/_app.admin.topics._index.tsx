import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { named } from '#app/ui/named.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { listGroups, listTopics } from '#db/queries/admin-catalogue.ts'
import { unitChoices } from '#db/queries/admin-units.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:topics.title')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const [groups, topics, units] = await Promise.all([listGroups(db()), listTopics(db()), unitChoices(db())])
  const leading = new Set(topics.flatMap((topic) => [topic.leadUnit, topic.leadInZone]))
  return { groups, topics, units: units.filter((unit) => leading.has(unit.code)) }
}

export default function Topics() {
  const { t, i18n } = useTranslation()
  const { groups, topics, units } = useLoaderData<typeof loader>()
  const unitName = (code: string | null) => named(units.find((unit) => unit.code === code), i18n.language)
  return (
    <>
      <PageHeader
        title={t('admin:topics.title')}
        lead={t('admin:topics.lead')}
        actions={<LinkButton to="/admin/topics/new">{t('admin:topics.add')}</LinkButton>}
      />
      <div className="space-y-6">
        {groups.filter((group) => group.topics > 0).map((group) => (
          <Card key={group.code} flush title={named(group, i18n.language)}>
            <Table
              caption={named(group, i18n.language)}
              rows={topics.filter((topic) => topic.group === group.code)}
              rowKey={(topic) => topic.code}
              columns={[
                { label: t('admin:topics.one'), heading: true, cell: (topic) => <Link to={`/admin/topics/${topic.code}`} className="link">{named(topic, i18n.language)}</Link> },
                { label: t('admin:field.code'), cell: (topic) => <code className="text-sm sm:whitespace-nowrap">{topic.code}</code> },
                { label: t('admin:field.leadUnit'), cell: (topic) => unitName(topic.leadUnit) },
                { label: t('admin:field.leadInZone'), cell: (topic) => unitName(topic.leadInZone) },
              ]}
            />
          </Card>
        ))}
      </div>
    </>
  )
}
