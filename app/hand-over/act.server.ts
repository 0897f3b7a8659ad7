import { data, redirect } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { forbidden, isExpected, type Invalid } from '#app/http/errors.ts'
import { parseForm } from '#app/http/form.server.ts'
import { once } from '#app/http/once.server.ts'
import type { FieldErrors } from '#app/i18n/message.ts'
import type { Values } from '#app/ui/check-form.ts'
import type { Db } from '#db/client.ts'
import { versionsOf } from '#db/queries/clusters.ts'
import { handOverWork } from './hand-over-work.server.ts'
import { movePeople } from './move-people.server.ts'
import { peopleForm, peopleOfForm, rowsOf, workForm } from './hand-over-form.ts'

type Problem = { code: string | null; key: string }
type Sent = { unit: string; form: FormData; actor: Actor }

const again = (status: number, body: { errors: FieldErrors; values: Values; problems?: Problem[]; moved?: number }) =>
  data({ problems: [], moved: 0, ...body }, status)

/** The reviewed batch: issues by the coordinating office, people by the administrator. What could not go is named. */
export async function actHandOver(db: Db, { unit, form, actor }: Sent) {
  const here = `/admin/units/${encodeURIComponent(unit)}/hand-over`
  return form.get('intent') === 'people' ? people(db, here, { unit, form, actor }) : work(db, here, { unit, form, actor })
}

async function work(db: Db, here: string, { unit, form, actor }: Sent) {
  if (actor.role !== 'coordinator') forbidden()
  const parsed = await parseForm(form, workForm)
  if (!parsed.ok) return again(422, parsed)
  const rows = rowsOf(parsed.data)
  const { note } = parsed.data
  const { moved, problems } = await once(db, { personId: actor.personId, key: parsed.idempotencyKey, body: { unit, rows, note } }, (tx) => handOverWork(tx, actor, unit, rows, note))
  if (problems.length === 0) return redirect(`${here}?moved=${moved}`, 303)
  const codes = new Map((await versionsOf(db, problems.map(({ id }) => id), actor)).map(({ id, code }) => [id, code]))
  const named = problems.map(({ id, reason }) => ({ code: codes.get(id) ?? null, key: reason.key }))
  return again(409, { errors: {}, values: { note }, problems: named, moved })
}

async function people(db: Db, here: string, { unit, form, actor }: Sent) {
  if (actor.role !== 'admin') forbidden()
  const parsed = await parseForm(form, peopleForm)
  if (!parsed.ok) return again(422, parsed)
  const rows = peopleOfForm(parsed.data)
  try {
    const work = { personId: actor.personId, key: parsed.idempotencyKey, body: { unit, rows } }
    const count = await once(db, work, (tx) => movePeople(tx, actor, unit, rows))
    return redirect(`${here}?people=${count}`, 303)
  } catch (error) {
    if (!isExpected(error) || error.status !== 422) throw error
    return again(422, { errors: (error as Invalid).fields, values: { person: parsed.data.person, to: parsed.data.to } })
  }
}
