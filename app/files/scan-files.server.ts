import { eq, sql } from 'drizzle-orm'
import { log } from '#app/http/log.ts'
import type { Db } from '#db/client.ts'
import { files } from '#db/schema/index.ts'
import type { Scanner } from './clamd.server.ts'
import { placeOf } from './folder.server.ts'

type Claimed = { id: number; storage: string; attempts: number }
type Options = { signal?: AbortSignal; now?: () => Date }

/** As long as a worker may sit over one file before another takes it for dead. */
const leaseMinutes = 10
/** What the scanner cannot look into is tried again so often, an hour apart, and then given up. */
const mostAttempts = 3

/**
 * Has every file that waits looked at. Several workers may run: each file is taken by one. Where the scanner cannot be
 * reached the file goes on waiting, and so does the rest: nothing is lost and nothing served. Returns how many were judged.
 */
export async function scanFiles(db: Db, scan: Scanner, { signal, now = () => new Date() }: Options = {}): Promise<number> {
  let judged = 0
  for (let file = await claim(db, now()); file && !signal?.aborted; file = await claim(db, now())) {
    try {
      await judge(db, file, await scan(placeOf(file.storage)), now())
      judged += 1
    } catch (error) {
      log.warn({ err: error, file: file.id }, 'the virus scanner cannot be reached; files wait')
      await db.update(files).set({ scanAfter: new Date(now().getTime() + 60_000) }).where(eq(files.id, file.id))
      break
    }
  }
  return judged
}

async function claim(db: Db, at: Date): Promise<Claimed | undefined> {
  const [claimed] = await db.execute<Claimed>(sql`update files set scan_after = ${at.toISOString()}::timestamptz + make_interval(mins => ${leaseMinutes})
    where id = (select id from files where status = 'pending' and (scan_after is null or scan_after <= ${at.toISOString()}::timestamptz)
      order by id limit 1 for update skip locked)
    returning id::int, storage, scan_attempts as attempts`)
  return claimed
}

async function judge(db: Db, { id, attempts }: Claimed, verdict: Awaited<ReturnType<Scanner>>, at: Date): Promise<void> {
  const again = verdict.status === 'failed' && attempts + 1 < mostAttempts
  const said = { status: again ? ('pending' as const) : verdict.status, statusNote: 'note' in verdict ? verdict.note : null }
  const scanAfter = again ? new Date(at.getTime() + 3_600_000) : null
  await db.update(files).set({ ...said, scanAfter, scanAttempts: attempts + 1, scannedAt: at }).where(eq(files.id, id))
}
