import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { FiguresCards } from '#app/issued/figures-cards.tsx'
import { leadsOf } from '#app/issued/figures-tables.ts'
import { issuedView, recountIssued } from '#app/issued/issued-view.server.ts'
import { issuedReaders } from '#app/issued/readers.ts'
import { RecountResult } from '#app/issued/recount-result.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'issued:one')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...issuedReaders)
  const view = await issuedView(db(), args.params.id)
  const asked = new URL(args.request.url).searchParams.has('recount')
  return { ...view, recount: asked ? await recountIssued(db(), actor, view.content) : undefined }
}

export default function IssuedReport() {
  const { t, i18n } = useTranslation()
  const { id, content, sha256, whole, recount } = useLoaderData<typeof loader>()
  const leads = leadsOf(content, { t, language: i18n.language === 'en' ? 'en' : 'vi' })
  const { issuer } = content
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('issued:list.title'), to: '/reports/issued' }]}
        title={`${content.number} · ${content.title}`}
        badge={<Badge tone="info">{t('issued:frozen')}</Badge>}
        lead={leads.join('. ')}
        actions={
          <>
            <LinkButton to={`/reports/issued/${id}?recount=yes`} variant="secondary">{t('issued:recount.do')}</LinkButton>
            {(['xlsx', 'pdf'] as const).map((format) => (
              <a key={format} href={`/reports/issued/${id}/figures.${format}`} download className="link py-2" aria-label={t('issued:downloadAs', { format: format.toUpperCase() })}>{format.toUpperCase()}</a>
            ))}
          </>
        }
      />
      {!whole && <div className="mb-6"><Notice tone="bad" alert title={t('issued:broken')}>{t('issued:brokenLead')}</Notice></div>}
      {recount && <RecountResult recount={recount} />}
      <p className="mb-2">{t('issued:by', { name: issuer.name, role: t(`common:role.${issuer.role}`), at: formatDateTime(content.issuedAt) })}</p>
      <p className="mb-6 text-sm text-ink-soft">SHA-256: <code className="wrap-anywhere">{sha256}</code>{whole && ` · ${t('issued:whole')}`}</p>
      <FiguresCards figures={content} />
    </>
  )
}
