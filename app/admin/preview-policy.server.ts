import { readRules } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { requireAddable } from './add-policy.server.ts'
import type { PolicyPreview } from './confirm-policy.tsx'
import { policyChange } from './policy-change.ts'
import type { PolicyInput, PolicyTerm } from './policy-form.ts'
import { previewMoved, type Moved } from './preview-moved.server.ts'

/** What it would mean for open issues to follow a new term. Throws `Invalid` where it could not be added. */
export async function previewPolicy(db: Db, policy: PolicyInput): Promise<PolicyPreview> {
  const rules = await readRules(db)
  await requireAddable(db, policy, rules)
  return { moved: await previewMoved(db, policyChange(rules, policy)), policy }
}

/** One page of the same, of a term that need not be addable any more: it may have been added meanwhile. */
export async function movedByPolicy(db: Db, policy: PolicyTerm, page: number): Promise<Moved> {
  return previewMoved(db, policyChange(await readRules(db), policy), page)
}
