import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { saveDay } from '#app/admin/save-day.server.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { mailer } from '#app/notices/mailer.server.ts'
import { pauseAfter, sendDueMail } from '#app/notices/send-mail.server.ts'
import { delegations, issues, notices, people } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { mailServer } from '#tests/support/mail-server.ts'
import { aPerson, anEnterprise } from '#tests/support/people.ts'

const { db } = await testDatabase()
registerFromDisk()
beforeAll(() => seedReference(db))
beforeEach(() => db.delete(notices))

const settings = (url: string) => ({ SMTP_URL: url, MAIL_FROM: 'Đối Thoại <no-reply@example.vn>', PUBLIC_ORIGIN: 'https://doithoai.example.vn', PORT: 3000 })
const post = (url: string, silenceMs = 2_000) => mailer(settings(url), silenceMs)!
const inMinutes = (minutes: number) => () => new Date(Date.now() + minutes * 60_000)

/** A letter waiting for one new person. */
async function aLetter(locale: 'vi' | 'en' = 'vi') {
  const enterpriseId = await anEnterprise(db)
  const person = await aPerson(db, 'enterprise', { enterpriseId, name: 'Nguyễn Thị Ứng' })
  await db.update(people).set({ locale }).where(eq(people.id, person.personId))
  const { id, code } = await anIssue(db, { enterpriseId })
  await db.delete(notices)
  const at = new Date()
  const [notice] = await db
    .insert(notices)
    .values({ personId: person.personId, issueId: id, kind: 'filer.accept', params: { code }, createdAt: at, mailAt: at })
    .returning()
  const row = async () => (await db.select().from(notices).where(eq(notices.id, notice!.id)))[0]!
  return { person, issueId: id, code, row }
}

/** The readable text of a quoted-printable or base64 letter is compared by its subject: nodemailer encodes both. */
const subjectOf = (source: string) => {
  const words = [...(/^Subject: ((?:.|\r\n[ \t])+)/m.exec(source)?.[1] ?? '').matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)]
  if (words.length === 0) return /^Subject: (.*)\r$/m.exec(source)?.[1]
  const bytes = words.map(([, kind, text = '']) =>
    kind?.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : Buffer.from(text.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1'))
  return Buffer.concat(bytes).toString('utf8')
}

test('a letter arrives in the language of its receiver, with a link and words only', async () => {
  const vi = await aLetter('vi')
  const server = await mailServer()
  expect(await sendDueMail(db, post(server.url))).toBe(1)
  const en = await aLetter('en')
  expect(await sendDueMail(db, post(server.url))).toBe(1)
  const [first, second] = server.received
  expect(first?.to).toBe(vi.person.email)
  expect(subjectOf(first!.source)).toBe(`Đơn vị chủ trì đã nhận xử lý kiến nghị ${vi.code}`)
  expect(subjectOf(second!.source)).toBe(`The lead unit has taken on issue ${en.code}`)
  expect(second!.source).toContain(`https://doithoai.example.vn/issues/${en.code}`)
  expect(second!.source).toMatch(/^Auto-Submitted: auto-generated/m)
  expect(await en.row()).toMatchObject({ mailError: null, mailAttempts: 1, mailedAt: expect.any(Date) })
})

test('a server that is full is asked again after a pause that grows, and then takes the same letter', async () => {
  const { row } = await aLetter()
  const server = await mailServer({ refuse: 452, at: 'RCPT' }, { refuse: 451, at: 'DATA' })
  expect(await sendDueMail(db, post(server.url))).toBe(0)
  expect((await row()).mailError).toContain('452')
  expect(await sendDueMail(db, post(server.url))).toBe(0)
  expect((await row()).mailAttempts).toBe(1)
  expect(await sendDueMail(db, post(server.url), { now: inMinutes(2) })).toBe(0)
  expect(await sendDueMail(db, post(server.url), { now: inMinutes(5) })).toBe(1)
  expect(await row()).toMatchObject({ mailAttempts: 3, mailError: null })
  expect([1, 2, 3, 12].map((attempt) => pauseAfter(attempt) / 60_000)).toEqual([1, 2, 4, 360])
})

test('a refusal for good is tried three times and then left, with the server’s words kept', async () => {
  const { row } = await aLetter()
  const server = await mailServer(...Array.from({ length: 5 }, () => ({ refuse: 550, at: 'RCPT' as const })))
  for (const minutes of [0, 5, 15, 60, 6000]) await sendDueMail(db, post(server.url), { now: inMinutes(minutes) })
  expect(await row()).toMatchObject({ mailAttempts: 3, mailAt: null, mailedAt: null, mailError: expect.stringContaining('550') })
})

test('a server that is down or says nothing delays a letter and does not lose it', async () => {
  const { row } = await aLetter()
  expect(await sendDueMail(db, post('smtp://127.0.0.1:1'))).toBe(0)
  const slow = await mailServer({ sleepMs: 1_500 })
  expect(await sendDueMail(db, post(slow.url, 300), { now: inMinutes(3) })).toBe(0)
  expect((await row()).mailedAt).toBeNull()
  const back = await mailServer()
  expect(await sendDueMail(db, post(back.url), { now: inMinutes(10) })).toBe(1)
  expect(back.received).toHaveLength(1)
})

test('a server that dies after taking a letter gets it again under the same Message-ID', async () => {
  const { row } = await aLetter()
  const server = await mailServer('dieBeforeReply')
  expect(await sendDueMail(db, post(server.url))).toBe(0)
  expect((await row()).mailedAt).toBeNull()
  expect(await sendDueMail(db, post(server.url), { now: inMinutes(3) })).toBe(1)
  expect(server.received).toHaveLength(2)
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(1)
  expect(server.received[0]?.messageId).toMatch(/@doithoai\.example\.vn>$/)
})

test('two workers share the letters and send none twice', async () => {
  const letters = []
  for (let n = 0; n < 12; n += 1) letters.push(await aLetterKept())
  const server = await mailServer({ sleepMs: 50 }, { sleepMs: 50 }, { sleepMs: 50 })
  const sent = await Promise.all([sendDueMail(db, post(server.url)), sendDueMail(db, post(server.url)), sendDueMail(db, post(server.url))])
  expect(sent.reduce((sum, n) => sum + n, 0)).toBe(12)
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(12)
  expect(server.received).toHaveLength(12)
})

async function aLetterKept() {
  const person = await aPerson(db, 'coordinator', { unit: 'VPUB' })
  const at = new Date()
  await db.insert(notices).values({ personId: person.personId, issueId: null, kind: 'staff.receive', params: { code: 'KN-1' }, createdAt: at, mailAt: at })
}

test('nothing is written to a person who was disabled, or who may no longer see the issue', async () => {
  const gone = await aLetter()
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, gone.person.personId))
  const server = await mailServer()
  expect(await sendDueMail(db, post(server.url))).toBe(0)
  expect(await gone.row()).toMatchObject({ mailAt: null, mailError: 'withheld' })
  const hidden = await aLetter()
  await db.update(issues).set({ track: 'denunciation' }).where(eq(issues.id, hidden.issueId))
  expect(await sendDueMail(db, post(server.url))).toBe(0)
  expect(await hidden.row()).toMatchObject({ mailAt: null, mailError: 'withheld' })
  expect(server.received).toEqual([])
})

