import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { projectRoot } from '#db/project-root.ts'
import { answers, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'

const { db, sql, url } = await testDatabase()

/** The migrations of the first release, without those that came later. */
async function firstRelease() {
  const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp(join(projectRoot, 'db/migrations'), folder, { recursive: true })
  const journal = join(folder, 'meta/_journal.json')
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8'))
  await writeFile(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 3) }))
  return folder
}

const at = '2026-03-02T02:00:00Z'

test('a database of the first release is brought up to today with all it holds, and work goes on in it', async () => {
  await sql`drop schema public cascade`
  await sql`drop schema drizzle cascade`
  await sql`create schema public`
  await runMigrations(drizzle(sql), { migrationsFolder: await firstRelease() })
  const text = 'Đề nghị giảm tiền thuê đất.'
  const [enterprise] = await sql`insert into enterprises (name) values ('Công ty TNHH Mẫu Cũ') returning id`
  const [comment] = await sql`insert into comments (enterprise_id, text, channel, received_at) values (${enterprise!.id}, ${text}, 'form', ${at}) returning id`
  const [issue] = await sql`
    insert into issues (comment_id, enterprise_id, channel, text, last_hash, received_at, updated_at)
    values (${comment!.id}, ${enterprise!.id}, 'form', ${text}, 'from before', ${at}, ${at}) returning id`
  for (const [seq, when] of [[1, '2024-12-31T17:30:00Z'], [2, at]] as const) {
    await sql`insert into issue_events (issue_id, seq, move, to_state, at, role, payload, previous_hash, hash)
      values (${issue!.id}, ${seq}, 'receive', 'received', ${when}, 'system', '{}', '', ${`hash ${seq}`})`
  }
  const log = () => sql`select id, seq, hash, at from issue_events where issue_id = ${issue!.id} order by id`
  const before = await log()
  await sql`
    insert into answers (issue_id, number, text, sha256, drafted_at, submitted_at) values (${issue!.id}, 1, 'Đã giảm.', 'hash', ${at}, ${at})`

  await migrate(url)

  expect(await db.select({ text: issues.text, state: issues.state }).from(issues)).toEqual([{ text, state: 'received' }])
  expect(await log()).toEqual(before)
  expect(await sql`select tableoid::regclass::text as year from issue_events order by id`).toEqual([{ year: 'issue_events_2025' }, { year: 'issue_events_2026' }])
  await seedReference(db)
  await walk(db, Number(issue!.id), [[await aPerson(db, 'coordinator', { unit: 'VPUB' }), routeTo('STNMT')]])
  expect(await db.select({ state: issues.state, lead: issues.leadUnit }).from(issues)).toEqual([{ state: 'routed', lead: 'STNMT' }])
  const [, last, newest] = await log()
  expect(Number(newest!.id)).toBeGreaterThan(Number(last!.id))
  await expect(db.update(answers).set({ text: 'Khác' })).rejects.toThrow()
})
