import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { readFilter } from '#app/issues/list-filter.ts'
import { mailer } from '#app/notices/mailer.server.ts'
import { queueReportLetters } from '#app/notices/queue-report-letters.server.ts'
import { sendDueMail } from '#app/notices/send-mail.server.ts'
import { countIssues } from '#db/queries/issue-list.ts'
import { saveLetterChoices } from '#db/queries/report-letters.ts'
import { countWork } from '#db/queries/work.ts'
import { notices, people, reportLettersMade } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { at } from '#tests/support/hanoi-calendar.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { mailServer } from '#tests/support/mail-server.ts'
import { endOfDay } from '#workflows/reports/letters.ts'
import { rulesOf } from '#app/issues/rules.server.ts'

const { db } = await testDatabase()
registerFromDisk()
let house: Awaited<ReturnType<typeof aHouse>>
const accept = { type: 'accept', note: undefined } as const

beforeAll(async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  await seedReference(db)
  house = await aHouse(db)
  // one long overdue, one due on 20 May, one an opinion is asked of
  for (const received of ['2024-04-08 09:00', '2024-05-06 09:00', '2024-05-08 09:00']) {
    const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, at: at(received) })
    await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, accept]], at(received))
  }
})
afterAll(() => void delete process.env.SMTP_URL)
beforeEach(async () => {
  await db.delete(notices)
  await db.delete(reportLettersMade)
})

const monday = at('2024-05-20 08:00')
const readable = (source: string) => source.replace(/=\r\n/g, '').replace(/((?:=[0-9A-F]{2})+)/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))
async function send(now: Date) {
  const server = await mailServer()
  const post = mailer({ SMTP_URL: server.url, MAIL_FROM: 'Đối Thoại <no-reply@example.vn>', PUBLIC_ORIGIN: 'https://doithoai.example.vn', PORT: 3000 })!
  await sendDueMail(db, post, { now: () => now })
  return server.received.map(({ to, source }) => ({ to, source: readable(source) }))
}

test('on a Monday morning the head gets the day of the unit and the leader the week, each number with exactly its list', async () => {
  expect(await queueReportLetters(db, { now: monday })).toBe(2)
  const letters = await send(monday)
  expect(letters.map(({ to }) => to).sort()).toEqual([house.head.email, house.leader.email].sort())
  const head = letters.find(({ to }) => to === house.head.email)!.source
  expect(head).toContain('- 1 kiến nghị quá hạn: https://doithoai.example.vn/work?queue=overdue')
  expect(head).toContain('- 1 kiến nghị đến hạn hôm nay: https://doithoai.example.vn/work?queue=dueSoon&until=2024-05-20')
  const { calendar } = await rulesOf(db)
  const counts = await countWork(db, house.head, { now: monday, soon: endOfDay('2024-05-20', calendar) })
  expect(counts.filter(({ name }) => name === 'overdue' || name === 'dueSoon').map(({ count }) => count)).toEqual([1, 1])

  const leader = letters.find(({ to }) => to === house.leader.email)!.source
  const lines = [...leader.matchAll(/^- (\d+) [^\n]*?: https:\/\/doithoai\.example\.vn(\/issues\?\S+)/gm)].map(([, count, path]) => ({ count: Number(count), path: path! }))
  expect(lines.map(({ count }) => count)).toEqual([3, 1])
  for (const { count, path } of lines) expect([path, await countIssues(db, house.leader, readFilter(new URL(path, 'https://x').searchParams))]).toEqual([path, count])
})

test('each goes once, also with two workers, and again on the next day only what is of that day', async () => {
  const queued = await Promise.all([1, 2, 3].map(() => queueReportLetters(db, { now: monday })))
  expect(queued.reduce((sum, n) => sum + n, 0)).toBe(2)
  expect(await queueReportLetters(db, { now: at('2024-05-20 14:00') })).toBe(0)
  expect(await queueReportLetters(db, { now: at('2024-05-21 08:00') })).toBe(1)
  expect((await db.select().from(notices)).map(({ kind }) => kind).sort()).toEqual(['report.daily', 'report.daily', 'report.weekly'])
})

test('a day off brings no letter, nor does a day on which there is nothing to say', async () => {
  for (const now of ['2024-05-01 09:00', '2024-05-19 09:00', '2024-05-20 07:00', '2024-05-20 18:00']) expect(await queueReportLetters(db, { now: at(now) })).toBe(0)
  const quiet = await aHouse(db, 'SXD')
  await queueReportLetters(db, { now: monday })
  const told = (await db.select().from(notices)).map(({ personId }) => personId)
  expect(told).not.toContain(quiet.head.personId)
  expect(told).not.toContain(house.officer.personId)
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, quiet.head.personId))
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, quiet.leader.personId))
})

test('who switched it off gets none, an officer who switched it on gets it in their language', async () => {
  await saveLetterChoices(db, house.head.personId, { daily: false })
  await saveLetterChoices(db, house.officer.personId, { daily: true })
  await db.update(people).set({ locale: 'en' }).where(eq(people.id, house.officer.personId))
  await queueReportLetters(db, { now: at('2024-05-21 08:00') })
  const letters = await send(at('2024-05-21 08:01'))
  expect(letters.map(({ to }) => to)).toEqual([house.officer.email])
  expect(letters[0]!.source).toMatch(/^Subject: Work of 21\/05\/2024/m)
  expect(letters[0]!.source).toContain('2 issues overdue: https://doithoai.example.vn/work?queue=overdue')
  await saveLetterChoices(db, house.head.personId, { daily: true })
})

test('without a mail server nothing is queued and no day is taken', async () => {
  delete process.env.SMTP_URL
  expect(await queueReportLetters(db, { now: monday })).toBe(0)
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  expect(await db.select().from(reportLettersMade)).toEqual([])
})

test('what an issue asks of other units is asked of them in their letter', async () => {
  const other = await aHouse(db, 'STC')
  const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, at: at('2024-05-15 09:00') })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, accept], [house.officer, { type: 'requestOpinion', units: ['STC'], question: 'Ý kiến về giá đất?' }]], at('2024-05-15 10:00'))
  await db.delete(notices)
  await queueReportLetters(db, { now: at('2024-05-22 08:00') })
  const [told] = await db.select().from(notices).where(eq(notices.personId, other.head.personId))
  expect(told).toMatchObject({ kind: 'report.daily', params: { on: '2024-05-22', opinions: 1 } })
})
