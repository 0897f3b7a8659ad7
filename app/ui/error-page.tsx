import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useContext } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { GivenBack, givenBackBy } from './given-back.tsx'
import { Rendering } from './rendering.ts'

type Told = { status: number; sentence: { key: string; params?: Record<string, unknown> } }

const sentences: Record<number, string> = { 400: 'badRequest', 403: 'forbidden', 404: 'notFound', 409: 'conflict' }

/** What went wrong, as data: an expected error says it itself, a bare status has a stock sentence, all else is a bug. */
function told(error: unknown): Told {
  if (!isRouteErrorResponse(error)) return { status: 500, sentence: { key: 'common:errors.bug' } }
  const reason = (error.data as { reason?: Told['sentence'] } | null)?.reason
  const stock = sentences[error.status] ?? (error.status < 500 ? 'invalid' : 'bug')
  return { status: error.status, sentence: reason ?? { key: `common:errors.${stock}` } }
}

/** `requestId` is that of the last data the page was given; while nothing was, that of the page itself. */
export function ErrorPage({ requestId }: { requestId?: string }) {
  const own = useContext(Rendering).requestId
  const { t } = useTranslation()
  const error = useRouteError()
  const { status, sentence } = told(error)
  const givenBack = isRouteErrorResponse(error) ? givenBackBy(error.data) : undefined
  return (
    <section className="mx-auto max-w-2xl py-12">
      <p className="text-sm font-semibold text-ink-soft">{status}</p>
      <h1 className="mt-1 text-2xl font-semibold">{t(`common:status.${status}`)}</h1>
      <p className="mt-4">{t(sentence.key, { ...sentence.params })}</p>
      {status >= 500 && (
        <p className="mt-4">
          {t('common:errors.requestId')}: <code className="wrap-anywhere">{requestId ?? own}</code>
        </p>
      )}
      {givenBack && <GivenBack {...givenBack} />}
      <p className="mt-6">
        <a href="/" className="link">
          {t('common:errors.home')}
        </a>
      </p>
    </section>
  )
}
