import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { conferenceSpeakers, enterprises } from '#db/schema/index.ts'

export type SpeakerRow = Awaited<ReturnType<typeof speakersOf>>[number]

/** Who has the floor, who waits for it in turn, then whom the chair passed over; not who has spoken. */
export const speakersOf = (db: Db, conferenceId: number) =>
  db
    .select({
      id: conferenceSpeakers.id, name: conferenceSpeakers.name, state: conferenceSpeakers.state, place: conferenceSpeakers.place,
      calledAt: conferenceSpeakers.calledAt, enterprise: enterprises.name,
    })
    .from(conferenceSpeakers)
    .leftJoin(enterprises, eq(enterprises.id, conferenceSpeakers.enterpriseId))
    .where(and(eq(conferenceSpeakers.conferenceId, conferenceId), ne(conferenceSpeakers.state, 'spoken')))
    .orderBy(sql`array_position(array['speaking', 'waiting', 'skipped'], ${conferenceSpeakers.state})`, asc(conferenceSpeakers.place), asc(conferenceSpeakers.id))

/** An enterprise as written on a slip: by its tax code, or by its name where only one bears it. */
export async function enterpriseOnSlip(db: Db, { name, taxCode }: { name: string; taxCode?: string }) {
  const [known, another] = await db
    .select({ id: enterprises.id, name: enterprises.name })
    .from(enterprises)
    .where(taxCode ? eq(enterprises.taxCode, taxCode) : sql`${enterprises.nameFolded} = public.fold_vi(${name})`)
    .limit(2)
  return another ? undefined : known
}
