import { and, desc, eq, isNull, notInArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { answers, attachments, commitments, opinions } from '#db/schema/index.ts'
import type { Step } from '#workflows/resolution/advance.ts'

type Row = typeof attachments.$inferInsert

/** Hangs the files a move names on what the move has left: an opinion, a version of an answer, a promise kept. */
export async function recordFiles(db: Db, issueId: number, { move }: Step, eventSeq: number): Promise<void> {
  if (!('files' in move)) return
  const to = await placeOf(db, issueId, move)
  if (to?.answerId) await takeOff(db, to.answerId, [])
  const rows = (move.files ?? []).map(({ id: fileId }) => ({ fileId, issueId, eventSeq, unit: move.by.unit, ...to! }))
  if (rows.length > 0) await db.insert(attachments).values(rows)
}

type Place = Pick<Row, 'kind' | 'answerId' | 'opinionId' | 'commitmentId' | 'forFiler'>

async function placeOf(db: Db, issueId: number, move: Step['move']): Promise<Place | undefined> {
  const at = new Date(move.at)
  switch (move.type) {
    case 'giveOpinion': {
      const given = and(eq(opinions.issueId, issueId), eq(opinions.unit, move.by.unit ?? ''), eq(opinions.givenAt, at))
      const [row] = await db.select({ id: opinions.id }).from(opinions).where(given).orderBy(desc(opinions.id)).limit(1)
      return { kind: 'opinion', opinionId: row?.id }
    }
    case 'submitAnswer':
    case 'refuse':
    case 'answerOnTheSpot': {
      const [row] = await db.select({ id: answers.id }).from(answers).where(eq(answers.issueId, issueId)).orderBy(desc(answers.number)).limit(1)
      return { kind: 'answer', answerId: row?.id }
    }
    case 'fulfil': {
      const done = and(eq(commitments.issueId, issueId), eq(commitments.doneAt, at))
      const [row] = await db.select({ id: commitments.id }).from(commitments).where(done).orderBy(desc(commitments.number)).limit(1)
      return { kind: 'evidence', commitmentId: row?.id, forFiler: move.filesShown ?? false }
    }
    case 'supply':
      return { kind: 'supply' }
  }
}

/** The files of a draft from now on: those named, and no other. */
export async function setDraftFiles(db: Db, of: { issueId: number; answerId: number; unit: string | null }, ids: number[]): Promise<void> {
  await takeOff(db, of.answerId, ids)
  const rows = ids.map((fileId) => ({ ...of, fileId, kind: 'answer' as const }))
  if (rows.length > 0) await db.insert(attachments).values(rows).onConflictDoNothing()
}

const takeOff = (db: Db, answerId: number, but: number[]) =>
  db.delete(attachments).where(and(
    eq(attachments.answerId, answerId), isNull(attachments.eventSeq), ...(but.length > 0 ? [notInArray(attachments.fileId, but)] : []),
  ))
