import { and, eq, inArray, isNull } from 'drizzle-orm'
import { sha256 } from '#app/http/sha256.ts'
import type { Db } from '#db/client.ts'
import { inChunks } from '#db/queries/in-chunks.ts'
import { comments } from '#db/schema/index.ts'

type Keyed = { rowKey: string }

/** A row's key holds the whole comment, which may be longer than an index takes: its hash is what is stored. */
export const storedKey = ({ rowKey }: Keyed) => sha256(rowKey)

/** The rows whose comment the conference does not have yet. */
export async function rowsNotThere<R extends Keyed>(db: Db, conferenceId: number, rows: R[]): Promise<R[]> {
  const found = await inChunks(rows.map(storedKey), 5_000, (chunk) =>
    db
      .select({ rowKey: comments.rowKey })
      .from(comments)
      .where(and(eq(comments.conferenceId, conferenceId), inArray(comments.rowKey, chunk), isNull(comments.annulledAt))),
  )
  const known = new Set(found.map(({ rowKey }) => rowKey))
  return rows.filter((row) => !known.has(storedKey(row)))
}
