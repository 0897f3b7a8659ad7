import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { pasteSchema, sourceKind } from '#app/imports/import-form.ts'
import { previewMinutes } from '#app/imports/minutes/preview-minutes.server.ts'
import { previewImport, type ImportSource } from '#app/imports/preview-import.server.ts'
import { db } from '#app/http/database.server.ts'
import { Invalid } from '#app/http/errors.ts'
import { parseForm } from '#app/http/form.server.ts'
import { orAtField } from '#app/http/submit.server.ts'
import { readUpload } from '#app/http/upload.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import type { FormResult } from '#app/ui/house-form.ts'
import { formatDateTime } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { importsOf } from '#db/queries/conferences.ts'
import { SourceCard } from './source-card.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'conferences:import.title')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'coordinator', 'secretary')
  const { id, title } = await conferenceAsked(db(), args.params.id)
  return { id, title, earlier: await importsOf(db(), id) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  const { id } = await conferenceAsked(db(), args.params.id)
  const sent = { fields: new FormData() }
  return orAtField(sent.fields, async () => {
    const source = await sourceOf(args.request, sent)
    const kind = sourceKind(sent.fields.get('as'), 'bytes' in source ? source.name : '')
    const preview = kind === 'minutes' ? await previewMinutes(db(), id, source, actor) : await previewImport(db(), id, source, actor)
    return redirect(`/imports/${preview.id}`, 303)
  })
}

/** A file or pasted text, each from a form of its own. `sent` keeps what was typed for the page that says what is wrong. */
async function sourceOf(request: Request, sent: { fields: FormData }): Promise<ImportSource> {
  const { fields, file } = await readUpload(request)
  for (const [name, value] of fields) sent.fields.append(name, value)
  if (!fields.has('text')) return file ?? required('file')
  const parsed = await parseForm(fields, pasteSchema)
  if (!parsed.ok) throw new Invalid(parsed.errors)
  return { name: parsed.data.name, text: parsed.data.text }
}

function required(field: string): never {
  throw new Invalid({ [field]: { key: 'conferences:import.chooseFile' } })
}

export default function Import() {
  const { t } = useTranslation()
  const { id, title, earlier } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Partial<FormResult> | undefined
  const annex = {
    title: t('conferences:import.annex'), file: t('conferences:import.file'), fileHint: t('conferences:import.fileHint'), text: t('conferences:import.text'),
    textHint: t('conferences:import.textHint'), pasted: t('conferences:import.pasted'), accept: '.xlsx,.xlsm,.csv,.txt',
  }
  const minutes = {
    title: t('prose:card'), lead: t('prose:cardLead'), file: t('prose:file'), fileHint: t('prose:fileHint'), text: t('prose:text'),
    textHint: t('prose:textHint'), pasted: t('prose:pasted'), accept: '.docx,.txt',
  }
  const crumbs = [{ label: t('conferences:list.title'), to: '/conferences' }, { label: title, to: `/conferences/${id}` }]
  return (
    <div className="space-y-6">
      <PageHeader title={t('conferences:import.title')} lead={t('conferences:import.lead')} crumbs={crumbs} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <SourceCard kind="annex" words={annex} result={result} />
        <SourceCard kind="minutes" words={minutes} result={result} />
      </div>
      {earlier.length > 0 && <Earlier imports={earlier} />}
    </div>
  )
}

const tones = { preview: 'plain', committed: 'good', undone: 'info' } as const

/** The way back to what was imported, where it can be undone. */
function Earlier({ imports }: { imports: ReturnType<typeof useLoaderData<typeof loader>>['earlier'] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('conferences:import.earlier')}>
      <ul className="space-y-2">
        {imports.map(({ id, kind, fileName, state, createdAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link to={`/imports/${id}`} className="link wrap-anywhere">{fileName}</Link>
            <span className="numbers text-sm text-ink-soft">{formatDateTime(createdAt)}</span>
            {kind === 'minutes' && <Badge>{t('issues:channel.minutes')}</Badge>}
            <Badge tone={tones[state]}>{t(`conferences:import.stateOf.${state}`)}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  )
}
