import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { db } from '#app/http/database.server.ts'
import { invalidForm, parseForm, readForm } from '#app/http/form.server.ts'
import { answerQuestion } from '#app/issues/filing/answer-question.server.ts'
import { keepDraft } from '#app/issues/filing/keep-draft.server.ts'
import { fieldsOf, pageAfter, pageBefore, pageSchemas, pagesFor, type Answers, type FilingPage } from '#app/issues/filing/pages.ts'
import { draftOf } from '#db/queries/filing-draft.ts'
import { clean } from '#workflows/text/nfc.ts'

/** What every page of the way shows: where one is, and what was answered before. */
export async function questionOf({ request }: Pick<LoaderFunctionArgs, 'request'>, actor: Actor, page: FilingPage) {
  const draft = await draftOf(db(), actor.personId)
  const pages = pagesFor(actor)
  const step = pages.indexOf(page) + 1
  if (step === 0) throw redirect('/issues/new')
  return { step, total: pages.length, revision: draft?.revision ?? 0, answers: draft?.answers ?? {}, toCheck: isFromCheck(request) }
}

/** Stores one page's answer and goes on; «back» stores it as it stands, so that nothing typed is lost either way. */
export async function answerPage(request: Request, { personId, role }: Actor, page: FilingPage) {
  const form = await readForm(request)
  const before = isFromCheck(request) ? 'check' : pageBefore({ role }, page)
  if (form.get('go') === 'back') {
    await answerQuestion(db(), { personId, answers: typedIn(form, page), page: before ?? page })
    return redirect(before ? `/issues/new/${before}` : '/issues/new')
  }
  const parsed = await parseForm(form, pageSchemas[page])
  if (!parsed.ok) {
    await keepDraft(db(), { personId, answers: typedIn(form, page), page, revision: revisionIn(form) })
    return invalidForm(parsed)
  }
  const next = isFromCheck(request) ? 'check' : pageAfter({ role }, page)
  await answerQuestion(db(), { personId, answers: parsed.data, page: next })
  return redirect(`/issues/new/${next}`)
}

const isFromCheck = ({ url }: Request) => new URL(url).searchParams.has('check')

export function revisionIn(form: FormData): number {
  const sent = form.get('revision')
  return typeof sent === 'string' && /^\d{1,9}$/.test(sent) ? Number(sent) : -1
}

const longest = 200_000

/** The fields of a page as they stand, right or wrong; what cannot be stored at all is left out. */
export function typedIn(form: FormData, page: FilingPage): Answers {
  const typed: Answers = {}
  for (const name of fieldsOf(page)) {
    const sent = form.get(name)
    const cleaned = typeof sent === 'string' && sent.length <= longest ? clean(sent) : undefined
    if (cleaned?.ok) typed[name] = cleaned.text
  }
  return typed
}
