import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { lookAtOverview } from '#app/reports/look-at-overview.server.ts'
import { conclusionsDue } from '#db/queries/conclusions-due.ts'
import { countOverduePromises } from '#db/queries/overdue-promises.ts'
import { commitmentsOverdue } from '#db/queries/commitments.ts'
import { conclusionTasks, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHeldConference, withNotice } from '#tests/support/held-conference.ts'
import { aPerson } from '#tests/support/people.ts'
import { changesSince } from '#workflows/reports/changes.ts'

registerFromDisk()
const { db } = await testDatabase()
let held: Awaited<ReturnType<typeof aHeldConference>>
beforeAll(async () => {
  await seedReference(db)
  held = await aHeldConference(db)
  await withNotice(db, held)
})

const at = (time: string) => new Date(`2026-11-20T${time}:00+07:00`)

test('a look is counted once in half an hour, so that a reload does not make news old', async () => {
  const { personId } = await aPerson(db, 'leader')
  expect(await lookAtOverview(db, personId, at('08:00'))).toBeNull()
  expect(await lookAtOverview(db, personId, at('08:29'))).toBeNull()
  expect(await lookAtOverview(db, personId, at('09:00'))).toEqual(at('08:00'))
  expect(await lookAtOverview(db, personId, at('09:29'))).toEqual(at('08:00'))
  expect(await lookAtOverview(db, personId, at('14:00'))).toEqual(at('09:00'))
})

test('of two pages opened at once both are told the same', async () => {
  const { personId } = await aPerson(db, 'leader')
  await lookAtOverview(db, personId, at('08:00'))
  const both = await Promise.all([lookAtOverview(db, personId, at('10:00')), lookAtOverview(db, personId, at('10:00'))])
  expect(both).toEqual([at('08:00'), at('08:00')])
  expect(await lookAtOverview(db, personId, at('10:05'))).toEqual(at('08:00'))
})

test('who never looked is told of a week, who did not for long of a month', () => {
  const now = at('08:00')
  expect(changesSince(null, now)).toEqual({ since: new Date(now.getTime() - 7 * 86_400_000), first: true, cut: false })
  expect(changesSince(new Date('2026-01-01'), now)).toMatchObject({ since: new Date(now.getTime() - 31 * 86_400_000), cut: true })
  expect(changesSince(at('07:00'), now)).toEqual({ since: at('07:00'), first: false, cut: false })
})

test('overdue promises are counted as many as the calendar of commitments lists, no further than asked', async () => {
  const { leader, enterprise } = held.house
  const listed = await commitmentsOverdue(db, leader, {}, '2027-01-01', 100)
  expect(listed.items.length).toBeGreaterThan(0)
  expect(await countOverduePromises(db, leader, '2027-01-01', 100)).toBe(listed.items.length)
  expect(await countOverduePromises(db, leader, '2027-01-01', 0)).toBe(1)
  expect(await countOverduePromises(db, enterprise, '2026-12-31', 100)).toBe((await commitmentsOverdue(db, enterprise, {}, '2026-12-31', 100)).items.length)
})

test('a task of a notice is due until it is done: its promise kept, or its issues resolved', async () => {
  const { leader } = held.house
  const due = async () => (await conclusionsDue(db, leader, { from: '2026-12-28', to: '2027-01-03' }, 50)).map(({ id }) => id)
  const before = await due()
  expect(before.length).toBeGreaterThan(0)
  const tasks = await db.select().from(conclusionTasks)
  const promised = tasks.find((task) => task.commitmentId !== null && before.includes(task.id))
  expect(promised?.dueOn).toBe('2026-12-31')
  expect(await conclusionsDue(db, leader, { from: '2026-11-16', to: '2026-11-22' }, 50)).not.toContainEqual(expect.objectContaining({ id: promised!.id }))
  await db.update(issues).set({ state: 'resolved' }).where(eq(issues.conferenceId, held.conferenceId))
  expect(await due()).toEqual(before.filter((id) => tasks.some((task) => task.id === id && task.commitmentId !== null)))
})
