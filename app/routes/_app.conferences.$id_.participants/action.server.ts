import type { ActionFunctionArgs } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { intentOf } from '#app/admin/intent.ts'
import { changeParticipant, markParticipant, removeParticipant } from '#app/conferences/change-participant.server.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { inviteParticipants } from '#app/conferences/invite-participants.server.ts'
import { changeForm, inviteForm, markForm, pasteForm, removeForm } from '#app/conferences/participant-forms.ts'
import { db } from '#app/http/database.server.ts'
import { Invalid } from '#app/http/errors.ts'
import { invalidForm, parseForm, readForm } from '#app/http/form.server.ts'
import { once } from '#app/http/once.server.ts'
import { refusedForm } from '#app/http/refused-form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { invitedLines, nameOrTaxCode } from '#workflows/text/invited-lines.ts'

/** As many as one list may hold; the whole city invites a few hundred. */
const mostLines = 1000

/** The forms of the page of the invited, told apart by their intent. */
export async function participantsAction(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  const { id } = await conferenceAsked(db(), args.params.id)
  const form = await readForm(args.request)
  const { pathname, searchParams } = new URL(args.request.url)
  searchParams.delete('edit')
  const list = `${pathname}?${searchParams}`
  switch (intentOf(form)) {
    case 'mark':
      return mark(form, actor, id)
    case 'paste':
      return paste(form, actor, id)
    case 'change':
      return submit(form, actor, changeForm, async (tx, input) => (await changeParticipant(tx, actor, id, input), `${list}#p-${input.id}`))
    case 'remove':
      return remove(form, actor, id, list)
    default:
      return submit(form, actor, inviteForm, async (tx, { kind, who = '', delegate, position }) => {
        const meant = kind === 'enterprise' ? nameOrTaxCode(who) : { name: who }
        const [result] = await inviteParticipants(tx, actor, id, [{ kind, ...meant, delegate, position }])
        if (result && 'wrong' in result) throw new Invalid({ who: result.wrong })
        return `${pathname}?edit=${result!.id}`
      })
  }
}

async function mark(form: FormData, actor: Actor, conference: number) {
  const parsed = await parseForm(form, markForm)
  if (!parsed.ok) return invalidForm(parsed)
  await markParticipant(db(), actor, conference, parsed.data)
  return null
}

async function remove(form: FormData, actor: Actor, conference: number, list: string) {
  const parsed = await parseForm(form, removeForm)
  if (!parsed.ok) return invalidForm(parsed)
  try {
    await removeParticipant(db(), actor, conference, parsed.data.id)
  } catch (error) {
    return refusedForm(error, { intent: 'change' })
  }
  return redirect(list, 303)
}

async function paste(form: FormData, actor: Actor, conference: number) {
  const parsed = await parseForm(form, pasteForm)
  if (!parsed.ok) return invalidForm(parsed)
  const lines = invitedLines(parsed.data.lines)
  const values = { intent: 'paste', lines: parsed.data.lines }
  if (lines.length > mostLines) return invalidForm({ errors: { lines: { key: 'before:invalid.tooManyLines', params: { max: mostLines } } }, values })
  const work = { personId: actor.personId, key: parsed.idempotencyKey, body: { paste: conference, lines } }
  const results = await once(db(), work, (tx) => inviteParticipants(tx, actor, conference, lines.map(({ name, taxCode }) => ({ kind: 'enterprise', name, taxCode }))))
  return data({ pasted: results.map((result, index) => ({ ...lines[index]!, ...result, written: lines[index]!.name || lines[index]!.taxCode })) })
}
