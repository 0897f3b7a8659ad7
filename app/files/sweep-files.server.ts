import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { incomingFolder } from './folder.server.ts'
import { discardUploads } from './keep-upload.server.ts'

const hour = 3_600_000

/**
 * What forms have left behind: files that nothing has taken up within a day, within thirty where an issue is only being
 * filed, and what a process that died had received in part. Bytes at their place are never judged by the disk alone.
 */
export async function sweepFiles(db: Db, now = new Date()): Promise<void> {
  const left = await db.execute<{ id: number }>(sql`select f.id::int from files f
    where f.uploaded_at < ${now.toISOString()}::timestamptz - case when f.for_issue is null then interval '30 days' else interval '1 day' end
      and not exists (select from attachments t where t.file_id = f.id) order by f.id limit 500`)
  await discardUploads(db, left.map(({ id }) => id))
  for (const name of await readdir(incomingFolder()).catch(() => [])) {
    const path = join(incomingFolder(), name)
    const changed = await stat(path).catch(() => undefined)
    if (changed && changed.mtimeMs < now.getTime() - hour) await rm(path, { force: true })
  }
}
