import type { ActionFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/viewer.server.ts'
import { captureForm } from '#app/conferences/desk-forms.ts'
import { captureComment } from '#app/conferences/desk.server.ts'
import { deskConference } from '#app/conferences/desk-view.server.ts'
import { db } from '#app/http/database.server.ts'
import { isExpected, notFound, type Invalid } from '#app/http/errors.ts'
import { parseForm } from '#app/http/form.server.ts'
import { once } from '#app/http/once.server.ts'
import { translator } from '#app/i18n/instance.ts'
import { languageOf } from '#app/i18n/language.ts'
import type { FieldErrors } from '#app/i18n/message.ts'

export const loader = () => notFound('page')

/** What the desk's script sends from its outbox: the code of the issue, or in words why there is none. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator')
  const { id } = await deskConference(db(), args.params.id)
  const t = translator(languageOf(args.request, actor))
  const refused = (errors: FieldErrors) => Response.json({ refused: Object.values(errors).map(({ key, params }) => t(key, params)).join(' ') })
  const parsed = await parseForm(args.request, captureForm)
  if (!parsed.ok) return refused(parsed.errors)
  const { follow: _, ...input } = parsed.data
  try {
    return Response.json(await once(db(), { personId: actor.personId, key: parsed.idempotencyKey, body: { id, input } }, async (tx) => {
      const { code } = await captureComment(tx, id, input, actor)
      return { code }
    }))
  } catch (error) {
    if (!isExpected(error) || error.status !== 422) throw error
    return refused((error as Invalid).fields)
  }
}
