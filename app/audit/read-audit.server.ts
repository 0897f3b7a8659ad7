import { checkForm } from '#app/ui/check-form.ts'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { issueIdOf } from '#db/queries/issue-position.ts'
import { auditForm } from './audit-form.ts'

/** A search of either log as it stands in an address: what is asked, where the page begins, and the issue it names. */
export async function readAudit(db: Db, actor: Actor, { searchParams }: URL) {
  const form = new FormData()
  for (const [name, value] of searchParams) form.append(name, value)
  const asked = checkForm(auditForm, form)
  const cursor = /^\d{1,15}$/.test(searchParams.get('cursor') ?? '') ? Number(searchParams.get('cursor')) : null
  const code = asked.ok ? asked.data.code : undefined
  const issue = code ? await issueIdOf(db, code.toUpperCase(), actor) : undefined
  return { asked, cursor, issue, values: Object.fromEntries(searchParams), errors: asked.ok ? {} : asked.errors }
}
