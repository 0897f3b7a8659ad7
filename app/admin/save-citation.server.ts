import { and, eq, ne, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { legalCitations } from '#db/schema/index.ts'
import { recordChange } from './record-change.server.ts'
import type { CitationInput } from './writing-form.ts'

/** Adds a document, or changes the one of that id. */
export function saveCitation(db: Db, by: Actor, id: number | null, { name, ...input }: CitationInput): Promise<void> {
  return db.transaction(async (tx) => {
    // two who enter the same number at once: the second is told at the field
    await tx.execute(sql`lock table ${legalCitations} in share row exclusive mode`)
    const [before] = id === null ? [] : await tx.select().from(legalCitations).where(eq(legalCitations.id, id)).for('update')
    if (id !== null && !before) return notFound('citation')
    const other = and(eq(legalCitations.number, input.number), id === null ? undefined : ne(legalCitations.id, id))
    const [taken] = await tx.select({ id: legalCitations.id }).from(legalCitations).where(other)
    if (taken) throw new Invalid({ number: { key: 'writing:invalid.numberTaken' } })
    const values = { ...input, title: name }
    const [after] = before
      ? await tx.update(legalCitations).set(values).where(eq(legalCitations.id, before.id)).returning()
      : await tx.insert(legalCitations).values(values).returning()
    await recordChange(tx, by, { subject: 'citation', subjectId: after!.number, change: before ? 'change' : 'add', before, after })
  })
}
