import { and, eq } from 'drizzle-orm'
import { Refused } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { people } from '#db/schema/index.ts'
import type { Actor } from './actor.ts'

/** A demo account is shared by all who try the program: what one of them did to its access would shut the others out. */
export async function isShared(db: Db, personId: number): Promise<boolean> {
  const rows = await db.select({ id: people.id }).from(people).where(and(eq(people.id, personId), people.demo))
  return rows.length > 0
}

export async function requireOwnAccount(db: Db, { personId }: Pick<Actor, 'personId'>): Promise<void> {
  if (await isShared(db, personId)) throw new Refused({ key: 'access:account.shared' })
}
