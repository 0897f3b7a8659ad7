import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { adminEvents } from '#db/schema/index.ts'
import type { Subject } from './subjects.ts'

type Change = { subject: Subject; subjectId: string | number; change: string; before?: unknown; after?: unknown; at?: Date }

/**
 * Appends who changed what, within the transaction of the change, and returns its number. Without a person it was the
 * operator's command line.
 */
export async function recordChange(tx: Db, by: Pick<Actor, 'personId' | 'name'> | null, { subject, subjectId, change, before, after, at }: Change): Promise<number> {
  const [recorded] = await tx.insert(adminEvents).values({
    personId: by?.personId ?? null,
    personName: by?.name ?? null,
    subject,
    subjectId: String(subjectId),
    change,
    before: before ?? null,
    after: after ?? null,
    at: at ?? new Date(),
  }).returning({ id: adminEvents.id })
  return recorded!.id
}
