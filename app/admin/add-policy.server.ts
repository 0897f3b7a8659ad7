import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid } from '#app/http/errors.ts'
import { forgetRules } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { deadlinePolicies } from '#db/schema/index.ts'
import type { PolicyInput } from './policy-form.ts'
import { recordChange } from './record-change.server.ts'

/**
 * A new version of a term. The older ones stay as they are: on any day the one that came into force last holds, and a
 * clock that runs keeps the term it was started with. Throws `Invalid` where a version begins on that day already.
 */
export async function addPolicy(db: Db, by: Actor, policy: PolicyInput): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute('lock table deadline_policies in share row exclusive mode')
    const sameClass = policy.class === null ? isNull(deadlinePolicies.class) : eq(deadlinePolicies.class, policy.class)
    const same = and(eq(deadlinePolicies.clock, policy.clock), sameClass, eq(deadlinePolicies.validFrom, policy.validFrom))
    const [taken] = await tx.select({ id: deadlinePolicies.id }).from(deadlinePolicies).where(same)
    if (taken) throw new Invalid({ validFrom: { key: 'admin:invalid.policySameDay' } })
    const code = policy.class ? `${policy.clock}.${policy.class}` : policy.clock
    const [added] = await tx.insert(deadlinePolicies).values({ code, ...policy }).returning()
    await recordChange(tx, by, { subject: 'policy', subjectId: added!.id, change: 'add', after: added })
  })
  forgetRules()
}
