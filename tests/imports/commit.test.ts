import { asc, count, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { commitImport } from '#app/imports/commit-import.server.ts'
import { previewImport } from '#app/imports/preview-import.server.ts'
import { previewView } from '#app/imports/preview-view.server.ts'
import { remapImport } from '#app/imports/remap-import.server.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { comments, enterprises, imports, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference, annexBytes, annexName } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'

const { db, sql } = await testDatabase()
beforeAll(() => seedReference(db))

const office = () => aPerson(db, 'coordinator', { unit: 'VPUB' })
const csv = (...lines: string[]) => ({ name: 'y-kien.csv', bytes: Buffer.from(lines.join('\n'), 'utf8') })
const issuesOf = (conferenceId: number) => db.select().from(issues).where(eq(issues.conferenceId, conferenceId)).orderBy(asc(issues.id))

test('a row that fails in the middle leaves nothing of the import behind', async () => {
  const coordinator = await office()
  const conferenceId = await aConference(db, coordinator)
  const { id } = await previewImport(db, conferenceId, { name: annexName, bytes: annexBytes() }, coordinator)
  const [before] = await db.select({ comments: count() }).from(comments)
  const [firms] = await db.select({ n: count() }).from(enterprises)
  await sql.unsafe(`create function refuse_one() returns trigger language plpgsql as $$ begin
    if new.payload ->> 'channel' = 'annex' and (select count(*) from issue_events e where e.at = new.at) >= 40
    then raise exception 'disk full'; end if; return new; end $$;
    create trigger refuse_one before insert on issue_events for each row execute function refuse_one()`)
  await expect(commitImport(db, id, coordinator)).rejects.toThrow()
  await sql.unsafe('drop trigger refuse_one on issue_events')

  expect(await issuesOf(conferenceId)).toHaveLength(0)
  expect(await db.select({ comments: count() }).from(comments)).toEqual([before])
  expect(await db.select({ n: count() }).from(enterprises)).toEqual([firms])
  expect((await db.select().from(imports).where(eq(imports.id, id)))[0]?.state).toBe('preview')
  expect(await commitImport(db, id, coordinator)).toMatchObject({ comments: 80, issues: 80 })
})

test('two people who commit the same preview at once make one import', async () => {
  const [one, other] = [await office(), await office()]
  const conferenceId = await aConference(db, one)
  const { id } = await previewImport(db, conferenceId, { name: annexName, bytes: annexBytes() }, one)
  const both = await Promise.allSettled([commitImport(db, id, one), commitImport(db, id, other)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 409 } })
  expect(await issuesOf(conferenceId)).toHaveLength(80)
})

test('two previews of one file committed at once enter each comment once', async () => {
  const coordinator = await office()
  const conferenceId = await aConference(db, coordinator)
  const file = { name: annexName, bytes: annexBytes() }
  const previews = [await previewImport(db, conferenceId, file, coordinator), await previewImport(db, conferenceId, file, coordinator)]
  const both = await Promise.all(previews.map(({ id }) => commitImport(db, id, coordinator)))
  expect(both.map((one) => one.issues).sort()).toEqual([0, 80])
  expect(await issuesOf(conferenceId)).toHaveLength(80)
})

test('what a person corrected is what is imported: a zero given back, a row left out, a section put in its group', async () => {
  const coordinator = await office()
  const conferenceId = await aConference(db, coordinator)
  const lines = ['STT,Doanh nghiệp,Mã số thuế,Nội dung kiến nghị', '1,Công ty Mẫu A,100109106,Đề nghị cấp giấy chứng nhận đất', '2,Công ty Mẫu B,,Đề nghị giảm tiền thuê đất']
  const preview = await previewImport(db, conferenceId, csv(...lines), coordinator)
  const [a, b] = preview.rows
  expect(a?.problems.find(({ fix }) => fix)?.fix).toEqual({ field: 'taxCode', value: '0100109106' })

  const corrected = await remapImport(db, preview.id, {
    fixes: { [`${a!.sheet}!${a!.row}`]: true },
    include: { [`${b!.sheet}!${b!.row}`]: false },
    groups: { [`${a!.sheet}!${a!.row}`]: 'land' },
  }, coordinator)
  expect(corrected.rows.map(({ taxCode, include, group }) => [taxCode, include, group])).toEqual([['0100109106', true, 'land'], ['', false, 'land']])
  expect(await commitImport(db, preview.id, coordinator)).toEqual({ comments: 1, issues: 1, alreadyThere: 0 })
  const [issue] = await issuesOf(conferenceId)
  const [firm] = await db.select().from(enterprises).where(eq(enterprises.id, issue!.enterpriseId!))
  expect([issue!.group, firm!.taxCode]).toEqual(['land', '0100109106'])
})

test('columns that a person names are read again; an unknown group is refused at its field', async () => {
  const coordinator = await office()
  const conferenceId = await aConference(db, coordinator)
  const preview = await previewImport(db, conferenceId, csv('A,B', 'Công ty Mẫu C,Đề nghị sửa đường vào cụm công nghiệp cho xe tải'), coordinator)
  const sheet = Object.keys(preview.mapping)[0] ?? ''
  const again = await remapImport(db, preview.id, { mapping: { [sheet]: { headerRow: 1, columns: { enterprise: 0, text: 1 } } } }, coordinator)
  expect(again.rows).toMatchObject([{ enterprise: 'Công ty Mẫu C', row: 2 }])
  const place = `${sheet}!2`
  await expect(remapImport(db, preview.id, { groups: { [place]: 'nowhere' } }, coordinator)).rejects.toMatchObject({ status: 422 })
})

