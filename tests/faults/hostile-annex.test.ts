import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { previewImport } from '#app/imports/preview-import.server.ts'
import { imports } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

const csv = (...lines: string[]) => Buffer.from(lines.join('\n'), 'utf8')

test('a heading and a text that are cut for show never lose half of a character', async () => {
  const by = await aPerson(db, 'secretary', { unit: 'VPUB' })
  const conferenceId = await aConference(db, by)
  const long = (before: number) => `${'Đ'.repeat(before)}😀${'x'.repeat(40)}`
  for (const before of [57, 58, 59, 60]) {
    const bytes = csv(`STT,Tên doanh nghiệp,Nội dung kiến nghị,${long(before)}`, `1,Công ty Mẫu,${long(before)},`)
    const { id, rows } = await previewImport(db, conferenceId, { name: 'y-kien.csv', bytes }, by)
    const [row] = await db.select().from(imports).where(eq(imports.id, id))
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(row?.mapping)).not.toMatch(/\\ud[89a-f]/)
  }
})

test.each([
  ['longer than a name may be', `${'x'.repeat(254)}😀.csv`],
  ['with a NUL, a line end and a mark that turns the reading direction', 'a\u0000b\r\n\u202Evsc.csv'],
  ['with half of a character', 'a\uD800.csv'],
])('a file name %s is kept as far as it can be', async (_what, name) => {
  const by = await aPerson(db, 'secretary', { unit: 'VPUB' })
  const conferenceId = await aConference(db, by)
  const { id } = await previewImport(db, conferenceId, { name, bytes: csv('STT,Tên doanh nghiệp,Nội dung kiến nghị', '1,Công ty Mẫu,Đề nghị') }, by)
  const [row] = await db.select().from(imports).where(eq(imports.id, id))
  expect(row?.fileName).toMatch(/^[ax]/)
  // eslint-disable-next-line no-control-regex
  expect(row?.fileName).not.toMatch(/[\u0000\u202E\uD800-\uDFFF\uFFFD]/u)
})
