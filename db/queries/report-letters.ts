import { eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { reportLetterChoices, reportLettersMade } from '#db/schema/index.ts'
import { isWanted, reportLetters, rolesOffered, type ReportLetter } from '#workflows/reports/letters.ts'
import type { Role } from '#workflows/resolution/actor.ts'
import { inForceOn } from './in-force.ts'

type Receiver = { personId: number; role: Role; unit: string | null }

/** Who wants a letter of that day and has not been looked at for it yet; each once, in the first of their roles it is for. */
export async function receiversOf(db: Db, letter: ReportLetter, on: string, today: string): Promise<Receiver[]> {
  const rows = await db.execute<Receiver & { chosen: boolean | null }>(sql`
    select distinct on (m.person_id) m.person_id::float8 as "personId", m.role, m.unit, c.wanted as chosen
    from memberships m join people p on p.id = m.person_id
      left join report_letter_choices c on c.person_id = m.person_id and c.letter = ${letter}
    where m.role in (${quoted(rolesOffered(letter))}) and ${inForceOn(today)}
      and not exists (select 1 from report_letters_made d where d.person_id = m.person_id and d.letter = ${letter} and d.on_day = ${on}::date)
    order by m.person_id, array_position(array[${quoted(rolesOffered(letter))}], m.role), m.id`)
  return rows.filter(({ role, chosen }) => isWanted(letter, role, chosen ?? undefined))
}

/** Takes a person's letter of a day; false where it was taken before, or is being taken by another worker that then commits. */
export async function takeLetter(tx: Db, personId: number, letter: ReportLetter, on: string): Promise<boolean> {
  const taken = await tx.insert(reportLettersMade).values({ personId, letter, on }).onConflictDoNothing().returning({ on: reportLettersMade.on })
  return taken.length > 0
}

/** What a person chose, by letter; those not chosen about are left out. */
export async function letterChoices(db: Db, personId: number): Promise<Partial<Record<ReportLetter, boolean>>> {
  const rows = await db.select().from(reportLetterChoices).where(eq(reportLetterChoices.personId, personId))
  return Object.fromEntries(rows.map(({ letter, wanted }) => [letter, wanted]))
}

export async function saveLetterChoices(db: Db, personId: number, choices: Partial<Record<ReportLetter, boolean>>): Promise<void> {
  const values = reportLetters.flatMap((letter) => (choices[letter] === undefined ? [] : [{ personId, letter, wanted: choices[letter] }]))
  if (values.length === 0) return
  await db.insert(reportLetterChoices).values(values).onConflictDoUpdate({ target: [reportLetterChoices.personId, reportLetterChoices.letter], set: { wanted: sql`excluded.wanted` } })
}
