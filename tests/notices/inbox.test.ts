import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { markRead } from '#app/notices/mark-read.server.ts'
import { noticesOf, unreadCount } from '#db/queries/my-notices.ts'
import { issues, notices } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anIssue } from '#tests/support/issues.ts'
import { aPerson, anEnterprise } from '#tests/support/people.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

async function anInbox(size: number) {
  const enterpriseId = await anEnterprise(db)
  const person = await aPerson(db, 'enterprise', { enterpriseId })
  const { id: issueId, code } = await anIssue(db, { enterpriseId })
  const rows = await db
    .insert(notices)
    .values(Array.from({ length: size }, (_, n) => ({ personId: person.personId, issueId, kind: 'filer.accept', params: { code }, createdAt: new Date(Date.now() + n) })))
    .returning({ id: notices.id })
  return { person, issueId, code, ids: rows.map((row) => row.id) }
}

test('an inbox shows unread notices first, page by page, each once', async () => {
  const { person, ids } = await anInbox(7)
  await markRead(db, person.personId, { id: ids[6] })
  await markRead(db, person.personId, { id: ids[2] })
  const seen: number[] = []
  let cursor: string | null = null
  do {
    const page = await noticesOf(db, person, cursor, 3)
    seen.push(...page.items.map((item) => item.id))
    cursor = page.next
  } while (cursor)
  expect(seen).toEqual([5, 4, 3, 1, 0, 6, 2].map((n) => ids[n]))
  expect(await unreadCount(db, person.personId)).toBe(5)
})

test('marking all as read leaves what arrived later, and nobody marks another person’s notices', async () => {
  const { person, ids } = await anInbox(3)
  const other = await anInbox(2)
  await markRead(db, person.personId, { upTo: ids[1] })
  expect(await unreadCount(db, person.personId)).toBe(1)
  await markRead(db, person.personId, { id: other.ids[0] })
  await markRead(db, person.personId, { upTo: 1e12 })
  expect(await unreadCount(db, other.person.personId)).toBe(2)
})

test('a notice about an issue that may no longer be seen tells its date and nothing else', async () => {
  const { person, issueId } = await anInbox(1)
  expect((await noticesOf(db, person, null)).items[0]?.about).not.toBeNull()
  await db.update(issues).set({ track: 'denunciation' }).where(eq(issues.id, issueId))
  const { items } = await noticesOf(db, person, null)
  expect(Object.keys(items[0]!)).toEqual(['id', 'createdAt', 'unread', 'about'])
  expect(items[0]?.about).toBeNull()
})
