import type { Actor } from '#app/access/actor.ts'
import { submit } from '#app/http/submit.server.ts'
import { endForm, handOverForm } from './absence-form.ts'
import { endHandover } from './end-handover.server.ts'
import { handOver } from './hand-over.server.ts'

/** What the forms of both pages of absences do, own and an administrator's; then back to `page`. */
export function absenceAction(form: FormData, actor: Actor, page: string) {
  if (form.get('intent') === 'end') {
    return submit(form, actor, endForm, async (tx, { delegation }) => (await endHandover(tx, actor, delegation), `${page}?done=end`))
  }
  return submit(form, actor, handOverForm, async (tx, { intent: _, ...input }) => (await handOver(tx, actor, input), `${page}?done=handOver`))
}
