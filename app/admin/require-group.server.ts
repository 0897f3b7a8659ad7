import { eq } from 'drizzle-orm'
import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { groups } from '#db/schema/index.ts'

export async function requireGroup(tx: Db, code: string): Promise<void> {
  const [known] = await tx.select({ code: groups.code }).from(groups).where(eq(groups.code, code))
  if (!known) throw new Invalid({ group: { key: 'common:fields.unknownChoice' } })
}
