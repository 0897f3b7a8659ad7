import { redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { mayPresent } from '#app/access/attempts.server.ts'
import { db } from '#app/http/database.server.ts'
import { TooMany } from '#app/http/errors.ts'
import { parseForm, readForm, invalidForm } from '#app/http/form.server.ts'
import { refusedForm } from '#app/http/refused-form.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { giveVerdict } from '#app/verdicts/give-verdict.server.ts'
import { verdictForm } from '#app/verdicts/verdict-form.ts'
import { presentedLink, verdictPage } from '#app/verdicts/verdict-page.server.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'
import type { FormResult } from '#app/ui/house-form.ts'
import { Judged } from '../_app.issues.$code_.verdict/judged.tsx'
import { BothQuestions } from './both-questions.tsx'
import { Over } from './over.tsx'

/** Nobody is signed in here: the page is about one issue and leads nowhere else. */
export const handle = { bare: true }
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, data ? 'verdict:title' : 'verdict:link.title', { code: data?.code ?? '' })

/** Shows and does nothing: programs that scan mail open every address in it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const link = await presentedLink(db(), params.token, context.ip)
  return verdictPage(db(), link, languageOf(request, link.actor))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  if (!(await mayPresent(db(), context.ip))) throw new TooMany({ key: 'verdict:link.tooMany' })
  const link = await presentedLink(db(), params.token, context.ip)
  const form = await readForm(request)
  const parsed = await parseForm(form, verdictForm)
  if (!parsed.ok) return invalidForm(parsed)
  try {
    await giveVerdict(db(), link, parsed.data)
  } catch (error) {
    const { version: _, ...typed } = parsed.data
    return refusedForm(error, Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as FormResult['values'])
  }
  return redirect(`/v/${params.token}?lang=${languageOf(request, link.actor)}`, 303)
}

/** Also after a refused action: somebody else of the enterprise may have spoken. */
export const shouldRevalidate = () => true

export default function VerdictByLink() {
  const { t } = useTranslation()
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Partial<FormResult> | undefined
  return (
    <Sheet>
      <h1 className="text-2xl font-bold wrap-break-word">{t('verdict:title', { code: page.code })}</h1>
      {page.open ? (
        <>
          <Judged view={page} />
          <BothQuestions page={page} result={result} />
        </>
      ) : (
        <Over page={page} />
      )}
    </Sheet>
  )
}

function Sheet({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <main id="main" className="mx-auto max-w-2xl space-y-6 px-4 py-8">
      <p className="border-b-4 border-teal pb-2 text-xl font-bold text-navy">{t('common:product.name')}</p>
      {children}
    </main>
  )
}

export function ErrorBoundary() {
  const root = useRouteLoaderData('root') as { requestId?: string } | undefined
  return <Sheet><ErrorPage requestId={root?.requestId} /></Sheet>
}
