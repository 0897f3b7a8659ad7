import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { verifyAllChains, verifyChain } from '#db/queries/verify-chain.ts'
import { issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'

const { db, sql } = await testDatabase()
beforeAll(() => seedReference(db))

async function anIssueOnItsWay() {
  const { enterpriseId, coordinator, officer } = await aHouse(db)
  const issue = await anIssue(db, { enterpriseId })
  await walk(db, issue.id, [[coordinator, routeTo('STNMT')], [officer, { type: 'accept', note: undefined }], [officer, { type: 'askEnterprise', question: 'Hồ sơ số mấy, nộp ngày nào?' }]])
  return issue
}

/** As somebody with the keys of the database would do it. */
async function tamper(change: () => PromiseLike<unknown>) {
  await sql`alter table issue_events disable trigger refuse_change`
  await change()
  await sql`alter table issue_events enable always trigger refuse_change`
}

test('the chain of an issue that nobody touched is whole, also by the command line’s way', async () => {
  const { id } = await anIssueOnItsWay()
  await anIssueOnItsWay()
  expect(await verifyChain(db, id)).toEqual({ ok: true, events: 4 })
  expect(await verifyAllChains(db, 1)).toEqual({ issues: 2, events: 8, broken: 0 })
})

test.each([
  ['a changed word', 'content', 2, (id: number) => sql`update issue_events set note = 'khác' where issue_id = ${id} and seq = 2`],
  ['another name of the unit', 'content', 3, (id: number) => sql`update issue_events set unit_name = 'khác' where issue_id = ${id} and seq = 3`],
  ['a changed payload', 'content', 4, (id: number) => sql`update issue_events set payload = payload || '{"question":"x"}' where issue_id = ${id} and seq = 4`],
  ['a moved date', 'content', 3, (id: number) => sql`update issue_events set due_at = due_at + interval '1 day' where issue_id = ${id} and seq = 3`],
  ['an event taken out', 'order', 4, (id: number) => sql`delete from issue_events where issue_id = ${id} and seq = 3`],
  ['the last event taken out', 'end', 3, (id: number) => sql`delete from issue_events where issue_id = ${id} and seq = 4`],
  ['another hash before it', 'link', 2, (id: number) => sql`update issue_events set previous_hash = repeat('1', 64) where issue_id = ${id} and seq = 2`],
])('%s is found, with its place', async (_, because, seq, change) => {
  const { id, code } = await anIssueOnItsWay()
  await tamper(() => change(id))
  expect(await verifyChain(db, id)).toMatchObject({ ok: false, seq, because })
  const all = await verifyAllChains(db)
  expect(all.broken).toBe(1)
  expect(all.first).toEqual({ code, seq, because })
  await tamper(() => db.delete(issueEvents).where(eq(issueEvents.issueId, id)))
  await db.update(issues).set({ lastHash: '0'.repeat(64) }).where(eq(issues.id, id))
})
