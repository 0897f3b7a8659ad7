import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { MovedTable } from '#app/admin/moved-list.tsx'
import { pageAsked } from '#app/admin/page-asked.ts'
import { policyForm } from '#app/admin/policy-form.ts'
import { movedByPolicy } from '#app/admin/preview-policy.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'rules:moved.title')

/** The whole list behind the preview of a term; nothing is stored by looking. */
export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const search = new URL(args.request.url).searchParams
  const asked = policyForm.safeParse({ ...Object.fromEntries(search), legalBasis: '–', applyToOpen: 'yes', confirmed: 'no' })
  const policy = asked.success ? asked.data : notFound('policy')
  return { policy, moved: await movedByPolicy(db(), policy, pageAsked(search)) }
}

export default function MovedByPolicy() {
  const { t } = useTranslation()
  const { policy, moved } = useLoaderData<typeof loader>()
  const what = [t(`admin:clock.${policy.clock}`), t(`admin:class.${policy.class ?? 'every'}`), t(`admin:policies.${policy.unit}`, { count: policy.amount })].join(' · ')
  return (
    <>
      <PageHeader title={t('rules:moved.title')} lead={what} crumbs={[{ label: t('admin:policies.title'), to: '/admin/policies' }]} />
      <Card flush title={t('rules:moved.count', { count: moved.issues })}>
        <MovedTable rows={moved.rows} />
        <Pagination next={moved.next === null ? null : String(moved.next)} />
      </Card>
    </>
  )
}