test('a preview without a single comment cannot be committed', async () => {
  const coordinator = await office()
  const conferenceId = await aConference(db, coordinator)
  const preview = await previewImport(db, conferenceId, csv('Nội dung kiến nghị,Doanh nghiệp'), coordinator)
  await expect(commitImport(db, preview.id, coordinator)).rejects.toMatchObject({ status: 409 })
})

test('an enterprise without a tax code is found by its name, however it is written', async () => {
  const coordinator = await office()
  const conferenceId = await aConference(db, coordinator)
  const first = await previewImport(db, conferenceId, csv('Doanh nghiệp,Nội dung kiến nghị', 'Công ty Mẫu Đông Á,Đề nghị cấp điện ổn định', 'CÔNG TY MẪU ĐÔNG Á,Đề nghị cấp nước sạch'), coordinator)
  await commitImport(db, first.id, coordinator)
  const rows = await issuesOf(conferenceId)
  expect(rows).toHaveLength(2)
  expect(new Set(rows.map(({ enterpriseId }) => enterpriseId)).size).toBe(1)
})

test('a comment longer than an index entry is imported like any other', async () => {
  const coordinator = await office()
  const conferenceId = await aConference(db, coordinator)
  const long = Array.from({ length: 900 }, (_, n) => `điểm ${n} chưa được giải quyết`).join(', ')
  const preview = await previewImport(db, conferenceId, { name: 'dán', text: `1. ${long}\n2. Đề nghị giảm thuế` }, coordinator)
  expect(await commitImport(db, preview.id, coordinator)).toMatchObject({ comments: 2 })
  expect((await issuesOf(conferenceId))[0]!.text).toBe(long)
})

test('a file that is no table is refused in words at the field', async () => {
  const coordinator = await office()
  const conferenceId = await aConference(db, coordinator)
  const pdf = { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7 …') }
  await expect(previewImport(db, conferenceId, pdf, coordinator)).rejects.toMatchObject({ status: 422, detail: { fields: { file: { key: 'imports:refusedNotTable' } } } })
})

test('a row that became a denunciation shows nobody who said it or what, in that import or another of the same file', async () => {
  const coordinator = await office()
  const conferenceId = await aConference(db, coordinator)
  const lines = ['Doanh nghiệp,Mã số thuế,Nội dung kiến nghị', 'Công ty Bí Danh,100109106,Ông Kín đòi tiền khi cấp phép', 'Công ty Mẫu Sáng,,Đề nghị sửa đường vào cụm']
  const preview = await previewImport(db, conferenceId, csv(...lines), coordinator)
  await commitImport(db, preview.id, coordinator)
  const shown = async (id: number) => JSON.stringify(await previewView(db, String(id), new URLSearchParams(), 'vi'))
  expect(await shown(preview.id)).toContain('Ông Kín')

  const [told] = await issuesOf(conferenceId)
  const move = { type: 'divert', track: 'denunciation', guidance: 'Gửi cơ quan có thẩm quyền theo Luật Tố cáo.', note: undefined } as const
  await moveIssue(db, { id: told!.id, version: told!.version, move, by: coordinator })
  const again = await previewImport(db, conferenceId, csv(...lines, 'Công ty Mẫu Mới,,Đề nghị cấp điện'), coordinator)
  for (const id of [preview.id, again.id]) {
    const page = await shown(id)
    expect(page).toContain('Đề nghị sửa đường vào cụm')
    for (const secret of ['Bí Danh', '100109106', 'Ông Kín']) expect(page).not.toContain(secret)
  }
})

test('2,000 rows are previewed in under five seconds and committed in one go', { timeout: 120_000 }, async () => {
  const coordinator = await office()
  const conferenceId = await aConference(db, coordinator)
  const lines = Array.from({ length: 2_000 }, (_, n) => `${n + 1},Công ty TNHH Mẫu ${n % 600},,"Đề nghị số ${n} về thủ tục thuê đất, giấy phép xây dựng và giải phóng mặt bằng tại cụm công nghiệp số ${n % 70}"`)
  const file = csv('STT,Doanh nghiệp,Mã số thuế,Nội dung kiến nghị', ...lines)
  const timed = async () => {
    const started = performance.now()
    return { preview: await previewImport(db, conferenceId, file, coordinator), ms: performance.now() - started }
  }
  // the better of two: other work on the machine says nothing about ours
  const [{ preview, ms }, second] = [await timed(), await timed()]
  const started = performance.now()
  expect(await commitImport(db, preview.id, coordinator)).toEqual({ comments: 2_000, issues: 2_000, alreadyThere: 0 })
  const best = Math.min(ms, second.ms)
  console.log(`2,000 rows: preview ${Math.round(best)} ms, commit ${Math.round(performance.now() - started)} ms`)
  expect(best).toBeLessThan(5_000)
})
