import { redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { openFormOf } from '#app/conferences/public-form.server.ts'
import { db } from '#app/http/database.server.ts'
import { invalidForm, parseForm, readForm } from '#app/http/form.server.ts'
import { refusedForm } from '#app/http/refused-form.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { namer } from '#app/issues/names.ts'
import { filePublicly, type Receipt } from '#app/public-filing/file-publicly.server.ts'
import { publicFilingForm } from '#app/public-filing/public-filing-form.ts'
import { PublicSheet } from '#app/public-filing/public-sheet.tsx'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { formatDate } from '#app/ui/format.ts'
import type { FormResult } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { groupsOfScheme } from '#db/queries/conferences.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { FilingForm } from './filing-form.tsx'
import { Filed } from './filed.tsx'

/** Nobody is signed in here: the page is one form and leads nowhere else. */
export const handle = { bare: true }
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
export const meta: MetaFunction = ({ matches }) => titled(matches, 'before:publicForm.pageTitle')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const conference = await openFormOf(db(), params.key)
  const [groups, directory] = await Promise.all([groupsOfScheme(db(), conference.scheme), directoryOf(db())])
  const name = namer(directory, languageOf(request))
  const { title, theme, heldOn, collectUntil, late } = conference
  return { title, theme, heldOn, collectUntil, late, groups: groups.map(({ code }) => ({ value: code, label: name.group(code) })) }
}

/** The receipt is the answer itself and no address: what stands in one is kept in histories and logs. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  if (form.get('another') === 'yes') return redirect(`/f/${params.key}`, 303)
  const parsed = await parseForm(form, publicFilingForm)
  if (!parsed.ok) return invalidForm(parsed)
  try {
    return { filed: await filePublicly(db(), parsed.data, { key: params.key, formKey: parsed.idempotencyKey, address: context.ip }) }
  } catch (error) {
    return refusedForm(error, Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')))
  }
}

export default function PublicForm() {
  const { t } = useTranslation()
  const { title, theme, heldOn, collectUntil, late, groups } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as { filed?: Receipt } | undefined
  if (result?.filed) return <PublicSheet><Filed receipt={result.filed} /></PublicSheet>
  return (
    <PublicSheet>
      <div className="space-y-2">
        <h1 className="text-2xl font-bold wrap-break-word">{t('before:publicForm.heading')}</h1>
        <p className="font-semibold">{t('filing:conference.one', { title, date: formatDate(heldOn) })}</p>
        {theme && <p>{theme}</p>}
      </div>
      {late ? <Notice tone="warn">{t('before:late', { until: formatDate(collectUntil!), held: formatDate(heldOn) })}</Notice>
        : collectUntil && <p className="text-ink-soft">{t('before:publicForm.until', { date: formatDate(collectUntil) })}</p>}
      <FilingForm groups={groups} result={result as Partial<FormResult> | undefined} />
      <p><a href="/f/status" className="link inline-block py-1">{t('before:publicForm.toStatus')}</a></p>
    </PublicSheet>
  )
}

export function ErrorBoundary() {
  const root = useRouteLoaderData('root') as { requestId?: string } | undefined
  return <PublicSheet><ErrorPage requestId={root?.requestId} /></PublicSheet>
}
