import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Actor } from '#app/access/actor.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { refusedForm } from '#app/http/refused-form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { addNote } from '#app/notes/add-note.server.ts'
import { noteForm } from '#app/notes/note-form.ts'
import { NotesPanel } from '#app/notes/notes-panel.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { notesRead } from '#db/queries/internal-notes.ts'
import { positionOf } from '#db/queries/issue-position.ts'
import { mayWriteNote } from '#workflows/resolution/notes.ts'

export const meta: MetaFunction = ({ matches, params }) => titled(matches, 'writing:notes.page', { code: params.code ?? '' })

const readers = ['officer', 'head', 'coordinator', 'secretary', 'leader', 'auditor'] as const

const issueOf = async (actor: Actor, code: string | undefined) => (await positionOf(db(), code ?? '', actor)) ?? notFound('issue')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...readers)
  const { row, facts } = await issueOf(actor, args.params.code)
  return { code: row.code, notes: await notesRead(db(), row.id, actor), mayNote: mayWriteNote(facts, actor) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, ...readers)
  const { row } = await issueOf(actor, args.params.code)
  const form = await readForm(args.request)
  try {
    return await submit(form, actor, noteForm, async (tx, { intent: _, ...note }) => {
      await addNote(tx, { id: row.id, by: actor, ...note })
      return `/issues/${row.code}?done=note#notes`
    })
  } catch (error) {
    return refusedForm(error, { text: String(form.get('text') ?? '') })
  }
}

export default function Notes() {
  const { t } = useTranslation()
  const { code, notes, mayNote } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('writing:notes.page', { code })} crumbs={[{ label: code, to: `/issues/${code}` }]} />
      <NotesPanel code={code} notes={notes} mayNote={mayNote} result={useActionData<typeof action>()} />
    </>
  )
}
