import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { fileSchema, pasteSchema } from '#app/imports/import-form.ts'
import { previewImport, type ImportSource } from '#app/imports/preview-import.server.ts'
import { db } from '#app/http/database.server.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import { parseForm } from '#app/http/form.server.ts'
import { orAtField } from '#app/http/submit.server.ts'
import { readUpload } from '#app/http/upload.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { FileInput } from '#app/ui/file-input.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm } from '#app/ui/house-form.ts'
import { formatDateTime } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextArea } from '#app/ui/text-input.tsx'
import { conferenceById, importsOf } from '#db/queries/conferences.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'conferences:import.title')

const conferenceOf = async (id: string | undefined) =>
  (/^\d{1,15}$/.test(id ?? '') && (await conferenceById(db(), Number(id)))) || notFound('conference')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'coordinator', 'secretary')
  const { id, title } = await conferenceOf(args.params.id)
  return { id, title, earlier: await importsOf(db(), id) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  const { id } = await conferenceOf(args.params.id)
  const sent = { fields: new FormData() }
  return orAtField(sent.fields, async () => {
    const source = await sourceOf(args.request, sent)
    const preview = await previewImport(db(), id, source, actor)
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
  const result = useActionData<typeof action>()
  const pasted = result && 'text' in result.values
  const file = useHouseForm(fileSchema, { id: 'file', labels: { file: t('conferences:import.file') }, result: pasted ? undefined : result })
  const paste = useHouseForm(pasteSchema, {
    id: 'paste', labels: { text: t('conferences:import.text') }, result: pasted ? result : undefined,
  })
  const crumbs = [{ label: t('conferences:list.title'), to: '/conferences' }, { label: title, to: `/conferences/${id}` }]
  return (
    <div className="max-w-3xl space-y-6">
      <PageHeader title={t('conferences:import.title')} lead={t('conferences:import.lead')} crumbs={crumbs} />
      <Card title={t('conferences:import.fromFile')}>
        <HouseForm form={file} encType="multipart/form-data">
          <FileInput accept=".xlsx,.xlsm,.csv,.txt" hint={t('conferences:import.fileHint')} {...file.field('file')} />
          <SubmitButton>{t('conferences:import.preview')}</SubmitButton>
        </HouseForm>
      </Card>
      <Card title={t('conferences:import.fromText')}>
        <HouseForm form={paste} encType="multipart/form-data">
          <input type="hidden" name="name" value={t('conferences:import.pasted')} />
          <TextArea rows={10} hint={t('conferences:import.textHint')} {...paste.field('text')} />
          <SubmitButton>{t('conferences:import.preview')}</SubmitButton>
        </HouseForm>
      </Card>
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
        {imports.map(({ id, fileName, state, createdAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link to={`/imports/${id}`} className="link wrap-anywhere">{fileName}</Link>
            <span className="numbers text-sm text-ink-soft">{formatDateTime(createdAt)}</span>
            <Badge tone={tones[state]}>{t(`conferences:import.stateOf.${state}`)}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  )
}
