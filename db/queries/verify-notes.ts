import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { internalNotes, issues } from '#db/schema/index.ts'
import { firstHash } from './event-chain.ts'
import { noteHash } from './note-chain.ts'

type Row = typeof internalNotes.$inferSelect
/** `link`: a note does not name the hash before it, one is missing; `content`: it no longer says what was hashed. */
type Break = { number: number; because: 'link' | 'content' }
export type NotesReport = { ok: true; notes: number } | ({ ok: false; notes: number } & Break)

/** Computes the hashes of an issue's notes again. The first ones may have none: they are older than the chain. */
function checkNotes(notes: Row[]): NotesReport {
  let previous: string | undefined
  for (const [at, note] of notes.entries()) {
    if (note.hash === null && previous === undefined) continue
    const linked = note.hash !== null && note.previousHash === (previous ?? firstHash)
    const because = !linked ? 'link' : noteHash(note, note.previousHash!) === note.hash ? undefined : 'content'
    if (because) return { ok: false, notes: notes.length, number: at + 1, because }
    previous = note.hash ?? undefined
  }
  return { ok: true, notes: notes.length }
}

/** One issue's notes. Who may read them is the caller's to know. */
export const verifyNotes = async (db: Db, issueId: number): Promise<NotesReport> =>
  checkNotes(await db.select().from(internalNotes).where(eq(internalNotes.issueId, issueId)).orderBy(asc(internalNotes.id)))

export type AllNotes = { notes: number; broken: number; first?: { code: string } & Break }

/** The notes of every issue that has some, so many issues at a time. */
export async function verifyAllNotes(db: Db, batch = 300): Promise<AllNotes> {
  const report: AllNotes = { notes: 0, broken: 0 }
  for (let after = 0; ; ) {
    const some = await db
      .selectDistinct({ id: internalNotes.issueId, code: issues.code })
      .from(internalNotes)
      .innerJoin(issues, and(eq(issues.id, internalNotes.issueId), gt(issues.id, after)))
      .orderBy(asc(internalNotes.issueId))
      .limit(batch)
    if (some.length === 0) return report
    const rows = await db.select().from(internalNotes).where(inArray(internalNotes.issueId, some.map(({ id }) => id))).orderBy(asc(internalNotes.id))
    for (const { id, code } of some) count(report, code, checkNotes(rows.filter((row) => row.issueId === id)))
    after = some.at(-1)!.id
  }
}

function count(report: AllNotes, code: string, checked: NotesReport) {
  report.notes += checked.notes
  if (checked.ok) return
  report.broken += 1
  report.first ??= { code, number: checked.number, because: checked.because }
}
