import { and, inArray, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import type { FileLine } from '#db/queries/files.ts'
import { files } from '#db/schema/index.ts'
import { removeBytes, settle } from './folder.server.ts'
import type { Received } from './receive-file.server.ts'

/**
 * A file that was received, on its own until a move or a filing takes it up. The row comes first: bytes without a row
 * would be found by nobody, a row that nothing has taken up is swept with its bytes.
 */
export async function keepUpload(db: Db, received: Received, of: { by: Pick<Actor, 'personId'>; issueId: number | null }): Promise<FileLine> {
  const values = { ...received, forIssue: of.issueId, uploadedBy: of.by.personId, uploadedAt: new Date() }
  const { id, name, type, size, sha256, status } = files
  try {
    const [kept] = await db.insert(files).values(values).returning({ id, name, type, size, sha256, status })
    await settle(received.storage)
    return kept!
  } catch (error) {
    await removeBytes(received.storage)
    throw error
  }
}

const unused = sql`not exists (select from attachments t where t.file_id = files.id)`

/** Takes back files that nothing has taken up. Held until their bytes are gone, so that nothing takes them up meanwhile. */
export async function discardUploads(db: Db, ids: number[]): Promise<number> {
  if (ids.length === 0) return 0
  return db.transaction(async (tx) => {
    const gone = await tx.delete(files).where(and(inArray(files.id, ids), unused)).returning({ storage: files.storage })
    for (const { storage } of gone) await removeBytes(storage)
    return gone.length
  })
}
