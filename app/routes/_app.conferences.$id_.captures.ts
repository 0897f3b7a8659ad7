import type { ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { requireActor } from '#app/access/viewer.server.ts'
import { deskForms } from '#app/conferences/desk-forms.ts'
import { answerInHall, captureComment, promiseInHall } from '#app/conferences/desk.server.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { db } from '#app/http/database.server.ts'
import { isExpected, notFound, type Invalid } from '#app/http/errors.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { once } from '#app/http/once.server.ts'
import { translator } from '#app/i18n/instance.ts'
import { languageOf } from '#app/i18n/language.ts'
import type { Message } from '#app/i18n/message.ts'
import type { FormSchema } from '#app/ui/check-form.ts'
import type { Db } from '#db/client.ts'

export const loader = () => notFound('page')

/**
 * What the desk's script sends from its outbox: the code of the issue, or in words why there is none. It says whose words
 * they are; a browser in which somebody else has signed in since keeps them for their own writer.
 */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator')
  const conference = await conferenceAsked(db(), args.params.id)
  const form = await readForm(args.request)
  if (form.get('person') !== String(actor.personId)) return Response.json({ reason: { key: 'desk:waiting.another' } }, { status: 409 })
  const t = translator(languageOf(args.request, actor))
  const refused = (errors: Record<string, Message>) => Response.json({ refused: Object.values(errors).map(({ key, params }) => t(key, params)).join(' ') })
  const take = async <S extends FormSchema>(schema: S, work: (tx: Db, input: z.output<S>) => Promise<{ code: string }>) => {
    const parsed = await parseForm(form, schema)
    if (!parsed.ok) return refused(parsed.errors)
    const request = { personId: actor.personId, key: parsed.idempotencyKey, body: { conference: conference.id, input: parsed.data } }
    return Response.json(await once(db(), request, async (tx) => ({ code: (await work(tx, parsed.data)).code })))
  }
  try {
    switch (form.get('form')) {
      case 'answer':
        return await take(deskForms.answer, (tx, input) => answerInHall(tx, conference, input, actor))
      case 'promise':
        return await take(deskForms.promise, (tx, input) => promiseInHall(tx, conference, input, actor))
      default:
        return await take(deskForms.capture, (tx, input) => captureComment(tx, conference, input, actor))
    }
  } catch (error) {
    if (!isExpected(error)) throw error
    return refused(error.status === 422 ? (error as Invalid).fields : { '': error.reason })
  }
}
