import { redirect } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { Refused, notFound } from '#app/http/errors.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { Message } from '#app/i18n/message.ts'
import type { Db } from '#db/client.ts'
import { membersOf } from '#db/queries/clusters.ts'
import { positionOf } from '#db/queries/issue-position.ts'
import { outcome } from './act-together.server.ts'
import { joinSimilar } from './join-similar.server.ts'
import { memberCode } from './together-form.ts'

type Sent = { cluster: number; form: FormData; actor: Actor }

/** Puts an issue that no proposal named beside the others, by its code as a person knows it. */
export async function addMember(db: Db, { cluster, form, actor }: Sent) {
  const parsed = await parseForm(form, memberCode)
  if (!parsed.ok) return wrong(parsed.values, parsed.errors.code ?? { key: 'common:invalid.required' })
  const values = { code: parsed.data.code }
  const [member] = await membersOf(db, cluster, actor)
  if (!member) return notFound('cluster')
  const position = await positionOf(db, parsed.data.code.toUpperCase(), actor)
  if (!position) return wrong(values, { key: 'clusters:add.unknown' })
  if (position.facts.cluster === cluster) return wrong(values, { key: 'clusters:add.already' })
  try {
    await joinSimilar(db, actor, { id: member.row.id, version: member.row.version }, { id: position.row.id, version: position.row.version })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return wrong(values, error.reason.key.startsWith('clusters:') ? error.reason : { key: 'clusters:add.notYours' })
  }
  return redirect(`/clusters/${cluster}?done=joinCluster`, 303)
}

const wrong = (values: { code?: string | string[] }, message: Message) =>
  outcome(422, { of: 'add', errors: { code: message }, values: { code: values.code ?? '' }, confirm: false, problems: [] })
