import { and, count, eq, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { comments, conferences, enterprises, imports, issues } from '#db/schema/index.ts'

/** An import with the proposal a person looks at; without the grids, which only reading again needs. */
export async function importById(db: Db, id: number) {
  const [row] = await db
    .select({
      id: imports.id, conferenceId: imports.conferenceId, kind: imports.kind, fileName: imports.fileName, state: imports.state,
      mapping: imports.mapping, proposal: imports.proposal, committedAt: imports.committedAt, undoneAt: imports.undoneAt,
      conference: conferences.title, scheme: conferences.scheme,
    })
    .from(imports)
    .innerJoin(conferences, eq(conferences.id, imports.conferenceId))
    .where(eq(imports.id, id))
  return row
}

export type ImportRow = NonNullable<Awaited<ReturnType<typeof importById>>>

/** How many comments of an import stand on the register. */
export async function commentsOfImport(db: Db, id: number): Promise<number> {
  const [row] = await db.select({ n: count() }).from(comments).where(and(eq(comments.importId, id), isNull(comments.annulledAt)))
  return row?.n ?? 0
}

/** Keys of a conference's rows of which a part went the way of a denunciation; who prepares imports may not read those. */
export async function rowsOfDenunciations(db: Db, conferenceId: number): Promise<Set<string | null>> {
  const rows = await db
    .select({ rowKey: comments.rowKey })
    .from(issues)
    .innerJoin(comments, eq(comments.id, issues.commentId))
    .where(and(eq(issues.conferenceId, conferenceId), eq(issues.track, 'denunciation'), isNull(issues.annulledAt)))
  return new Set(rows.map(({ rowKey }) => rowKey))
}

/** What an import of running text was read from. */
export async function gridsOfImport(db: Db, id: number): Promise<unknown> {
  const [row] = await db.select({ grids: imports.grids }).from(imports).where(eq(imports.id, id))
  return row?.grids
}

/** What was said in a conference's comments of which a part went the way of a denunciation, and by whom: shown nowhere else. */
export const denouncedWords = (db: Db, conferenceId: number) =>
  db
    .selectDistinct({ text: comments.text, enterprise: enterprises.name })
    .from(issues)
    .innerJoin(comments, eq(comments.id, issues.commentId))
    .leftJoin(enterprises, eq(enterprises.id, comments.enterpriseId))
    .where(and(eq(issues.conferenceId, conferenceId), eq(issues.track, 'denunciation'), isNull(issues.annulledAt)))
