import { eq } from 'drizzle-orm'
import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { passagesOf } from '#db/queries/passages.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import { comments } from '#db/schema/index.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { covers, readPassage } from '#workflows/text/passages.ts'

/** Sentences taken by a split must stand in its comment, and in the part of it that this issue answers for. */
export async function requireOwnPassages(db: Db, { id, commentId }: PositionRow, move: MoveInput): Promise<void> {
  if (move.type !== 'split' || !move.sentences?.length) return
  const taken = move.sentences.map(readPassage)
  const [said] = await db.select({ text: comments.text }).from(comments).where(eq(comments.id, commentId))
  const own = await passagesOf(db, id, said?.text ?? '')
  if (taken.some((one) => !one || !covers(own, [one]))) {
    throw new Invalid({ sentences: { key: 'common:fields.unknownChoice' } })
  }
}
