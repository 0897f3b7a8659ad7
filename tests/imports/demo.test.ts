import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { seedDemoConference } from '#app/cli/seed-demo-conference.ts'
import { seedDemoPeople } from '#app/cli/seed-demo.ts'
import { enterprises, imports, issueEvents, issues } from '#db/schema/index.ts'
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
