import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { db } from '#app/http/database.server.ts'
import { invalidForm, parseForm, readForm } from '#app/http/form.server.ts'
import { refusedForm } from '#app/http/refused-form.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { FilingState } from '#app/public-filing/filing-state.tsx'
import { countPresented, filingStatus, type FilingStatus } from '#app/public-filing/filing-status.server.ts'
import { presentedForm } from '#app/public-filing/public-filing-form.ts'
import { PresentedFields } from '#app/public-filing/presented-fields.tsx'
import { PublicSheet } from '#app/public-filing/public-sheet.tsx'
import { ErrorPage } from '#app/ui/error-page.tsx'
import type { FormResult } from '#app/ui/house-form.ts'

export const handle = { bare: true }
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
export const meta: MetaFunction = ({ matches }) => titled(matches, 'before:status.title')

export const loader = (_: LoaderFunctionArgs) => null

/** Asked by a form and not by an address, so that the secret stands in no history and no log. */
export async function action({ request, context }: ActionFunctionArgs) {
  const parsed = await parseForm(await readForm(request), presentedForm)
  if (!parsed.ok) return invalidForm(parsed)
  try {
    await countPresented(db(), context.ip)
    return { status: await filingStatus(db(), parsed.data, languageOf(request)) }
  } catch (error) {
    return refusedForm(error, { code: parsed.data.code })
  }
}

export default function Status() {
  const { t } = useTranslation()
  const result = useActionData<typeof action>() as { status?: FilingStatus } | undefined
  return (
    <PublicSheet>
      <h1 className="text-2xl font-bold">{t('before:status.title')}</h1>
      {result?.status && <FilingState status={result.status} />}
      <section className="rounded border border-line bg-paper p-4">
        <PresentedFields lead={t('before:status.lead')} submit={t('before:status.submit')} result={result as Partial<FormResult> | undefined} />
      </section>
    </PublicSheet>
  )
}

export function ErrorBoundary() {
  const root = useRouteLoaderData('root') as { requestId?: string } | undefined
  return <PublicSheet><ErrorPage requestId={root?.requestId} /></PublicSheet>
}
