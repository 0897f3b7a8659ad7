import { asc, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { associations, conferenceParticipants, enterprises, units } from '#db/schema/index.ts'

const { kind, delegate, position, state, attended } = conferenceParticipants

/** Authorities before guests of the house, as minutes name them. */
const rank = sql`array_position(array['unit', 'association', 'enterprise', 'guest'], ${kind})`

/** Who was invited to a conference and who came, by kind and in the order of the list. */
export const attendanceOf = (db: Db, conferenceId: number) =>
  db
    .select({
      kind, delegate, position, state, attended,
      name: sql<string | null>`coalesce(${enterprises.name}, ${associations.name}, ${units.nameVi})`,
    })
    .from(conferenceParticipants)
    .leftJoin(enterprises, eq(enterprises.id, conferenceParticipants.enterpriseId))
    .leftJoin(associations, eq(associations.id, conferenceParticipants.associationId))
    .leftJoin(units, eq(units.code, conferenceParticipants.unit))
    .where(eq(conferenceParticipants.conferenceId, conferenceId))
    .orderBy(asc(rank), asc(conferenceParticipants.id))

export type Attendance = Awaited<ReturnType<typeof attendanceOf>>
