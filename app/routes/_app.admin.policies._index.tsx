import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { policyClocks } from '#app/admin/policy-form.ts'
import { validity } from '#app/admin/validity.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { listPolicies } from '#db/queries/admin-catalogue.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:policies.title')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  return { policies: await listPolicies(db()) }
}

export default function Policies() {
  const { t } = useTranslation()
  const { policies } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('admin:policies.title')}
        lead={t('admin:policies.lead')}
        actions={<LinkButton to="/admin/policies/new">{t('admin:policies.add')}</LinkButton>}
      />
      <div className="space-y-6">
        {policyClocks.map((clock) => (
          <Card key={clock} flush title={t(`admin:clock.${clock}`)}>
            <Table
              caption={t(`admin:clock.${clock}`)}
              rows={policies.filter((policy) => policy.clock === clock)}
              rowKey={(policy) => policy.id}
              columns={[
                { label: t('admin:field.class'), heading: true, cell: (policy) => t(`admin:class.${policy.class ?? 'every'}`) },
                { label: t('admin:field.amount'), cell: (policy) => <span className="whitespace-nowrap">{t(`admin:policies.${policy.unit}`, { count: policy.amount })}</span> },
                { label: t('admin:field.convention'), cell: (policy) => policy.convention },
                { label: t('admin:validity.title'), cell: (policy) => <span className="inline-block min-w-28">{validity(t, policy)}</span> },
                { label: t('admin:field.legalBasis'), cell: (policy) => policy.legalBasis },
              ]}
            />
          </Card>
        ))}
      </div>
    </>
  )
}
