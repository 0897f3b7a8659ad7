import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { raiseIssue } from '#app/issues/raise-issue.server.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { listIssues } from '#db/queries/issue-list.ts'
import { drawNumbers } from '#db/queries/put-on-register.ts'
import { resolutionReport } from '#db/queries/resolution-report.ts'
import { enterprises, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, walk } from '#tests/support/issues.ts'
import { anEnterprise } from '#tests/support/people.ts'
import { system } from '#workflows/resolution/actor.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

type Place = { zone?: string; district?: string }

async function raised(conferenceId: number, said: Place, home: Place = {}) {
  const enterpriseId = await anEnterprise(db)
  await db.update(enterprises).set({ zone: home.zone ?? null, district: home.district ?? null }).where(eq(enterprises.id, enterpriseId))
  const comment = { conferenceId, enterpriseId, text: 'Đường vào cụm công nghiệp bị ngập.', channel: 'form' as const }
  const issue = { ...comment, associationId: null, filedBy: null, group: 'land', topic: null, suggestion: null }
  const rules = await rulesOf(db)
  const { id } = await db.transaction(async (tx) => raiseIssue(tx, await drawNumbers(tx), { comment: { ...comment, ...said }, issue }, system, new Date(), rules))
  return id
}

const placeOf = async (id: number) => (await db.select({ zone: issues.zone, district: issues.district }).from(issues).where(eq(issues.id, id)))[0]

test('an issue lies where its comment says, else where its enterprise is; a zone of the list brings its district', async () => {
  const { secretary } = await aHouse(db)
  const conference = await aConference(db, secretary)
  const home = { zone: 'CCN Phú Yên', district: 'Phú Xuyên' }
  expect(await placeOf(await raised(conference, {}, home))).toEqual(home)
  expect(await placeOf(await raised(conference, { zone: 'CCN làng nghề Đại Thắng' }))).toEqual({ zone: 'CCN làng nghề Đại Thắng', district: 'Phú Xuyên' })
  expect(await placeOf(await raised(conference, { district: 'Mê Linh' }, home))).toEqual({ zone: null, district: 'Mê Linh' })
  expect(await placeOf(await raised(conference, {}))).toEqual({ zone: null, district: null })
})

test('by zone and by district each figure is as long as its list, and a part that was split off lies where the whole does', async () => {
  const house = await aHouse(db)
  const conference = await aConference(db, house.secretary)
  const id = await raised(conference, { zone: 'CCN Phú Yên' })
  await raised(conference, { district: 'Phú Xuyên' })
  await raised(conference, {})
  await walk(db, id, [[house.coordinator, { type: 'split', rest: 'Đường vào cụm.', text: 'Nước bị ngập.', sentences: undefined, note: undefined }]])
  const by = async (groupBy: 'zone' | 'district') =>
    Object.fromEntries((await resolutionReport(db, house.leader, { groupBy, conference })).rows.map(({ key, received, perComment }) => [key ?? 'none', [received, perComment.received]]))
  expect(await by('zone')).toEqual({ 'CCN Phú Yên': [2, 1], none: [2, 2] })
  expect(await by('district')).toEqual({ 'Phú Xuyên': [3, 2], none: [1, 1] })
  for (const [filter, count] of [[{ zone: 'CCN Phú Yên' }, 2], [{ zone: 'none' }, 2], [{ district: 'Phú Xuyên' }, 3], [{ district: 'none' }, 1]] as const) {
    expect((await listIssues(db, house.leader, { conference, ...filter }, { limit: 10 })).items).toHaveLength(count)
  }
})

test('a month, a day and a period begin at midnight in Hanoi, in reports and in lists', async () => {
  const house = await aHouse(db)
  const conference = await aConference(db, house.secretary)
  const rules = await rulesOf(db)
  const enterpriseId = await anEnterprise(db)
  for (const at of ['2025-10-31T23:30:00+07:00', '2025-11-01T00:30:00+07:00']) {
    const comment = { conferenceId: conference, enterpriseId, text: 'Đề nghị cấp điện.', channel: 'form' as const }
    const issue = { ...comment, associationId: null, filedBy: null, group: 'land', topic: null, suggestion: null }
    await db.transaction(async (tx) => raiseIssue(tx, await drawNumbers(tx), { comment, issue }, system, new Date(at), rules))
  }
  const { rows } = await resolutionReport(db, house.leader, { groupBy: 'month', conference })
  expect(rows.map(({ key, received }) => [key, received])).toEqual([['2025-10', 1], ['2025-11', 1]])
  const periods = [[{ month: '2025-10' }, 1], [{ month: '2025-11' }, 1], [{ from: '2025-11-01' }, 1], [{ to: '2025-10-31' }, 1], [{ from: '2025-10-31', to: '2025-10-31' }, 1], [{ from: '2025-10-31', to: '2025-11-01' }, 2], [{ from: '2025-11-02' }, 0]] as const
  for (const [filter, count] of periods) {
    const { items } = await listIssues(db, house.leader, { conference, ...filter }, { limit: 10 })
    const report = await resolutionReport(db, house.leader, { groupBy: 'unit', conference, ...filter })
    expect([items.length, report.total.received], JSON.stringify(filter)).toEqual([count, count])
  }
})
