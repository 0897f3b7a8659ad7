import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { filingDrafts } from '#db/schema/index.ts'

export const dropDraft = (db: Db, personId: number) => db.delete(filingDrafts).where(eq(filingDrafts.personId, personId))
