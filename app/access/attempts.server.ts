import rateLimiter from 'rate-limiter-flexible'
import type { Db } from '#db/client.ts'
import { rateLimits } from '#db/schema/index.ts'

/** A whole hall may sit behind one address: as many as it can write in a quarter of an hour. */
export const mostFilings = 120

const limits = (db: Db) => ({
  address: new rateLimiter.RateLimiterDrizzle({
    storeClient: db, schema: rateLimits, keyPrefix: 'address', points: 60, duration: 15 * 60, clearExpiredByTimeout: false,
  }),
  account: new rateLimiter.RateLimiterDrizzle({
    storeClient: db, schema: rateLimits, keyPrefix: 'account', points: 10, duration: 15 * 60, clearExpiredByTimeout: false,
  }),
  filing: new rateLimiter.RateLimiterDrizzle({
    storeClient: db, schema: rateLimits, keyPrefix: 'filing', points: mostFilings, duration: 15 * 60, clearExpiredByTimeout: false,
  }),
  secret: new rateLimiter.RateLimiterDrizzle({
    storeClient: db, schema: rateLimits, keyPrefix: 'secret', points: 60, duration: 15 * 60, clearExpiredByTimeout: false,
  }),
})

/** Counts one attempt at a password by address and by account, in the database, so that every process counts together. */
export function mayAttempt(db: Db, { address, email }: { address: string; email: string }): Promise<boolean> {
  const { address: byAddress, account } = limits(db)
  return allowed(byAddress.consume(address || 'unknown'), account.consume(email))
}

/** A right password gives the account's count back. */
export const forgiveAttempts = (db: Db, email: string) => limits(db).account.delete(email)

/** Counts one secret address that was wrong, or one use of a right one, by where it came from. */
export const mayPresent = (db: Db, address: string): Promise<boolean> => allowed(limits(db).secret.consume(address || 'unknown'))

/** Counts one filing without an account, by where it came from. */
export const mayFile = (db: Db, address: string): Promise<boolean> => allowed(limits(db).filing.consume(address || 'unknown'))

/** The limiter rejects with an error where something failed, and with anything else where the count is used up. */
async function allowed(...counted: Promise<unknown>[]): Promise<boolean> {
  try {
    await Promise.all(counted)
    return true
  } catch (reason) {
    if (reason instanceof Error) throw reason
    return false
  }
}
