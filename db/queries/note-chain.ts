import { createHash } from 'node:crypto'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { internalNotes, issues } from '#db/schema/index.ts'
import { canonicalJson, firstHash } from './event-chain.ts'

type Row = typeof internalNotes.$inferSelect
export type NewNote = Omit<Row, 'id' | 'previousHash' | 'hash'>

/** SHA-256 over all that a note says and the hash of the note before it on the same issue. */
export function noteHash(note: NewNote, previousHash: string): string {
  const { issueId, text, authorId, authorName, role, unit, unitName, onBehalfOf, shared, at } = note
  const content = { issueId, text, authorId, authorName, role, unit, unitName, onBehalfOf, shared, at: at.toISOString(), previousHash }
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

/** Within a transaction: the issue's row is held, so that two notes written at once follow one another in the chain. */
export async function appendNote(tx: Db, note: NewNote): Promise<void> {
  await tx.select({ id: issues.id }).from(issues).where(eq(issues.id, note.issueId)).for('no key update')
  const [last] = await tx
    .select({ hash: internalNotes.hash })
    .from(internalNotes)
    .where(and(eq(internalNotes.issueId, note.issueId), isNotNull(internalNotes.hash)))
    .orderBy(desc(internalNotes.id))
    .limit(1)
  const previousHash = last?.hash ?? firstHash
  await tx.insert(internalNotes).values({ ...note, previousHash, hash: noteHash(note, previousHash) })
}
