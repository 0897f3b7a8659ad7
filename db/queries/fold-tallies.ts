import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'

/** Sums up what writes changed in the counts, so that reports add fewer rows. Reports are as right before as after it. */
export const foldTallies = (db: Db) => db.execute(sql`select public.fold_tallies(now())`)

/** Counts all issues anew; for whoever doubts, and after rows were copied in with triggers off. Writers wait meanwhile. */
export const rebuildTallies = (db: Db) => db.execute(sql`select public.rebuild_tallies(now())`)
