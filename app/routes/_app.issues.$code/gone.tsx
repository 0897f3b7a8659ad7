import { Link, isRouteErrorResponse, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Typed } from './conflict.tsx'

type Detail = { detail?: { typed?: Record<string, string | string[]> } } | null

/** Errors of the page; where an issue left one's reach while one was typing, with all that was typed. */
export function Gone() {
  const { t } = useTranslation()
  const error = useRouteError()
  const root = useRouteLoaderData('root') as { requestId?: string } | undefined
  const typed = isRouteErrorResponse(error) ? (error.data as Detail)?.detail?.typed : undefined
  if (!typed) return <ErrorPage requestId={root?.requestId} />
  return (
    <>
      <PageHeader title={t('moves:gone.title')} lead={t('moves:refused.gone')} />
      <Card title={t('moves:conflict.mine')}>
        <Typed values={typed} />
      </Card>
      <p className="mt-6">
        <Link to="/work" className="link">{t('common:nav.work')}</Link>
      </p>
    </>
  )
}
