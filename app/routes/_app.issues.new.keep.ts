import type { ActionFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { keepDraft } from '#app/issues/filing/keep-draft.server.ts'
import { filers, isFilingPage } from '#app/issues/filing/pages.ts'
import { revisionIn, typedIn } from './_app.issues.new/question.server.ts'

export const loader = () => notFound('page')

/** What stands on a page that is still being written; not kept when its answer was given meanwhile. */
export async function action(args: ActionFunctionArgs) {
  const { personId } = await requireActor(args, ...filers)
  const form = await readForm(args.request)
  const page = form.get('page')
  if (!isFilingPage(page)) return notFound('page')
  const kept = await keepDraft(db(), { personId, answers: typedIn(form, page), page, revision: revisionIn(form) })
  return Response.json({ kept })
}
