import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { enterprises, issues, publicFilings } from '#db/schema/index.ts'
import { system } from '#workflows/resolution/actor.ts'
import { visibleTo } from './visible-to.ts'

/** Spelled out: in a sub-select Drizzle would write a column without its table. */
const hasAccount = sql<boolean>`exists (select from memberships m where m.enterprise_id = issues.enterprise_id and m.role = 'enterprise')`
const presented = (code: string, secretHash: string) => and(eq(issues.code, code), eq(publicFilings.secretHash, secretHash), visibleTo(system))

/** What the status page may need of a filing; `undefined` for a wrong code and for a wrong secret alike. */
export async function presentedFiling(db: Db, code: string, secretHash: string) {
  const [row] = await db
    .select({
      id: issues.id, code: issues.code, state: issues.state, receivedAt: issues.receivedAt, dueOn: issues.dueOn, firstDueOn: issues.firstDueOn,
      leadUnit: issues.leadUnit, claimedAt: publicFilings.claimedAt, hasAccount,
      published: sql<string | null>`(select p.answer from publications p where p.issue_id = issues.id and p.state = 'published')`,
      answer: sql<{ text: string; kind: 'answer' | 'refusal'; number: string | null; date: string | null; answeredBy: string | null } | null>`(
        select json_build_object('text', a.text, 'kind', a.kind, 'number', a.letter_number, 'date', a.letter_date, 'answeredBy', a.answered_by)
        from answers a where a.issue_id = issues.id and a.issued_at is not null order by a.number desc limit 1)`,
    })
    .from(publicFilings)
    .innerJoin(issues, eq(issues.id, publicFilings.issueId))
    .where(presented(code, secretHash))
  return row
}

/** The same for whoever takes it into an account, locked: of two who come at once the second finds it taken. */
export async function filingToClaim(tx: Db, code: string, secretHash: string, associationId: number | null) {
  const [row] = await tx
    .select({
      id: issues.id, code: issues.code, version: issues.version, enterpriseId: issues.enterpriseId, claimedAt: publicFilings.claimedAt, hasAccount,
      taxCode: sql<string | null>`(select e.tax_code from ${enterprises} e where e.id = issues.enterprise_id)`,
      isMember: sql<boolean>`exists (select from association_members m where m.association_id = ${associationId} and m.enterprise_id = issues.enterprise_id)`,
    })
    .from(publicFilings)
    .innerJoin(issues, eq(issues.id, publicFilings.issueId))
    .where(presented(code, secretHash))
    .for('update')
  return row
}
