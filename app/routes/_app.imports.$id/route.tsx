import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { isExpected } from '#app/http/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import type { FieldErrors, Message } from '#app/i18n/message.ts'
import { titled } from '#app/i18n/title.ts'
import { answerPreview } from '#app/imports/answer-preview.server.ts'
import { previewView, type PreviewView } from '#app/imports/preview-view.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ColumnsForm } from './columns-form.tsx'
import { GroupsForm } from './groups-form.tsx'
import { MinutesPage } from './minutes-page.tsx'
import { Outcome } from './outcome.tsx'
import { Problems } from './problems.tsx'
import { RowsForm } from './rows-form.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, data: view }) => titled(matches, 'conferences:import.previewOf', { file: view?.fileName ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  return previewView(db(), args.params.id, new URL(args.request.url).searchParams, languageOf(args.request, actor))
}

type Answer = { refused?: Message; errors?: FieldErrors }

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  const form = await readForm(args.request)
  try {
    const { to, at } = await answerPreview(db(), args.params.id, form, actor)
    const { pathname, search } = new URL(args.request.url)
    return redirect(to ? `/imports/${to}` : `${pathname}${search}${at === undefined ? '' : `#c-${at}`}`, 303)
  } catch (error) {
    if (!isExpected(error) || (error.status !== 409 && error.status !== 422)) throw error
    return data<Answer>({ refused: error.reason, errors: error.detail.fields as FieldErrors | undefined }, error.status)
  }
}

export default function Import() {
  const { t } = useTranslation()
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as Answer | undefined
  const crumbs = [
    { label: t('conferences:list.title'), to: '/conferences' },
    { label: view.conference.title, to: `/conferences/${view.conference.id}` },
  ]
  return (
    <div className="space-y-6">
      <PageHeader title={t('conferences:import.previewOf', { file: view.fileName })} crumbs={crumbs} />
      {answer?.refused && (
        <Notice tone="bad" alert title={t(answer.refused.key, { ...answer.refused.params })}>
          {Object.values(answer.errors ?? {}).map(({ key, params }) => <p key={key}>{t(key, { ...params })}</p>)}
        </Notice>
      )}
      {view.kind === 'minutes' ? <MinutesPage view={view} /> : <AnnexPage view={view} errors={answer?.errors ?? {}} />}
    </div>
  )
}

function AnnexPage({ view, errors }: { view: PreviewView; errors: FieldErrors }) {
  const open = view.state === 'preview'
  return (
    <>
      <Outcome view={view} />
      {open && <ColumnsForm sheets={view.sheets} errors={errors} />}
      {open && view.sections.length > 0 && <GroupsForm sections={view.sections} groups={view.groups} />}
      <Problems problems={view.problems} counts={view.problemCounts} />
      {view.counts.rows > 0 && <RowsForm view={view} />}
    </>
  )
}
