import { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import { parseForm } from '#app/http/form.server.ts'
import { once } from '#app/http/once.server.ts'
import type { Db } from '#db/client.ts'
import { issueIdOf } from '#db/queries/issue-position.ts'
import { joinSimilar } from './join-similar.server.ts'
import { refuseSimilar } from './refuse-similar.server.ts'

const version = z.coerce.number('number').int('number').min(0, 'number').max(2 ** 31 - 1, 'number')
const judged = z.object({ intent: z.enum(['same', 'other'], 'choose'), other: z.string().trim().min(1, 'required').max(40, 'tooLong'), version, otherVersion: version })

/** «Same» or «not the same», with one click; gives the address to go on at. */
export async function judgeSimilar(db: Db, code: string, actor: Actor, form: FormData): Promise<string> {
  const parsed = await parseForm(form, judged)
  if (!parsed.ok) throw new Invalid(parsed.errors)
  const { intent, other: otherCode, version: seen, otherVersion } = parsed.data
  const [id, other] = [await issueIdOf(db, code, actor), await issueIdOf(db, otherCode, actor)]
  if (id === undefined || other === undefined) return notFound('issue')
  if (intent === 'other') {
    await refuseSimilar(db, actor, id, other)
    return `/issues/${code}/similar`
  }
  const work = { personId: actor.personId, key: parsed.idempotencyKey, body: { id, other, seen, otherVersion } }
  const cluster = await once(db, work, (tx) => joinSimilar(tx, actor, { id, version: seen }, { id: other, version: otherVersion }))
  return `/clusters/${cluster}?done=joinCluster`
}
