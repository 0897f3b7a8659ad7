import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { Refused, notFound } from '#app/http/errors.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { translator } from '#app/i18n/instance.ts'
import { languageOf } from '#app/i18n/language.ts'
import { autosave } from '#app/issues/autosave.server.ts'
import { seenIn } from '#app/issues/save-draft.server.ts'
import { issueIdOf } from '#db/queries/issue-position.ts'

/** Longer than what can be handed in, so that a text on its way to being shortened is kept too. */
const draftForm = z.object({ seen: z.string().max(100), text: z.string().trim().max(40_000, 'tooLong').optional() })

export const loader = () => notFound('page')

/**
 * What the form of an answer sends by itself: «still here», or what stands in it. Answers in JSON, with 200 also where it
 * keeps nothing: the script says why, and a browser would report another status as a fault of the page.
 */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'officer', 'head')
  const t = translator(languageOf(args.request, actor))
  const id = (await issueIdOf(db(), args.params.code ?? '', actor)) ?? notFound('issue')
  const form = await readForm(args.request)
  const parsed = await parseForm(form, draftForm)
  if (!parsed.ok) return Response.json({ refused: Object.values(parsed.errors).map(({ key, params }) => t(key, params))[0] })
  const { text } = parsed.data
  try {
    return Response.json(await autosave(db(), { id, by: actor, ...(text !== undefined && { draft: { text, ...seenIn(form) } }) }))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return Response.json({ refused: t(error.reason.key, error.reason.params) })
  }
}
