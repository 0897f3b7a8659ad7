import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { previewImport } from '#app/imports/preview-import.server.ts'
import { undoImport } from '#app/imports/undo-import.server.ts'
import { hashOf } from '#db/queries/event-chain.ts'
import { comments, deadlines, enterprises, issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference, annexBytes, annexName, importAnnex } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

const issuesOf = (conferenceId: number) =>
  db.select().from(issues).where(and(eq(issues.conferenceId, conferenceId), isNull(issues.annulledAt))).orderBy(asc(issues.id))

test('the annex becomes 80 comments and 80 issues in four groups, each with its provenance and a suggestion', async () => {
  const coordinator = await aPerson(db, 'coordinator', { unit: 'VPUB' })
  const conferenceId = await aConference(db, coordinator)
  expect(await importAnnex(db, conferenceId, coordinator)).toMatchObject({ comments: 80, issues: 80, alreadyThere: 0 })

  const rows = await issuesOf(conferenceId)
  const sizes = ['land', 'admin', 'clearance', 'support'].map((group) => rows.filter((row) => row.group === group).length)
  expect(sizes).toEqual([20, 24, 16, 20])
  expect(rows.every(({ code, state, version, dueOn, suggestion }) => code && state === 'received' && version === 1 && dueOn && suggestion)).toBe(true)
  expect(rows.map(({ code }) => code)).toEqual(rows.map(({ code }) => code).toSorted())

  const [first] = await db.select().from(comments).where(eq(comments.conferenceId, conferenceId)).orderBy(asc(comments.row)).limit(1)
  expect(first).toMatchObject({ file: annexName, sheet: 'Phụ lục', row: 7, channel: 'annex' })
  const [firm] = await db.select().from(enterprises).where(eq(enterprises.taxCode, '9901371373'))
  expect(firm).toMatchObject({ name: 'Công ty CP Mẫu 01 – da giày', district: 'Thường Tín' })
})

test('every imported issue begins with a sealed event and a running answer clock, as one filed by hand', async () => {
  const secretary = await aPerson(db, 'secretary', { unit: 'VPUB' })
  const conferenceId = await aConference(db, secretary)
  await importAnnex(db, conferenceId, secretary)
  const [issue] = await issuesOf(conferenceId)
  const [event] = await db.select().from(issueEvents).where(eq(issueEvents.issueId, issue!.id))
  expect(event).toMatchObject({ seq: 1, move: 'receive', to: 'received', personId: secretary.personId, unitName: 'Văn phòng UBND Thành phố' })
  expect(event!.hash).toBe(issue!.lastHash)
  const iso = (date: Date | null) => date?.toISOString() ?? null
  const { id: _id, hash: _hash, ...content } = event!
  const { at, dueAt, answeredAt, resolvedAt, confirmedAt } = event!
  const dates = { at: at.toISOString(), dueAt: iso(dueAt), answeredAt: iso(answeredAt), resolvedAt: iso(resolvedAt), confirmedAt: iso(confirmedAt) }
  expect(hashOf({ ...content, ...dates, payload: content.payload as Record<string, unknown> })).toBe(issue!.lastHash)
  const [clock] = await db.select().from(deadlines).where(eq(deadlines.issueId, issue!.id))
  expect(clock).toMatchObject({ clock: 'answer', stoppedAt: null })
  expect(clock!.dueAt).toEqual(issue!.dueAt)
})

test('a second import of the same file creates nothing', async () => {
  const coordinator = await aPerson(db, 'coordinator', { unit: 'VPUB' })
  const conferenceId = await aConference(db, coordinator)
  await importAnnex(db, conferenceId, coordinator)
  expect(await importAnnex(db, conferenceId, coordinator)).toMatchObject({ comments: 0, issues: 0, alreadyThere: 80 })
  expect(await issuesOf(conferenceId)).toHaveLength(80)
})

test('an import that was undone is off the register, and the file can be imported again', async () => {
  const coordinator = await aPerson(db, 'coordinator', { unit: 'VPUB' })
  const conferenceId = await aConference(db, coordinator)
  const { id } = await importAnnex(db, conferenceId, coordinator)
  expect(await undoImport(db, id, coordinator)).toEqual({ issues: 80 })
  expect(await issuesOf(conferenceId)).toHaveLength(0)
  const [running] = await db.select({ n: count() }).from(deadlines).innerJoin(issues, eq(issues.id, deadlines.issueId))
    .where(and(eq(issues.conferenceId, conferenceId), isNull(deadlines.stoppedAt)))
  expect(running?.n).toBe(0)
  const [annulled] = await db.select().from(issues).where(eq(issues.conferenceId, conferenceId)).orderBy(asc(issues.id)).limit(1)
  const events = await db.select().from(issueEvents).where(eq(issueEvents.issueId, annulled!.id)).orderBy(asc(issueEvents.seq))
  expect(events.map(({ move, from, to }) => [move, from, to])).toEqual([['receive', null, 'received'], ['annul', 'received', 'received']])
  expect(events[1]).toMatchObject({ previousHash: events[0]!.hash, hash: annulled!.lastHash })
  expect(await importAnnex(db, conferenceId, coordinator)).toMatchObject({ comments: 80, issues: 80 })
})

test('undoing is refused, with the codes, once an issue was worked on', async () => {
  const coordinator = await aPerson(db, 'coordinator', { unit: 'VPUB' })
  const conferenceId = await aConference(db, coordinator)
  const { id } = await importAnnex(db, conferenceId, coordinator)
  const worked = (await issuesOf(conferenceId))[3]!
  await walk(db, worked.id, [[coordinator, routeTo('STC')]])
  await expect(undoImport(db, id, coordinator)).rejects.toMatchObject({ status: 409, detail: { codes: [worked.code] } })
  expect(await issuesOf(conferenceId)).toHaveLength(80)
})

test('an officer can neither open a conference nor import into one', async () => {
  const coordinator = await aPerson(db, 'coordinator', { unit: 'VPUB' })
  const officer = await aPerson(db, 'officer', { unit: 'STC' })
  const conferenceId = await aConference(db, coordinator)
  await expect(aConference(db, officer)).rejects.toMatchObject({ status: 403 })
  await expect(previewImport(db, conferenceId, { name: annexName, bytes: annexBytes() }, officer)).rejects.toMatchObject({ status: 403 })
})
