import { sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { recordChange } from '#app/admin/record-change.server.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { delegable, obstacleTo, possibleStandIns } from '#db/queries/delegations.ts'
import { delegations, notices } from '#db/schema/index.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import type { HandOver } from './absence-form.ts'

/**
 * Lets somebody stand in for a role while its holder is away. Holders do it for themselves, within their unit; an
 * administrator for anybody, across units too. Nobody hands on a role they only stand in for: that chain grows by their own
 * absence. Throws `NotFound` for a role that is not theirs to give, `Invalid` at the field for all else.
 */
export function handOver(db: Db, by: Actor, input: HandOver, now = new Date()): Promise<void> {
  return db.transaction(async (tx) => {
    // one at a time: two that are made at once could close a circle that neither sees
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('delegations'))`)
    const { membershipId, toPersonId, fromOn, untilOn, reason } = input
    const role = await delegable(tx, membershipId)
    if (!role || (by.role !== 'admin' && role.holderId !== by.personId)) return notFound('membership')
    const { calendar } = await rulesOf(tx)
    if (fromOn < localDate(now, calendar)) throw new Invalid({ fromOn: { key: 'absence:invalid.past' } })
    const able = await possibleStandIns(tx, role.holderId, by.role === 'admin' ? undefined : [role.unit ?? ''])
    if (!able.some(({ id }) => id === toPersonId)) throw new Invalid({ toPersonId: { key: 'common:invalid.choose' } })
    const obstacle = await obstacleTo(tx, input, role.holderId)
    if (obstacle) throw new Invalid({ [obstacle === 'loop' ? 'toPersonId' : 'fromOn']: { key: `absence:invalid.${obstacle}` } })
    await tx.insert(delegations).values({ membershipId, toPersonId, fromOn, untilOn, reason, createdBy: by.personId, createdAt: now })
    await recordChange(tx, by, { subject: 'person', subjectId: role.holderId, change: 'handOver', after: { membershipId, toPersonId, fromOn, untilOn, reason } })
    const [from, until] = [fromOn, untilOn].map((date) => date.split('-').reverse().join('/'))
    await tx.insert(notices).values({ personId: toPersonId, issueId: null, kind: 'standIn', params: { name: role.holder, from: from!, until: until! }, createdAt: now })
  })
}
