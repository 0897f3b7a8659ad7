import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { countIssues, listIssues, type IssueFilter } from '#db/queries/issue-list.ts'
import { countWork, listWork } from '#db/queries/work.ts'
import { conferences, enterprises, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { boxNames } from '#workflows/reports/boxes.ts'

const { db } = await testDatabase()
let house: Awaited<ReturnType<typeof aHouse>>
let conferenceId: number
const day = (date: string) => new Date(`2024-${date}T02:00:00Z`)

beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  const [conference] = await db.insert(conferences).values({ title: 'Hội nghị Mẫu', heldOn: '2024-04-05' }).returning()
  conferenceId = conference!.id
})

const accept = { type: 'accept', note: undefined } as const
const answer = { type: 'submitAnswer', text: 'Đã cấp.', note: undefined } as const
const approve = { type: 'approve', letterNumber: '1/STNMT', letterDate: '2024-04-20', note: undefined } as const
const raised = (text?: string, at = day('04-08')) => anIssue(db, { enterpriseId: house.enterpriseId, conferenceId, at, text })
const found = async (filter: IssueFilter) => (await listIssues(db, house.coordinator, filter, { limit: 100 })).items.map(({ code }) => code)

async function answered(at: Date) {
  const { coordinator, officer, head } = house
  const issue = await raised()
  await walk(db, issue.id, [[coordinator, routeTo('STNMT')], [officer, accept], [officer, answer]], day('04-09'))
  await walk(db, issue.id, [[head, approve]], at)
  return issue
}

test('pages follow one another without a gap or a repeat, down by id and up by due date', async () => {
  const { enterpriseId, coordinator } = await aHouse(db, 'SXD')
  for (const date of ['05-06', '05-08', '05-07', '05-07', '05-09']) await anIssue(db, { enterpriseId, at: day(date) })
  const own = { ...coordinator, role: 'enterprise' as const, enterpriseId }
  for (const order of ['newest', 'due'] as const) {
    const whole = await listIssues(db, own, {}, { limit: 100, order })
    const ids: number[] = []
    let cursor: string | undefined
    do {
      const page = await listIssues(db, own, {}, { limit: 2, order, cursor })
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(ids).toEqual(whole.items.map(({ id }) => id))
    expect(ids).toHaveLength(5)
    expect(whole.next).toBeNull()
  }
})

test('a cursor nobody gave out begins at the beginning', async () => {
  const first = await listIssues(db, house.coordinator, {}, { limit: 1 })
  const strange = await listIssues(db, house.coordinator, {}, { limit: 1, cursor: "1'; drop table issues" })
  expect(strange.items).toEqual(first.items)
})

test('words are found without accents, with them, and inside other marks; a code and a tax code exactly', async () => {
  await db.update(enterprises).set({ name: 'Công ty CP Hoà Bình 100%', taxCode: '0100109106' }).where(eq(enterprises.id, house.enterpriseId))
  const { code } = await raised('Vướng mắc về giải phóng mặt bằng (QĐ 12/QĐ-UBND) ở Đông Anh.')
  for (const q of ['giai phong mat bang', 'GIẢI PHÓNG mặt bằng', 'đông anh', 'dong anh 12', code, code.toLowerCase()]) {
    expect(await found({ q }), q).toContain(code)
  }
  for (const q of ['0100109106', 'hoa binh', 'HÒA BÌNH', '100%']) expect(await found({ q }), q).toContain(code)
  for (const q of ['giai phong tau thuyen', 'bình_hoà', 'KN99-00001', '0100109107']) expect(await found({ q }), q).not.toContain(code)
})

test('each box of the reports lists the rows it counted, today and as of a past day', async () => {
  const inTime = await answered(day('04-15'))
  const late = await answered(day('05-20'))
  const open = await raised()
  expect(await found({ conference: conferenceId, box: 'onTime' })).toContain(inTime.code)
  expect(await found({ conference: conferenceId, box: 'onTime' })).not.toContain(late.code)
  expect(await found({ conference: conferenceId, box: 'openOverdue' })).toContain(open.code)
  const then = { conference: conferenceId, asOf: day('04-30') }
  expect(await found({ ...then, box: 'answered' })).toEqual([inTime.code])
  expect(await found({ ...then, box: 'openOverdue' })).toContain(late.code)
  expect(await found({ ...then, asOf: day('04-01') })).toEqual([])
  for (const box of boxNames) {
    for (const asOf of [undefined, day('04-30')]) {
      const filter = { conference: conferenceId, box, asOf }
      expect(await found(filter), box).toHaveLength(await countIssues(db, house.coordinator, filter))
    }
  }
})

test('as of now says the same as no day at all', async () => {
  for (const box of boxNames.filter((name) => name !== 'endedLately')) {
    expect(await found({ box, asOf: new Date() }), box).toEqual(await found({ box }))
  }
})

test('a count goes no further than it is asked to', async () => {
  expect(await countIssues(db, house.coordinator, {}, 2)).toBe(3)
})

test('my work counts and lists the same issues, each queue its own', async () => {
  const { coordinator, officer, head, enterprise, enterpriseId } = await aHouse(db, 'SYT')
  const now = new Date()
  const horizon = { now, soon: new Date(now.getTime() + 2 * 86_400_000) }
  const [toAccept, submitted, asked] = [await anIssue(db, { enterpriseId }), await anIssue(db, { enterpriseId }), await anIssue(db, { enterpriseId })]
  for (const { id } of [toAccept, submitted, asked]) await walk(db, id, [[coordinator, routeTo('SYT')]])
  await walk(db, submitted.id, [[officer, accept], [officer, answer]])
  await walk(db, asked.id, [[officer, accept], [officer, { type: 'askEnterprise', question: 'Số hồ sơ?' }]])
  const work = async (by: Parameters<typeof countWork>[1]) =>
    Object.fromEntries((await countWork(db, by, horizon)).map(({ name, count }) => [name, count]))
  expect(await work(officer)).toEqual({ overdue: 0, dueSoon: 0, awaitingOpinions: 0, toAccept: 1, inProgress: 0, opinions: 0, commitments: 0 })
  expect(await work(head)).toMatchObject({ toApprove: 1, toAccept: 1 })
  expect(await work({ ...head, personId: officer.personId })).toMatchObject({ toApprove: 0 })
  expect(await work(enterprise)).toEqual({ questions: 1, verdicts: 0, underway: 3 })
  const page = await listWork(db, head, 'toApprove', horizon, { limit: 25 })
  expect(page.items.map(({ id }) => id)).toEqual([submitted.id])
  await db.update(issues).set({ dueAt: new Date(now.getTime() - 1000) }).where(eq(issues.id, toAccept.id))
  await db.update(issues).set({ dueAt: new Date(now.getTime() - 1000) }).where(eq(issues.id, asked.id))
  expect(await work(officer), 'an issue that waits for the enterprise is nobody’s overdue work').toMatchObject({ overdue: 1 })
})