test('what a changed calendar moves is one letter a person on the next working morning, their stand-in’s too', async () => {
  const server = await mailServer()
  process.env.SMTP_URL = server.url
  try {
    const [admin, coordinator] = await Promise.all([aPerson(db, 'admin'), aPerson(db, 'coordinator', { unit: 'VPUB' })])
    const [officer, deputy] = await Promise.all([aPerson(db, 'officer', { unit: 'SNV' }), aPerson(db, 'officer', { unit: 'VPUB' })])
    const evening = new Date('2026-08-03T18:00:00+07:00')
    const term = { fromOn: '2026-08-01', untilOn: '2026-08-09', reason: 'Nghỉ phép', createdAt: evening }
    await db.insert(delegations).values({ membershipId: officer.membershipId, toPersonId: deputy.personId, ...term })
    const { id } = await anIssue(db, { at: new Date('2026-08-03T12:00:00+07:00') })
    await walk(db, id, [[coordinator, routeTo('SNV')]], new Date('2026-08-03T12:00:00+07:00'))
    await db.delete(notices)
    const off = (date: string) => ({ date, kind: 'holiday' as const, name: 'Nghỉ', source: null, verified: false, proposal: null })
    for (const date of ['2026-08-05', '2026-08-06']) await saveDay(db, admin, off(date), evening)
    const morning = new Date('2026-08-04T08:00:00+07:00')
    expect((await db.select().from(notices)).map(({ kind, mailAt, issueId }) => [kind, mailAt, issueId])).toEqual(Array(4).fill(['remind.recomputed.calendar', morning, null]))
    expect(await sendDueMail(db, post(server.url), { now: () => evening })).toBe(0)
    expect(await sendDueMail(db, post(server.url), { now: () => morning })).toBe(2)
    expect(server.received.map(({ to }) => to).sort()).toEqual([officer.email, deputy.email].sort())
    expect(subjectOf(server.received[0]!.source)).toBe('Nhắc thời hạn: 1 việc')
    expect(server.received[0]!.source).not.toContain('undefined')
  } finally {
    delete process.env.SMTP_URL
  }
})

test('a move that is refused or rolled back sends nothing, and one that stands does, where mail is on', async () => {
  const server = await mailServer()
  process.env.SMTP_URL = server.url
  try {
    const coordinator = await aPerson(db, 'coordinator', { unit: 'VPUB' })
    const officer = await aPerson(db, 'officer', { unit: 'SXD' })
    const { id } = await anIssue(db)
    await db.delete(notices)
    await expect(walk(db, id, [[officer, { type: 'accept', note: undefined }]])).rejects.toMatchObject({ status: 404 })
    const undone = db.transaction(async (tx) => {
      await walk(tx, id, [[coordinator, routeTo('SXD')]])
      throw new Error('the caller changed its mind')
    })
    await expect(undone).rejects.toThrow(/changed its mind/)
    expect(await sendDueMail(db, post(server.url))).toBe(0)
    await walk(db, id, [[coordinator, routeTo('SXD')]])
    expect(await sendDueMail(db, post(server.url))).toBe(1)
    expect(server.received[0]?.to).toBe(officer.email)
  } finally {
    delete process.env.SMTP_URL
  }
})
