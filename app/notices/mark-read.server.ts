import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { readNotices } from '#db/queries/my-notices.ts'

const number = z.coerce.number('other').int('other').positive('other').max(Number.MAX_SAFE_INTEGER, 'other')
export const markReadForm = z.object({ id: number.optional(), upTo: number.optional() })

/** One of the person's own notices, or all up to the newest they were shown. Another person's is left as it is. */
export async function markRead(db: Db, personId: number, { id, upTo }: z.output<typeof markReadForm>): Promise<void> {
  if (id !== undefined) await readNotices(db, personId, { id }, new Date())
  else if (upTo !== undefined) await readNotices(db, personId, { upTo }, new Date())
}
