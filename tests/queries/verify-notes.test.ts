import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { addNote } from '#app/notes/add-note.server.ts'
import { verifyAllNotes, verifyNotes } from '#db/queries/verify-notes.ts'
import { internalNotes } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'

const { db, sql } = await testDatabase()
beforeAll(() => seedReference(db))

async function anIssueSpokenOf(words = ['Một.', 'Hai.', 'Ba.']) {
  const { coordinator, officer, enterpriseId } = await aHouse(db)
  const { id, code } = await anIssue(db, { enterpriseId })
  await walk(db, id, [[coordinator, routeTo('STNMT')]])
  const say = (text: string) => addNote(db, { id, by: officer, text, shared: false })
  for (const text of words) await say(text)
  const ids = (await db.select({ id: internalNotes.id }).from(internalNotes).where(eq(internalNotes.issueId, id)).orderBy(internalNotes.id)).map((row) => row.id)
  return { id, code, say, ids }
}

/** As somebody with the keys of the database would do it. */
async function tamper(change: () => PromiseLike<unknown>) {
  await sql`alter table internal_notes disable trigger refuse_change`
  await change()
  await sql`alter table internal_notes enable always trigger refuse_change`
}

test('notes that nobody touched are a whole chain, also those written at once and those of before there was one', async () => {
  const { id, say, ids } = await anIssueSpokenOf()
  await Promise.all([say('Bốn.'), say('Năm.')])
  expect(await verifyNotes(db, id)).toEqual({ ok: true, notes: 5 })
  const older = await anIssueSpokenOf(['Cũ.'])
  await tamper(() => sql`update internal_notes set hash = null, previous_hash = null where issue_id = ${older.id}`)
  await older.say('Mới.')
  expect(await verifyNotes(db, older.id)).toEqual({ ok: true, notes: 2 })
  expect(await verifyAllNotes(db, 1)).toEqual({ notes: 7, broken: 0 })
  expect(ids).toHaveLength(3)
})

test.each([
  ['a changed word', 'content', 2, (ids: number[]) => sql`update internal_notes set text = 'khác' where id = ${ids[1]!}`],
  ['another author', 'content', 1, (ids: number[]) => sql`update internal_notes set author_name = 'khác' where id = ${ids[0]!}`],
  ['a note shared afterwards', 'content', 3, (ids: number[]) => sql`update internal_notes set shared = true where id = ${ids[2]!}`],
  ['a note taken out', 'link', 2, (ids: number[]) => sql`delete from internal_notes where id = ${ids[1]!}`],
  ['a hash taken off', 'link', 2, (ids: number[]) => sql`update internal_notes set hash = null where id = ${ids[1]!}`],
])('%s is found, with its place', async (_, because, number, change) => {
  const { id, code, ids } = await anIssueSpokenOf()
  await tamper(() => change(ids))
  expect(await verifyNotes(db, id)).toMatchObject({ ok: false, number, because })
  expect(await verifyAllNotes(db)).toMatchObject({ broken: 1, first: { code, number, because } })
  await tamper(() => db.delete(internalNotes).where(eq(internalNotes.issueId, id)))
})
