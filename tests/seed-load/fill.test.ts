import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { rulesOf } from '#app/issues/rules.server.ts'
import { rebuildHoldings } from '#app/issues/rebuild-holdings.server.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { seedDemoPeople } from '#app/cli/seed-demo.ts'
import { fillRegister } from '#app/seed-load/fill.server.ts'
import { addEventYears } from '#db/queries/event-years.ts'
import { listIssues } from '#db/queries/issue-list.ts'
import { resolutionReport } from '#db/queries/resolution-report.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { verifyAllChains } from '#db/queries/verify-chain.ts'
import { issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anIssue } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { addWorkingTime } from '#workflows/deadlines/working-time.ts'
import { system } from '#workflows/resolution/actor.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'
import { replay } from '#workflows/resolution/replay.ts'

const { db, sql } = await testDatabase()
const now = new Date('2026-11-20T05:00:00Z')
const many = 600
const tables = async () =>
  (await sql`select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as made from pg_constraint
    union all select pg_get_indexdef(indexrelid) || indisvalid from pg_index
    union all select tgrelid::regclass || ' ' || tgname || tgenabled::text from pg_trigger where not tgisinternal order by 1`).map(({ made }) => String(made))
let before: string[]
beforeAll(async () => {
  await seedReference(db)
  await db.transaction(seedDemoPeople)
  await addEventYears(db, now, now.getFullYear() - 1)
  before = await tables()
  await fillRegister(db, sql, many, { now, plant: [{ word: 'bauxite', every: 100 }] })
})

test('the tables have every index, key and trigger again that they had, and the report counts what was filled in', async () => {
  expect(await tables()).toEqual(before)
  const report = await resolutionReport(db, await aPerson(db, 'coordinator', { unit: 'VPUB' }), { groupBy: 'group' })
  expect(report.total.received).toBe(many)
})

test('a planted word stands in as many texts as was asked, and a search finds them', async () => {
  const found = await listIssues(db, await aPerson(db, 'coordinator', { unit: 'VPUB' }), { q: 'bauxite' }, { limit: 50 })
  expect(found.items.length).toBe(many / 100)
})

test('who had each issue when is what the events say, built from them again', async () => {
  const holdings = () => sql`select * from issue_holdings order by issue_id, number`
  const filled = await holdings()
  expect(filled.length).toBeGreaterThan(many * 3)
  expect(await rebuildHoldings(db, { anew: true })).toBe(many)
  expect(await holdings()).toEqual(filled)
})

test('every chain holds, every log replays to the state its issue is in, and each fact the machine asks about agrees', async () => {
  expect(await verifyAllChains(db)).toMatchObject({ issues: many, broken: 0 })
  const [{ events }] = (await sql`select count(*)::int as events from issue_events`) as unknown as [{ events: number }]
  expect(events / many).toBeGreaterThan(8)
  for (let id = 1; id <= many; id += 1) {
    const position = (await issuePosition(db, id, system))!
    const log = await db.select().from(issueEvents).where(eq(issueEvents.issueId, id)).orderBy(asc(issueEvents.seq))
    const replayed = replay(log.map((event) => ({ ...event, at: event.at.toISOString(), payload: event.payload as Record<string, unknown> })))
    expect([id, replayed]).toEqual([id, { ok: true, position: { state: position.state, facts: position.facts } }])
  }
})

test('what the columns say now is what the events say of this moment', async () => {
  const differing = await sql`(select * from issue_facts except select * from issue_facts_as_of(${now}))
    union all (select * from issue_facts_as_of(${now}) except select * from issue_facts)`
  expect(differing).toEqual([])
})

test('states and lateness are spread as in a city at work, and no clock contradicts its issue', async () => {
  const states = await db.selectDistinct({ state: issues.state }).from(issues)
  expect(states.length).toBeGreaterThan(6)
  const [late] = (await sql`select count(*) filter (where answered_at > due_at)::int as answered, count(*) filter (where answered_at is null and due_at < ${now})::int as open from issues`) as unknown as [{ answered: number; open: number }]
  expect([late.answered > 0, late.open > 0]).toEqual([true, true])
  expect(await sql`select i.id from issues i join deadlines d on d.issue_id = i.id and d.clock = 'answer' where i.due_at <> d.due_at`).toEqual([])
  const { calendar } = await rulesOf(db)
  const [plain] = await sql`select d.started_at, d.amount, d.due_at from deadlines d where d.extension_days = 0 and not exists (select from pauses p where p.issue_id = d.issue_id) limit 1`
  const { due } = addWorkingTime({ start: plain!.started_at as Date, amount: plain!.amount as number, unit: 'day', convention: 'A', calendar })
  expect(due).toEqual(plain!.due_at)
})

test('work goes on in it: new issues get new codes, and an officer moves one that was filled in', async () => {
  const { code, id } = await anIssue(db)
  expect([id, code]).toEqual([many + 1, expect.stringMatching(/-00601$/)])
  const [open] = await db.select().from(issues).where(eq(issues.state, 'inProgress')).orderBy(asc(issues.id)).limit(1)
  const officer = await aPerson(db, 'officer', { unit: open!.leadUnit! })
  const position = (await issuePosition(db, open!.id, officer))!
  expect(movesOpenTo(position, { by: officer, at: now.toISOString() })).toContain('submitAnswer')
  const move = { type: 'submitAnswer', text: 'Trả lời', note: undefined, overOpenOpinions: 'Đã đủ căn cứ' } as const
  await expect(moveIssue(db, { id: open!.id, version: open!.version, by: officer, move })).resolves.toMatchObject({ state: 'awaitingApproval' })
})
