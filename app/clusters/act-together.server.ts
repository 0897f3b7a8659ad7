import { data, redirect } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { Conflict } from '#app/http/errors.ts'
import { parseForm } from '#app/http/form.server.ts'
import { once } from '#app/http/once.server.ts'
import type { FieldErrors } from '#app/i18n/message.ts'
import type { Values } from '#app/ui/check-form.ts'
import type { Db } from '#db/client.ts'
import type { TogetherMove } from '#workflows/clusters/together.ts'
import { moveSchemas } from '#workflows/resolution/moves.ts'
import { answerTogether, type Problem, type Together } from './answer-together.server.ts'
import { readMember, togetherSchemas } from './together-form.ts'

/** What the page shows after a form that did not end in a redirect: which form, what it held, and what stands in the way. */
export type Outcome = { of: TogetherMove | 'add'; errors: FieldErrors; values: Values; confirm: boolean; problems: Problem[] }

type Sent = { cluster: number; move: TogetherMove; form: FormData; actor: Actor }

/** One form in two steps: what was typed and chosen is shown once more, and done when it is sent again from there. */
export async function actTogether(db: Db, { cluster, move, form, actor }: Sent) {
  const parsed = move === 'approve' ? await parseForm(form, togetherSchemas.approve) : await parseForm(form, togetherSchemas.submitAnswer)
  if (!parsed.ok) return outcome(422, { of: move, errors: parsed.errors, values: parsed.values, confirm: false, problems: [] })
  const { step, members, ...fields } = parsed.data
  const again = { of: move, errors: {}, values: { ...fields, members } }
  if (step !== 'do') return outcome(200, { ...again, confirm: step === 'check', problems: [] })
  const made = { type: move, ...moveSchemas[move].parse(fields) } as Together
  try {
    const work = { personId: actor.personId, key: parsed.idempotencyKey, body: { cluster, move, fields, members } }
    const count = await once(db, work, (tx) => answerTogether(tx, actor, cluster, members.map(readMember), made))
    return redirect(`/clusters/${cluster}?done=${move}&n=${count}`, 303)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return outcome(409, { ...again, confirm: false, problems: error.detail.problems as Problem[] })
  }
}

export const outcome = (status: number, body: Outcome) => data(body, status)
