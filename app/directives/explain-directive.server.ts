import { and, inArray } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { visibleTo } from '#db/queries/visible-to.ts'
import { issues } from '#db/schema/index.ts'
import type { ExplainInput } from './directive-form.ts'
import { moveDirective } from './move-directive.server.ts'

/** The head of the unit explains, in words and with the issues that bear them out. */
export async function explainDirective(db: Db, id: number, { seen, text, issues: codes }: ExplainInput, by: Actor, at = new Date()): Promise<void> {
  const named = codes.length === 0 ? [] : await db.select({ id: issues.id, code: issues.code }).from(issues).where(and(inArray(issues.code, codes), visibleTo(by)))
  const unknown = codes.filter((code) => !named.some((issue) => issue.code === code))
  if (unknown.length > 0) throw new Invalid({ issues: { key: 'directives:invalid.unknownIssues', params: { codes: unknown.join(', ') } } })
  await moveDirective(db, { id, seen, move: 'explain', text, issueIds: named.map((issue) => issue.id) }, by, at)
}
