import { and, asc, eq, isNull, like, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { remind } from '#app/notices/remind.server.ts'
import { commitments, deadlines, memberships, notices, people, reminders } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { at } from '#tests/support/hanoi-calendar.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))
beforeEach(async () => {
  await db.update(deadlines).set({ stoppedAt: new Date() }).where(isNull(deadlines.stoppedAt))
  await db.update(commitments).set({ state: 'done' })
  await db.update(people).set({ disabledAt: new Date() })
})

const accept = { type: 'accept', note: undefined } as const
const start = at('2024-05-06 09:00')
const remindAt = (time: string) => remind(db, { now: () => at(time) })

/** Who was told which stage of which clock, since the last time one asked. */
async function told(house: Record<string, Actor | number>) {
  const names = new Map(Object.entries(house).flatMap(([name, one]) => (typeof one === 'number' ? [] : [[one.personId, name]])))
  const rows = await db.select().from(notices).where(like(notices.kind, 'remind.%')).orderBy(asc(notices.id))
  await db.delete(notices)
  return rows.map(({ personId, kind, params }) => `${params.clock} ${kind.slice(7)} ${names.get(personId) ?? 'somebody'}`).sort()
}

async function inProgress(unit = 'STNMT', when = start) {
  const house = await aHouse(db, unit)
  const { id, code } = await anIssue(db, { enterpriseId: house.enterpriseId, at: when })
  await walk(db, id, [[house.coordinator, routeTo(unit)], [house.officer, accept]], when)
  await db.delete(notices)
  return { house, id, code }
}

test('an answer is reminded of five times, each time once, and each time one rung higher', async () => {
  const { house, code } = await inProgress()
  const colleague = await aPerson(db, 'officer', { unit: 'STNMT' })
  const days = ['2024-05-14', '2024-05-17', '2024-05-20', '2024-05-23', '2024-06-03']
  const heard = []
  for (const day of days) {
    expect(await remindAt(`${day} 08:00`)).toBe(1)
    expect(await remindAt(`${day} 08:01`)).toBe(0)
    heard.push(await told({ ...house, colleague }))
  }
  expect(heard).toEqual([
    ['answer half officer'],
    ['answer dayBefore officer'],
    ['answer due head', 'answer due officer'],
    ['answer late3 coordinator', 'answer late3 head', 'answer late3 officer'],
    ['answer late10 coordinator', 'answer late10 head', 'answer late10 leader', 'answer late10 officer'],
  ])
  expect(await remindAt('2024-07-01 09:00')).toBe(0)
  const [row] = await db.select().from(reminders).where(eq(reminders.stage, 'due'))
  expect(row).toMatchObject({ clock: 'answer', dueAt: at('2024-05-20 17:00'), sentAt: at('2024-05-20 08:00') })
  expect(code).toMatch(/^KN/)
})

test('what nobody has accepted is told to all officers of the unit, what nobody leads to the coordinating office', async () => {
  const house = await aHouse(db, 'SCT')
  const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, at: start })
  await remindAt('2024-05-14 08:00')
  expect(await told(house)).toEqual(['answer half coordinator'])
  const [second, gone, former] = [await aPerson(db, 'officer', { unit: 'SCT' }), await aPerson(db, 'officer', { unit: 'SCT' }), await aPerson(db, 'officer', { unit: 'SCT' })]
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, gone.personId))
  await db.update(memberships).set({ validTo: '2024-05-14' }).where(eq(memberships.personId, former.personId))
  await walk(db, id, [[house.coordinator, routeTo('SCT')]], at('2024-05-14 10:00'))
  await db.delete(notices)
  await remindAt('2024-05-15 08:00')
  expect(await told({ ...house, second, gone, former })).toEqual(['accept due head', 'accept due officer', 'accept due second'])
})

test('the asked unit is reminded of an opinion and the filer of a question, while the answer waits with nobody’s name on it', async () => {
  const { house, id } = await inProgress('SXD')
  const asked = await aHouse(db, 'CATP')
  await walk(db, id, [[house.officer, { type: 'requestOpinion', units: ['CATP'], unit: undefined, dueOn: undefined, question: 'Có vướng quy hoạch không?' }]], start)
  await db.delete(notices)
  await remindAt('2024-05-10 08:00')
  expect((await told({ ...asked, theirs: house.officer })).filter((line) => line.startsWith('opinion'))).toEqual(['opinion dayBefore officer'])
  await walk(db, id, [[house.officer, { type: 'askEnterprise', question: 'Hồ sơ số mấy?' }]], at('2024-05-10 09:00'))
  await db.delete(notices)
  await remindAt('2024-05-23 08:00')
  await remindAt('2024-05-24 08:00')
  const heard = await told({ ...house })
  expect(heard.filter((line) => line.startsWith('enterprise'))).toEqual(['enterprise dayBefore enterprise', 'enterprise due enterprise'])
  expect(heard.filter((line) => line.startsWith('answer'))).toEqual([])
})

