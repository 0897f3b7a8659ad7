import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { seedComingConference } from '#app/cli/seed-demo-coming.ts'
import { seedDemoConference } from '#app/cli/seed-demo-conference.ts'
import { seedDemoPeople } from '#app/cli/seed-demo.ts'
import { conferenceParticipants, conferences, enterprises, imports, issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'

const { db } = await testDatabase()
beforeAll(async () => {
  await seedReference(db)
  await seedDemoPeople(db)
})

test('the demo conference is entered by the demo’s coordinating office and holds the 80 issues once, however often it is asked for', async () => {
  await seedDemoConference(db)
  await seedDemoConference(db)
  expect(await db.select().from(issues)).toHaveLength(80)
  const events = await db.select({ by: issueEvents.personName }).from(issueEvents)
  expect(new Set(events.map(({ by }) => by))).toEqual(new Set(['Phạm Văn Mẫu Dũng']))
  expect(await db.select({ state: imports.state }).from(imports)).toEqual([{ state: 'committed' }])
})

test('the demo enterprise finds its own issues among them', async () => {
  const rows = await db.select({ id: issues.id }).from(issues).innerJoin(enterprises, eq(enterprises.id, issues.enterpriseId)).where(eq(enterprises.taxCode, '9900005487'))
  expect(rows.length).toBeGreaterThan(0)
})

test('the next conference of the series stands three weeks ahead, half prepared', async () => {
  await seedComingConference(db, new Date('2026-11-23T02:00:00Z'))
  const [held, coming] = await db.select().from(conferences).orderBy(conferences.id)
  expect(coming).toMatchObject({ seriesId: held!.seriesId, heldOn: '2026-12-14', collectUntil: '2026-11-30', answersDueOn: '2026-12-07' })
  expect(coming!.seriesId).not.toBeNull()
  expect(coming!.publicFormKey).toMatch(/^[a-z2-9]{12}$/)
  const invited = await db.select({ kind: conferenceParticipants.kind, state: conferenceParticipants.state }).from(conferenceParticipants)
  expect(new Set(invited.map(({ kind }) => kind))).toEqual(new Set(['enterprise', 'association', 'unit', 'guest']))
  expect(new Set(invited.map(({ state }) => state))).toEqual(new Set(['invited', 'confirmed', 'declined']))
  const states = await db.select({ state: issues.state }).from(issues).where(eq(issues.conferenceId, coming!.id)).orderBy(issues.id)
  expect(states.map(({ state }) => state)).toEqual(['inProgress', 'routed', 'received', 'received'])
})
