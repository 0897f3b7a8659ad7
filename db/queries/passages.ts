import { asc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { comments, issuePassages } from '#db/schema/index.ts'
import { readPassage, trimmed, without, type Passage } from '#workflows/text/passages.ts'

/** The stretches of a comment that an issue answers for: the whole of it, until it was split. */
export async function passagesOf(db: Db, issueId: number, text: string): Promise<Passage[]> {
  const stored = await storedPassages(db, issueId)
  return stored.length > 0 ? stored : [{ from: 0, to: text.length }]
}

const storedPassages = (db: Db, issueId: number): Promise<Passage[]> =>
  db
    .select({ from: issuePassages.from, to: issuePassages.to })
    .from(issuePassages)
    .where(eq(issuePassages.issueId, issueId))
    .orderBy(asc(issuePassages.from))

type Parted = { commentId: number; from: number; part: number; sentences: readonly string[] }

/**
 * After a split: the sentences taken are the new part's, the others stay. Where none stays, one sentence asked two things
 * and both parts come from it; where none was chosen, both come from what the first had.
 */
export async function partPassages(db: Db, { commentId, from, part, sentences }: Parted): Promise<void> {
  const taken = sentences.map(readPassage).filter((one) => one !== undefined)
  const stored = await storedPassages(db, from)
  if (taken.length === 0) return keep(db, part, stored)
  const [said] = await db.select({ text: comments.text }).from(comments).where(eq(comments.id, commentId))
  const own = stored.length > 0 ? stored : [{ from: 0, to: said!.text.length }]
  const left = trimmed(said!.text, without(own, taken))
  await keep(db, part, trimmed(said!.text, without(taken, [])))
  await db.delete(issuePassages).where(eq(issuePassages.issueId, from))
  await keep(db, from, left.length > 0 ? left : own)
}

async function keep(db: Db, issueId: number, passages: readonly Passage[]) {
  if (passages.length > 0) await db.insert(issuePassages).values(passages.map((passage) => ({ issueId, ...passage })))
}
