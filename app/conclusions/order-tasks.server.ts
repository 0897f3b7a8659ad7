import { eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { byOf } from '#app/access/actor.ts'
import { notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { tasksOf } from '#db/queries/conclusions.ts'
import { conclusionTasks } from '#db/schema/index.ts'
import { openDraft, touched } from './open-draft.server.ts'

/** Moves a task one place up or down, or takes it out; the numbers stay without a gap. */
export async function orderTasks(db: Db, conferenceId: number, { task: id, to }: { task: number; to: 'up' | 'down' | 'away' }, by: Actor, at = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    const draft = await openDraft(tx, conferenceId, by)
    const ids = (await tasksOf(tx, byOf(by), draft.id)).map((task) => task.id)
    const from = ids.indexOf(id)
    if (from < 0) notFound('task')
    if (to === 'away') await tx.delete(conclusionTasks).where(eq(conclusionTasks.id, id))
    const others = ids.toSpliced(from, 1)
    const order = to === 'away' ? others : others.toSpliced(Math.max(0, from + (to === 'up' ? -1 : 1)), 0, id)
    await tx.execute(sql`update ${conclusionTasks} set number = placed.number
      from (select id, number from jsonb_array_elements_text(${JSON.stringify(order)}::jsonb) with ordinality placed(id, number)) placed
      where conclusion_tasks.id = placed.id::bigint`)
    await touched(tx, draft, by, at)
  })
}