test('a promise is reminded of by its owner’s people until it is kept', async () => {
  const { house, id } = await inProgress('STC')
  const owner = await aHouse(db, 'SKHDT')
  await walk(db, id, [
    [house.officer, { type: 'submitAnswer', text: 'Sẽ làm.', note: undefined }],
    [house.head, { type: 'approve', letterNumber: '1/STC', letterDate: '2024-05-06', note: undefined }],
    [house.officer, { type: 'commit', text: 'Bàn giao đường gom', ownerUnit: 'SKHDT', responsible: undefined, dueOn: '2024-06-03', replaces: undefined }],
  ], start)
  await db.delete(notices)
  const heard = []
  for (const day of ['2024-05-21', '2024-05-31', '2024-06-03']) {
    await remindAt(`${day} 09:00`)
    heard.push(await told(owner))
  }
  expect(heard).toEqual([['commitment half officer'], ['commitment dayBefore officer'], ['commitment due head', 'commitment due officer']])
  await walk(db, id, [[owner.officer, { type: 'fulfil', evidence: 'Biên bản bàn giao', commitment: 1, evidenceUrl: undefined }]], at('2024-06-04 09:00'))
  await db.delete(notices)
  await remindAt('2024-06-20 09:00')
  expect(await told(owner)).toEqual([])
})

test('nothing is said at night, at lunch, on a Sunday or over Tết; it waits for the next opening', async () => {
  const { house } = await inProgress('STNMT', at('2025-01-14 09:00'))
  for (const time of ['2025-01-18 10:00', '2025-01-20 07:59', '2025-01-27 09:00', '2025-01-29 10:00', '2025-02-02 09:00', '2025-02-03 07:30', '2025-02-03 12:30']) {
    expect(await remindAt(time)).toBe(0)
  }
  expect(await remindAt('2025-02-03 13:00')).toBe(1)
  expect(await told(house)).toEqual(['answer dayBefore officer'])
  // the tenth working day: nine days of Tết are not counted
  expect(await remindAt('2025-02-04 08:00')).toBe(1)
})

test('after three days in which no worker ran nothing is missed and nothing is said twice', async () => {
  const { house } = await inProgress()
  expect(await remindAt('2024-05-16 16:00')).toBe(1)
  await db.delete(notices)
  expect(await remindAt('2024-05-21 10:00')).toBe(1)
  expect(await told(house)).toEqual(['answer due head', 'answer due officer'])
  expect(await remindAt('2024-05-21 10:01')).toBe(0)
  expect(await remindAt('2024-05-23 08:00')).toBe(1)
})

test('an extension reminds anew of its own date, and a longer term is no news that half is over', async () => {
  const { house, id } = await inProgress()
  expect(await remindAt('2024-05-17 08:00')).toBe(1)
  await walk(db, id, [
    [house.officer, { type: 'requestExtension', workingDays: 5, note: 'Chờ Bộ trả lời' }],
    [house.coordinator, { type: 'grantExtension', workingDays: 5, note: undefined }],
  ], at('2024-05-17 10:00'))
  await db.delete(notices)
  expect(await remindAt('2024-05-20 08:00')).toBe(0)
  expect(await remindAt('2024-05-24 08:00')).toBe(1)
  expect(await told(house)).toEqual(['answer dayBefore officer'])
  expect(await remindAt('2024-05-27 08:00')).toBe(1)
})

test('what is above the city is held, and told on the first morning after it is back', async () => {
  const { house, id } = await inProgress()
  await walk(db, id, [[house.officer, { type: 'escalateUpward', authority: 'Bộ KH&ĐT', letterNumber: '5/STNMT', letterDate: '2024-05-07', note: undefined }]], at('2024-05-07 09:00'))
  for (const day of ['2024-05-14', '2024-05-15', '2024-05-20', '2024-05-21']) expect(await remindAt(`${day} 09:00`)).toBe(0)
  await walk(db, id, [[house.officer, { type: 'upwardAnswered', text: 'Đồng ý', letterNumber: '9/BKH', letterDate: '2024-05-21' }]], at('2024-05-21 10:00'))
  await db.delete(notices)
  expect(await remindAt('2024-05-22 08:00')).toBe(1)
  expect(await told(house)).toEqual(['answer due head', 'answer due officer'])
})

test('three workers at once say everything once', async () => {
  for (let n = 0; n < 30; n += 1) await inProgress()
  const said = await Promise.all([1, 2, 3].map(() => remind(db, { now: () => at('2024-05-14 08:00'), batch: 4 })))
  expect(said.reduce((sum, n) => sum + n, 0)).toBe(30)
  const [{ doubled } = { doubled: -1 }] = await db.execute<{ doubled: number }>(sql`select count(*)::int as doubled from (
    select 1 from notices where kind = 'remind.half' group by issue_id, person_id having count(*) > 1) d`)
  expect(doubled).toBe(0)
})

test('a clock that was stopped, or is of an issue taken off the register, reminds nobody', async () => {
  const { id } = await inProgress()
  await db.execute(sql`update issues set annulled_at = now() where id = ${id}`)
  expect(await remindAt('2024-05-20 09:00')).toBe(0)
  const second = await inProgress()
  await remindAt('2024-05-13 09:00')
  await db.update(deadlines).set({ stoppedAt: at('2024-05-13 10:00') }).where(and(eq(deadlines.issueId, second.id), isNull(deadlines.stoppedAt)))
  expect(await remindAt('2024-05-20 09:00')).toBe(0)
})
