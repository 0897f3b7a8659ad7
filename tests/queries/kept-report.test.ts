import { beforeAll, expect, test } from 'vitest'
import { keptReport } from '#db/queries/kept-report.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

test('a report is counted once while nothing happens, and again as soon as an issue has moved', async () => {
  const { leader, officer, coordinator } = await aHouse(db)
  const ask = () => keptReport(db, leader, { groupBy: 'unit' })
  const empty = await ask()
  const { id } = await anIssue(db)
  const one = await ask()
  expect([empty.total.received, one.total.received]).toEqual([0, 1])
  // other test files write to other databases of the same server, which ends a snapshot too
  await expect.poll(async () => (await ask()) === (await ask())).toBe(true)

  await walk(db, id, [[coordinator, routeTo('STNMT')]])
  expect((await ask()).rows.map(({ key }) => key)).toEqual(['STNMT'])
  expect((await keptReport(db, officer, { groupBy: 'unit' })).total.received).toBe(1)
  expect((await keptReport(db, { ...officer, unit: 'SXD' }, { groupBy: 'unit' })).total.received).toBe(0)
})

test('a move not yet committed neither shows nor is missed once it is', async () => {
  const { leader } = await aHouse(db)
  const ask = async () => (await keptReport(db, leader, { groupBy: 'group' })).total.received
  const before = await ask()
  let during = 0
  await db.transaction(async (tx) => {
    await anIssue(tx)
    during = await ask()
  })
  expect([during, await ask()]).toEqual([before, before + 1])
})
