import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import type { FileCard } from '#app/files/file-card.server.ts'
import { FilesField, uploadSchema } from '#app/files/files-field.tsx'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { filers } from '#app/issues/filing/pages.ts'
import { questionAsked } from '#app/issues/question-asked.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { formatDate, formatDateTime, formatTime } from '#app/ui/format.ts'
import { useHouseForm } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextArea } from '#app/ui/text-input.tsx'
import { moveSchemas } from '#workflows/resolution/moves.ts'
import { Gone } from './_app.issues.$code/gone.tsx'
import { makeMove, readMove } from './_app.issues.$code/make-move.server.ts'
import { Standing } from './_app.issues.$code_.verdict/standing.tsx'

export const meta: MetaFunction = ({ matches, params }) => titled(matches, 'verdict:reply.title', { code: params.code ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  return (await questionAsked(db(), args.params.code ?? '', actor, languageOf(args.request, actor))) ?? notFound('question')
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  const code = args.params.code ?? ''
  return makeMove(db(), { code, ...(await readMove(db(), args.request, code, actor)), actor, language: languageOf(args.request, actor) })
}

/** Also after a refused action: somebody else may have moved the issue on. */
export const shouldRevalidate = () => true

export default function Reply() {
  const { t } = useTranslation()
  const { code, text, unit, question, askedAt, until, open } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const asker = unit ?? t('verdict:reply.unit')
  return (
    <div className="max-w-2xl space-y-6">
      <PageHeader title={t('verdict:reply.title', { code })} crumbs={[{ label: code, to: `/issues/${code}` }]} />
      <Card title={t('verdict:reply.asked', { unit: asker })}>
        <p className="wrap-anywhere whitespace-pre-line">{question}</p>
        <p className="mt-2 text-sm text-ink-soft">{t('verdict:reply.askedAt', { at: formatDateTime(askedAt) })}</p>
      </Card>
      <details>
        <summary className="link inline-block cursor-pointer py-1">{t('verdict:own')}</summary>
        <p className="mt-1 border-l-4 border-line pl-3 wrap-anywhere whitespace-pre-line">{text}</p>
      </details>
      <Standing result={result} />
      {open ? <Notice tone="warn">{t('verdict:reply.until', { time: formatTime(until), date: formatDate(until) })}</Notice> : <Notice>{t('verdict:reply.closed')}</Notice>}
      {open ? <ReplyForm /> : <LinkButton to={`/issues/${code}`}>{t('verdict:toIssue')}</LinkButton>}
    </div>
  )
}

function ReplyForm() {
  const { t } = useTranslation()
  const { version } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const attached: FileCard[] = result?.attached ?? []
  const labels = { text: t('verdict:reply.label'), upload: t('files:upload') }
  const form = useHouseForm(z.intersection(moveSchemas.supply, uploadSchema), { id: 'reply', labels, result })
  return (
    <HouseForm form={form} encType="multipart/form-data">
      <input type="hidden" name="move" value="supply" readOnly />
      <input type="hidden" name="version" value={version} readOnly />
      <TextArea rows={8} hint={t('verdict:reply.hint')} {...form.field('text')} />
      <FilesField key={attached.map(({ id }) => id).join()} attached={attached} field={form.field('upload')} />
      <SubmitButton>{t('verdict:reply.send')}</SubmitButton>
    </HouseForm>
  )
}

export const ErrorBoundary = Gone
