import { and, eq, lt, or, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { canonicalJson } from '#db/queries/event-chain.ts'
import { idempotencyKeys } from '#db/schema/index.ts'
import { Invalid } from './errors.ts'
import { sha256 } from './sha256.ts'

type Request = { personId: number; key: string | undefined; body: unknown }

/**
 * Does a piece of work once for a person's key, in one transaction with it: equal requests that arrive together wait
 * for the first and get its result, which must survive JSON. The same key with another body is an `Invalid`. A failed
 * piece of work leaves no key. Without a key the work is simply done.
 */
export function once<T>(db: Db, { personId, key, body }: Request, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    if (!key) return work(tx)
    const requestHash = sha256(canonicalJson(body))
    const mine = and(eq(idempotencyKeys.personId, personId), eq(idempotencyKeys.key, key))
    const inserted = await tx.execute(sql`insert into idempotency_keys (person_id, key, request_hash)
      values (${personId}, ${key}, ${requestHash}) on conflict do nothing returning 1`)
    if (inserted.length === 0) {
      const [first] = await tx.select().from(idempotencyKeys).where(mine)
      if (first?.requestHash !== requestHash) throw new Invalid({ '': { key: 'common:invalid.keyReused' } })
      return first.result as T
    }
    const result = await work(tx)
    await tx.execute(sql`update idempotency_keys set result = ${JSON.stringify(result ?? null)}::jsonb
      where person_id = ${personId} and key = ${key}`)
    return result
  })
}

/** What a browser keeps until its network is back may come again after a long holiday. */
export const longLivedKey = 'desk.'

/** Keys older than a day protect nobody any more, but for those of what waits in browsers. */
export const forgetOldKeys = (db: Db) =>
  db.delete(idempotencyKeys).where(and(
    lt(idempotencyKeys.createdAt, sql`now() - interval '1 day'`),
    or(sql`${idempotencyKeys.key} not like ${`${longLivedKey}%`}`, lt(idempotencyKeys.createdAt, sql`now() - interval '90 days'`)),
  ))
