import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid } from '#app/http/errors.ts'
import { forgetRules, readRules, type Rules } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { deadlinePolicies } from '#db/schema/index.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { applyRules } from './apply-rules.server.ts'
import { codeOf, policyChange } from './policy-change.ts'
import type { PolicyInput } from './policy-form.ts'
import { recordChange } from './record-change.server.ts'

/**
 * A new version of a term. The older ones stay as they are: on any day the one that came into force last holds, and a
 * clock that runs keeps the term it was started with, unless `applyToOpen` says that open issues follow. Throws `Invalid`
 * where a version begins on that day already, or where open issues should follow a term not in force yet.
 */
export async function addPolicy(db: Db, by: Actor, input: PolicyInput, at = new Date()): Promise<void> {
  const { applyToOpen, confirmed: _confirmed, ...policy } = input
  await db.transaction(async (tx) => {
    await tx.execute('lock table deadline_policies in share row exclusive mode')
    const rules = await readRules(tx)
    await requireAddable(tx, input, rules, at)
    const [added] = await tx.insert(deadlinePolicies).values({ code: codeOf(policy), ...policy }).returning()
    const adminEventId = await recordChange(tx, by, { subject: 'policy', subjectId: added!.id, change: 'add', after: { ...added, applyToOpen }, at })
    if (applyToOpen) await applyRules(tx, policyChange(rules, policy), { reason: 'policy', adminEventId, by, at })
  })
  forgetRules()
}

export async function requireAddable(db: Db, policy: PolicyInput, { calendar }: Rules, at = new Date()): Promise<void> {
  const sameClass = policy.class === null ? isNull(deadlinePolicies.class) : eq(deadlinePolicies.class, policy.class)
  const same = and(eq(deadlinePolicies.clock, policy.clock), sameClass, eq(deadlinePolicies.validFrom, policy.validFrom))
  const [taken] = await db.select({ id: deadlinePolicies.id }).from(deadlinePolicies).where(same)
  if (taken) throw new Invalid({ validFrom: { key: 'admin:invalid.policySameDay' } })
  if (policy.applyToOpen && policy.validFrom > localDate(at, calendar)) throw new Invalid({ applyToOpen: { key: 'rules:invalid.notInForce' } })
}
