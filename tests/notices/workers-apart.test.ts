import { spawn } from 'node:child_process'
import { eq, isNull, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { mailer } from '#app/notices/mailer.server.ts'
import { remind } from '#app/notices/remind.server.ts'
import { sendDueMail } from '#app/notices/send-mail.server.ts'
import { projectRoot } from '#db/project-root.ts'
import { deadlines, issues, notices, people, reminders } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { at } from '#tests/support/hanoi-calendar.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { mailServer } from '#tests/support/mail-server.ts'

const { db, url } = await testDatabase()
registerFromDisk()
beforeAll(() => seedReference(db))
beforeEach(async () => {
  await db.update(deadlines).set({ stoppedAt: new Date() }).where(isNull(deadlines.stoppedAt))
  await db.delete(notices)
})

const start = at('2024-05-06 09:00')
const half = at('2024-05-14 08:00')

/** Issues under way, all of one officer, whose half is over at `half`: the first made in full, the others its copies. */
async function underWay(count: number) {
  const house = await aHouse(db)
  const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, at: start })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }]], start)
  await db.execute(sql`insert into issues (comment_id, enterprise_id, channel, text, state, last_hash, lead_unit, handler_id, received_at, due_at, updated_at)
    select comment_id, enterprise_id, channel, text, state, last_hash, lead_unit, handler_id, received_at, due_at, updated_at
    from issues, generate_series(2, ${count}) where id = ${id}`)
  await db.execute(sql`insert into deadlines (issue_id, clock, policy_code, started_at, amount, amount_unit, convention, first_due_at, due_at)
    select i.id, d.clock, d.policy_code, d.started_at, d.amount, d.amount_unit, d.convention, d.first_due_at, d.due_at
    from issues i, deadlines d where d.issue_id = ${id} and d.clock = 'answer' and i.id > ${id}`)
  await db.delete(notices)
  return house
}

function startProcess(file: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { cwd: projectRoot, env: { ...process.env, ...env } })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<NodeJS.Signals | number | null>((done) => child.once('close', (code, signal) => done(signal ?? code)))
  return { child, said: () => said, ended }
}

const countOf = async (of: typeof reminders | typeof notices) => Number((await db.select({ n: sql`count(*)` }).from(of))[0]!.n)

test('of two processes that remind one is killed, and the other says what is left: everything once', async () => {
  const house = await underWay(600)
  const remindProcess = () => startProcess('tests/support/remind-process.ts', [url, half.toISOString(), '5'])
  const [first, second] = [remindProcess(), remindProcess()]
  await vi.waitFor(async () => expect(await countOf(reminders)).toBeGreaterThan(40), { timeout: 20_000, interval: 10 })
  first.child.kill('SIGKILL')
  expect(await first.ended).toBe('SIGKILL')
  expect(await countOf(reminders)).toBeLessThan(600)
  expect(await second.ended).toBe(0)
  // what the killed one held when it died is free again, and nothing of what it had said is said again
  await remind(db, { now: () => half })
  expect(await countOf(reminders)).toBe(600)
  expect(await countOf(notices)).toBe(600)
  const [{ told } = { told: 0 }] = await db.execute<{ told: number }>(sql`select count(distinct issue_id)::int as told from notices where person_id = ${house.officer.personId}`)
  expect(told).toBe(600)
}, 60_000)

test('all that a morning brings one person leaves as one letter, in their language, without what they may not see', async () => {
  const server = await mailServer()
  process.env.SMTP_URL = server.url
  onTestFinished(() => void delete process.env.SMTP_URL)
  const house = await underWay(7)
  await db.update(people).set({ locale: 'en' }).where(eq(people.id, house.officer.personId))
  const [hidden] = await db.select().from(issues).where(eq(issues.handlerId, house.officer.personId)).limit(1)
  expect(await Promise.all([remind(db, { now: () => half, batch: 2 }), remind(db, { now: () => half, batch: 2 })]).then(([a, b]) => a + b)).toBe(7)
  await db.update(issues).set({ track: 'denunciation' }).where(eq(issues.id, hidden!.id))
  const post = mailer({ SMTP_URL: server.url, MAIL_FROM: 'a@example.vn', PUBLIC_ORIGIN: 'https://doithoai.example.vn', PORT: 3000 })!
  const sendAt = (time: string) => Promise.all([1, 2, 3].map(() => sendDueMail(db, post, { now: () => at(time) }))).then((sent) => sent.reduce((sum, n) => sum + n, 0))
  expect(await sendAt('2024-05-14 08:10')).toBe(0)
  expect(await sendAt('2024-05-14 08:16')).toBe(1)
  expect(await sendAt('2024-05-14 08:30')).toBe(0)
  expect(server.received.map(({ to }) => to)).toEqual([house.officer.email])
  const source = server.received[0]!.source.replace(/=\r\n/g, '')
  expect(source).toMatch(/^Subject: Dates to keep: 6 items/m)
  expect(new Set(source.match(/issues\/KN[\d-]+/g)).size).toBe(6)
  expect(source).not.toContain(`${hidden!.code}`)
  expect((await db.select().from(notices)).map((row) => row.mailError).filter(Boolean)).toEqual(['withheld'])
})

test('a digest that a full server refused comes again as one letter, and a notice of a move does not wait for it', async () => {
  const server = await mailServer({ refuse: 452, at: 'DATA' })
  process.env.SMTP_URL = server.url
  onTestFinished(() => void delete process.env.SMTP_URL)
  const house = await underWay(3)
  await remind(db, { now: () => half })
  const post = mailer({ SMTP_URL: server.url, MAIL_FROM: 'a@example.vn', PUBLIC_ORIGIN: 'https://doithoai.example.vn', PORT: 3000 })!
  expect(await sendDueMail(db, post, { now: () => at('2024-05-14 08:15') })).toBe(0)
  const now = at('2024-05-14 08:16')
  await db.insert(notices).values({ personId: house.officer.personId, issueId: null, kind: 'staff.route', params: { code: 'KN-1' }, createdAt: now, mailAt: now })
  expect(await sendDueMail(db, post, { now: () => at('2024-05-14 08:20') })).toBe(2)
  expect(server.received).toHaveLength(2)
})

test('npm run worker makes the moves of the clock in a process of its own, and ends when told', async () => {
  const house = await aHouse(db)
  const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, at: start })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }], [house.officer, { type: 'askEnterprise', question: 'Hồ sơ số mấy?' }]], start)
  const worker = startProcess('app/cli/worker.ts', [], { DATABASE_URL: url, SMTP_URL: '' })
  const state = async () => (await db.select({ state: issues.state }).from(issues).where(eq(issues.id, id)))[0]?.state
  await vi.waitFor(async () => expect(await state()).toBe('inProgress'), { timeout: 20_000, interval: 50 })
  expect(worker.said()).toContain('the worker runs')
  worker.child.kill('SIGTERM')
  expect(await worker.ended).toBe(0)
}, 60_000)
