import { sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { forbidden } from '#app/http/errors.ts'
import { sha256 } from '#app/http/sha256.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { readQuestion } from '#app/reports/read-question.ts'
import type { Db } from '#db/client.ts'
import { canonicalJson } from '#db/queries/event-chain.ts'
import { issuedFigures } from '#db/schema/index.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import type { Issued } from '#workflows/reports/issued.ts'
import { figuresOf } from './figures-of.server.ts'
import type { IssueInput } from './issue-form.ts'
import { mayIssue } from './readers.ts'

export const hashOfIssued = (content: unknown): string => sha256(canonicalJson(content))

/** Any number, for the lock under which a year's next number is given. */
const numbering = 5_211_030

/**
 * Freezes a report: question, instant, definitions and every figure, under the next number of its year, with the SHA-256
 * over all of it. Counted from events as of the instant that was shown, so that it can be counted again. Returns its id.
 */
export async function issueFigures(db: Db, by: Actor, { title, question }: IssueInput, at = new Date()): Promise<number> {
  if (!mayIssue(by.role)) return forbidden()
  const asked = readQuestion(new URLSearchParams(question), at)
  const figures = await figuresOf(db, by, { ...asked, asOf: asked.asOf ?? at })
  const { calendar } = await rulesOf(db)
  const year = Number(localDate(at, calendar).slice(0, 4))
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${numbering})`)
    const [row] = await tx.execute<{ next: number }>(sql`select coalesce(max(number), 0)::int + 1 as next from issued_figures where year = ${year}`)
    const number = row?.next ?? 1
    const content: Issued = {
      ...figures, title, number: `${String(number).padStart(2, '0')}/${year}`, issuedAt: at.toISOString(),
      issuer: { personId: by.personId, name: by.name, role: by.role, unit: by.unitName },
    }
    const kept = { year, number, title, asOf: new Date(figures.asOf), issuedAt: at, personId: by.personId, personName: by.name, content, sha256: hashOfIssued(content) }
    const [issued] = await tx.insert(issuedFigures).values(kept).returning({ id: issuedFigures.id })
    return issued!.id
  })
}
