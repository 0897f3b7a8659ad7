import { mailOn, wakeMailers } from '#app/notices/queue-notices.server.ts'
import type { Db } from '#db/client.ts'
import { queueReminders, type Address } from '#db/queries/queue-reminders.ts'
import type { DirectiveMove } from '#workflows/directive/machine.ts'

type About = { id: number; unit: string; askedBy: number | null; mandated: boolean }

/** A line in the inbox, and a letter, for whom the move concerns: the unit, or whoever asked. Within the move's transaction. */
export async function tellDirective(tx: Db, move: 'ask' | DirectiveMove, { id, unit, askedBy, mandated }: About, at: Date, today: string): Promise<void> {
  const asker: Address[] = [...(askedBy === null ? [] : [{ person: askedBy }]), ...(mandated || askedBy === null ? [{ role: 'leader' as const }] : [])]
  const ofUnit: Address[] = [{ role: 'head', unit }, { role: 'officer', unit }]
  const about = { subject: `directive-${id}`, issueId: null, kind: `directive.${move}`, params: { code: String(id) } }
  const told = (move === 'explain' ? asker : ofUnit).map((to) => ({ ...about, to }))
  await queueReminders(tx, told, at, mailOn() ? at : null, today)
  await wakeMailers(tx)
}
