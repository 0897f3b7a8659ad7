import type { ActionFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { speakerForm } from '#app/conferences/desk-forms.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { changeSpeakers } from '#app/conferences/speakers.server.ts'
import { db } from '#app/http/database.server.ts'
import { isExpected, notFound, type Invalid } from '#app/http/errors.ts'
import { parseForm } from '#app/http/form.server.ts'
import { once } from '#app/http/once.server.ts'
import { translator } from '#app/i18n/instance.ts'
import { languageOf } from '#app/i18n/language.ts'
import type { FieldErrors } from '#app/i18n/message.ts'

export const loader = () => notFound('page')

/** The queue of speakers as the desk's script changes it: without leaving the page, on which somebody is being written down. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator')
  const { id } = await conferenceAsked(db(), args.params.id)
  const t = translator(languageOf(args.request, actor))
  const refused = (errors: FieldErrors) => Response.json({ refused: Object.values(errors).map(({ key, params }) => t(key, params)).join(' ') })
  const parsed = await parseForm(args.request, speakerForm)
  if (!parsed.ok) return refused(parsed.errors)
  try {
    await once(db(), { personId: actor.personId, key: parsed.idempotencyKey, body: { id, input: parsed.data } }, (tx) => changeSpeakers(tx, id, parsed.data))
    return Response.json({ refused: null })
  } catch (error) {
    if (!isExpected(error) || error.status !== 422) throw error
    return refused((error as Invalid).fields)
  }
}
