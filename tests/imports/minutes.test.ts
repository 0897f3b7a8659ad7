import { and, asc, eq, isNull } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { answerPreview } from '#app/imports/answer-preview.server.ts'
import { commitImport } from '#app/imports/commit-import.server.ts'
import type { MinutesSettings } from '#app/imports/minutes/correct-minutes.ts'
import type { MinutesFile } from '#app/imports/minutes/minutes.ts'
import type { MinutesView } from '#app/imports/minutes/minutes-view.server.ts'
import { previewMinutes } from '#app/imports/minutes/preview-minutes.server.ts'
import { previewView } from '#app/imports/preview-view.server.ts'
import { remapImport } from '#app/imports/remap-import.server.ts'
import { undoImport } from '#app/imports/undo-import.server.ts'
import { issueView } from '#app/issues/issue-view.server.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { comments, enterprises, imports, issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { docxBytes } from '#tests/support/docx-bytes.ts'
import { labelledMinutes } from '#tests/support/labelled-minutes.ts'
import { aPerson } from '#tests/support/people.ts'

const { db, sql } = await testDatabase()
beforeAll(() => seedReference(db))

const office = () => aPerson(db, 'secretary', { unit: 'VPUB' })
const issuesOf = (conferenceId: number) => db.select().from(issues).where(and(eq(issues.conferenceId, conferenceId), isNull(issues.annulledAt))).orderBy(asc(issues.id))
const commentsOf = (conferenceId: number) => db.select().from(comments).where(and(eq(comments.conferenceId, conferenceId), isNull(comments.annulledAt))).orderBy(asc(comments.id))
const settingsOf = async (id: number) => (await db.select().from(imports).where(eq(imports.id, id)))[0]!.mapping as MinutesSettings
const view = async (id: number, search = '') => (await previewView(db, String(id), new URLSearchParams(search), 'vi')) as MinutesView

/** The form of the page as a browser would send it, with what a person changes on it. */
function formOf(shown: MinutesView, intent: string, changes: Record<string, string> = {}, picked: number[] = []): FormData {
  const form = new FormData()
  form.set('intent', intent)
  for (const { at, name, taxCode, choice } of shown.speakers) {
    for (const [field, value] of [['name', name], ['taxCode', taxCode], ['shown', choice], ['choice', choice]] as const) form.set(`${field}.${at}`, value)
  }
  for (const { key, kind, speaker, group, first, withheld } of shown.blocks) {
    if (!first || withheld) continue
    form.set(`kind.${key}`, kind)
    if (kind === 'comment') [['speaker', speaker === null ? '' : String(speaker)], ['group', group ?? '']].forEach(([field, value]) => form.set(`${field}.${key}`, value!))
  }
  for (const [name, value] of Object.entries(changes)) form.set(name, value)
  for (const index of picked) form.append('pick', String(index))
  return form
}

const text = `II. Ý KIẾN CỦA DOANH NGHIỆP
1. Công ty TNHH Mẫu Đông (MST 9907770007): Đường vào cụm bị ngập. Đề nghị sửa đường.
2. Cty CP Mẫu Tây kiến nghị:
- Giảm tiền thuê đất;
- Công khai quy trình.
Tiếp thu ý kiến của Cty CP Mẫu Tây, đại diện Sở Tài chính cho biết sẽ trả lời trong tháng 5.
III. KẾT LUẬN
Chủ trì kết luận: giao Sở Xây dựng báo cáo trước ngày 30/4.`
const source = { name: 'bien-ban.txt', text }

test('minutes become comments word for word, with file, paragraph and sentences, and one issue each with its first event', async () => {
  const by = await office()
  const conferenceId = await aConference(db, by)
  const { id } = await previewMinutes(db, conferenceId, source, by)
  expect((await view(id)).counts).toMatchObject({ comments: 3, answers: 1, tasks: 1, fresh: 3, undecided: 0 })
  expect(await commitImport(db, id, by)).toEqual({ comments: 3, issues: 3, alreadyThere: 0 })

  const said = await commentsOf(conferenceId)
  expect(said.map(({ text, channel, file, row, passage, importId }) => [text, channel, file, row, passage, importId])).toEqual([
    ['1. Công ty TNHH Mẫu Đông (MST 9907770007): Đường vào cụm bị ngập. Đề nghị sửa đường.', 'minutes', 'bien-ban.txt', 2, '2:1-2', id],
    ['- Giảm tiền thuê đất;', 'minutes', 'bien-ban.txt', 4, '4:1', id],
    ['- Công khai quy trình.', 'minutes', 'bien-ban.txt', 5, '5:1', id],
  ])
  const rows = await issuesOf(conferenceId)
  expect(rows.map(({ channel, state, dueOn }) => [channel, state, dueOn !== null])).toEqual(Array(3).fill(['minutes', 'received', true]))
  expect(rows[0]!.suggestion).toBeTruthy()
  const firms = await db.select().from(enterprises).where(eq(enterprises.id, rows[0]!.enterpriseId!))
  expect(firms[0]).toMatchObject({ name: 'Công ty TNHH Mẫu Đông', taxCode: '9907770007' })
  expect(rows[1]!.enterpriseId).toBe(rows[2]!.enterpriseId)
  const events = await db.select().from(issueEvents).where(eq(issueEvents.issueId, rows[0]!.id))
  expect(events).toMatchObject([{ seq: 1, move: 'receive', personId: by.personId }])
})

test('the same file again creates nothing and begins as it was corrected; undone, it may be imported again', async () => {
  const by = await office()
  const conferenceId = await aConference(db, by)
  const { id } = await previewMinutes(db, conferenceId, source, by)
  const first = await view(id)
  const second = first.blocks.filter(({ kind }) => kind === 'comment')[2]!
  await answerPreview(db, String(id), formOf(first, `merge:${second.key}`), by)
  expect((await view(id)).counts.comments).toBe(2)
  await answerPreview(db, String(id), formOf(await view(id), 'commit'), by)
  expect((await commentsOf(conferenceId))[1]).toMatchObject({ text: '- Giảm tiền thuê đất;\n- Công khai quy trình.', passage: '4:1,5:1', row: 4 })

  const again = await previewMinutes(db, conferenceId, source, by)
  expect(await view(again.id)).toMatchObject({ correctedBefore: id, counts: { comments: 2, fresh: 0 } })
  expect(await commitImport(db, again.id, by)).toEqual({ comments: 0, issues: 0, alreadyThere: 2 })
  expect(await undoImport(db, id, by)).toEqual({ issues: 2 })
  expect(await issuesOf(conferenceId)).toHaveLength(0)
  const third = await previewMinutes(db, conferenceId, source, by)
  expect(await commitImport(db, third.id, by)).toMatchObject({ comments: 2 })
})

test('each correction does what its button says, and all else that was filled in is kept with it', async () => {
  const by = await office()
  const conferenceId = await aConference(db, by)
  const { id } = await previewMinutes(db, conferenceId, source, by)
  const press = async (intent: string, changes: Record<string, string> = {}, picked: number[] = []) => answerPreview(db, String(id), formOf(await view(id), intent, changes, picked), by)
  const passages = async () => (await view(id)).blocks.filter(({ kind, first }) => kind === 'comment' && first).map(({ passage }) => passage)
  expect(await passages()).toEqual(['2:1-2', '4:1', '5:1'])

  await press('split:1', { 'group.1': 'land', 'name.1': 'Công ty CP Mẫu Tây Đô' }, [2])
  expect(await passages()).toEqual(['2:1', '2:2', '4:1', '5:1'])
  const kept = await settingsOf(id)
  expect([kept.segments.find(({ sentences }) => sentences[0] === 1)?.group, kept.speakers[1]?.name]).toEqual(['land', 'Công ty CP Mẫu Tây Đô'])
  await press('merge:2')
  expect(await passages()).toEqual(['2:1-2', '4:1', '5:1'])
  await press('down:1', {}, [2])
  expect(await passages()).toEqual(['2:1', '2:2,4:1', '5:1'])
  await press('up:2', {}, [2])
  expect(await passages()).toEqual(['2:1-2', '4:1', '5:1'])
  await press('out:1', {}, [1])
  expect(await passages()).toEqual(['2:2', '4:1', '5:1'])
  await press('save', { 'kind.5': 'aside' })
  expect(await passages()).toEqual(['2:2', '4:1'])
  const { blocks, counts } = await view(id)
  expect(blocks.flatMap(({ sentences }) => sentences.map(({ index }) => index))).toEqual(Array.from({ length: 9 }, (_, index) => index))
  expect(counts.comments).toBe(2)

  await expect(press('split:2', { 'group.2': 'admin' })).resolves.toEqual({ at: 2 })
  await expect(press('merge:999', { 'group.2': 'support' })).rejects.toMatchObject({ status: 409, reason: { key: 'prose:refused.gone' } })
  expect((await settingsOf(id)).segments.find(({ sentences }) => sentences[0] === 2)?.group).toBe('support')
  await press('again')
  expect(await passages()).toEqual(['2:1-2', '4:1', '5:1'])
})

test('who is meant is decided by tax code, then by name; several or similar ones wait for a person', async () => {
  const by = await office()
  const conferenceId = await aConference(db, by)
  const [coded, named, twinA, twinB, near] = await db.insert(enterprises).values([
    { name: 'Công ty Khác Tên', taxCode: '9907771378' }, { name: 'CÔNG TY CỔ PHẦN KIM LONG MẪU' }, { name: 'Công ty TNHH Hoa Sen Mẫu' }, { name: 'Công ty CP Hoa Sen Mẫu' },
    { name: 'Công ty TNHH Bình Minh Xanh Mẫu Hà Nội' },
  ]).returning({ id: enterprises.id })
  const lines = ['II. Ý KIẾN', '1. Công ty TNHH Tên Mới (MST 9907771378) đề nghị một.', '2. Cty CP Kim Long Mẫu đề nghị hai.', '3. Cty Hoa Sen Mẫu đề nghị ba.',
    '4. Công ty Bình Minh Xanh Mẫu đề nghị bốn.', '5. Công ty TNHH Chưa Từng Có đề nghị năm.']
  const { id } = await previewMinutes(db, conferenceId, { name: 'y-kien', text: lines.join('\n') }, by)
  const shown = await view(id)
  expect(shown.speakers.map(({ found, choice }) => [found, choice])).toEqual([
    ['taxCode', String(coded!.id)], ['name', String(named!.id)], ['several', ''], ['similar', ''], ['unknown', 'new'],
  ])
  expect(shown.speakers[2]!.candidates.map(({ value }) => Number(value)).sort()).toEqual([twinA!.id, twinB!.id].sort())

  await expect(answerPreview(db, String(id), formOf(shown, 'commit', { 'choice.2': String(twinB!.id), 'group.1': 'land' }), by)).rejects.toMatchObject({ status: 409, reason: { key: 'prose:refused.undecided', params: { count: 1 } } })
  expect(await issuesOf(conferenceId)).toHaveLength(0)
  const after = await view(id)
  expect([after.speakers.find(({ at }) => at === 2)?.choice, after.blocks.find(({ key }) => key === 1)?.group]).toEqual([String(twinB!.id), 'land'])
  await answerPreview(db, String(id), formOf(after, 'commit', { 'choice.3': 'none' }), by)
  const found = (await issuesOf(conferenceId)).map(({ enterpriseId }) => enterpriseId)
  expect(found.slice(0, 4)).toEqual([coded!.id, named!.id, twinB!.id, null])
  const [created] = await db.select().from(enterprises).where(eq(enterprises.id, found[4]!))
  expect(created!.name).toBe('Công ty TNHH Chưa Từng Có')
  expect(near!.id).not.toBe(created!.id)
})

test('another name typed for a speaker is looked up anew; an enterprise that does not exist is refused', async () => {
  const by = await office()
  const conferenceId = await aConference(db, by)
  const [firm] = await db.insert(enterprises).values({ name: 'Công ty CP Sao Mai Mẫu Vàng' }).returning({ id: enterprises.id })
  const { id } = await previewMinutes(db, conferenceId, { name: 'y-kien', text: '1. Công ty Sao Hôm Mẫu Trắng đề nghị một.' }, by)
  expect((await view(id)).speakers[0]).toMatchObject({ found: 'unknown', choice: 'new' })
  await answerPreview(db, String(id), formOf(await view(id), 'save', { 'name.0': 'Cty Sao Mai Mẫu Vàng', newSpeaker: 'Công ty Thêm Mẫu' }), by)
  const shown = await view(id)
  expect(shown.speakers[0]).toMatchObject({ found: 'name', choice: String(firm!.id) })
  expect(shown.names.map(({ label }) => label)).toEqual(['Cty Sao Mai Mẫu Vàng', 'Công ty Thêm Mẫu'])
  const bad = formOf(shown, 'save', { 'choice.0': '999999999' })
  await expect(answerPreview(db, String(id), bad, by)).rejects.toMatchObject({ status: 422 })
  await expect(answerPreview(db, String(id), formOf(shown, 'save', { 'group.0': 'nowhere' }), by)).rejects.toMatchObject({ status: 422 })
  await expect(answerPreview(db, String(id), formOf(shown, 'save', { 'speaker.0': '77' }), by)).rejects.toMatchObject({ status: 422 })
})

test('a row that fails in the middle leaves nothing behind, and the preview stays', async () => {
  const by = await office()
  const conferenceId = await aConference(db, by)
  const { id } = await previewMinutes(db, conferenceId, { name: 'danh-so', text: labelledMinutes('danh-so').text }, by)
  await sql.unsafe(`create function refuse_tenth() returns trigger language plpgsql as $$ begin
    if new.payload ->> 'channel' = 'minutes' and (select count(*) from issue_events e where e.at = new.at) >= 10 then raise exception 'disk full'; end if; return new; end $$;
    create trigger refuse_tenth before insert on issue_events for each row execute function refuse_tenth()`)
  await expect(commitImport(db, id, by)).rejects.toThrow()
  await sql.unsafe('drop trigger refuse_tenth on issue_events')
  expect([await issuesOf(conferenceId), await commentsOf(conferenceId)]).toEqual([[], []])
  expect(await commitImport(db, id, by)).toMatchObject({ comments: 16, issues: 16 })
})

test('two people who commit the same minutes at once enter each comment once', async () => {
  const [one, other] = [await office(), await office()]
  const conferenceId = await aConference(db, one)
  const previews = [await previewMinutes(db, conferenceId, source, one), await previewMinutes(db, conferenceId, source, other)]
  const both = await Promise.all(previews.map(({ id }) => commitImport(db, id, one)))
  expect(both.map(({ comments }) => comments).sort()).toEqual([0, 3])
  expect(await issuesOf(conferenceId)).toHaveLength(3)
})

test('a Word file that is one table is offered to the importer of annexes, which reads its columns', async () => {
  const by = await office()
  const conferenceId = await aConference(db, by)
  const table = [['STT', 'Tên doanh nghiệp', 'Mã số thuế', 'Nội dung kiến nghị'], ['1', 'Công ty Mẫu A', '9907774114', 'Đề nghị sớm cấp giấy chứng nhận quyền sử dụng đất cho dự án'], ['2', 'Công ty Mẫu B', '', 'Đề nghị giảm tiền thuê đất năm 2024 cho doanh nghiệp nhỏ']]
  const { id } = await previewMinutes(db, conferenceId, { name: 'bang.docx', bytes: await docxBytes(['Phụ lục', table]) }, by)
  const shown = await view(id)
  expect(shown.oneTable).toBe(true)
  const { to } = await answerPreview(db, String(id), formOf(shown, 'annex'), by)
  const annex = await previewView(db, String(to), new URLSearchParams(), 'vi')
  expect(annex).toMatchObject({ kind: 'annex', fileName: 'bang.docx', counts: { rows: 2, included: 2 } })
  expect(await commitImport(db, to!, by)).toMatchObject({ comments: 2 })
  const prose = await previewMinutes(db, conferenceId, { name: 'loi.docx', bytes: await docxBytes([...text.split('\n'), table]) }, by)
  expect(((await db.select().from(imports).where(eq(imports.id, prose.id)))[0]!.grids as MinutesFile).tables).toEqual([])
})

test('only the offices that prepare a conference preview, correct and commit minutes; the columns of an annex are none of theirs', async () => {
  const by = await office()
  const conferenceId = await aConference(db, by)
  const { id } = await previewMinutes(db, conferenceId, source, by)
  const shown = await view(id)
  for (const role of ['officer', 'head', 'leader', 'auditor', 'admin'] as const) {
    const other = await aPerson(db, role, { unit: 'STNMT' })
    await expect(previewMinutes(db, conferenceId, source, other)).rejects.toMatchObject({ status: 403 })
    for (const intent of ['save', 'commit', 'again']) await expect(answerPreview(db, String(id), formOf(shown, intent), other)).rejects.toMatchObject({ status: 403 })
    await expect(commitImport(db, id, other)).rejects.toMatchObject({ status: 403 })
  }
  await expect(remapImport(db, id, { include: {} }, by)).rejects.toMatchObject({ status: 404 })
  await expect(previewMinutes(db, 999_999, source, by)).rejects.toMatchObject({ status: 404 })
  await expect(answerPreview(db, String(id), formOf(shown, 'explode'), by)).rejects.toMatchObject({ status: 422 })
  await commitImport(db, id, by)
  await expect(answerPreview(db, String(id), formOf(shown, 'save'), by)).rejects.toMatchObject({ status: 409 })
})

test('the page of an issue shows the words around it to the offices, and to nobody else', async () => {
  const by = await office()
  const conferenceId = await aConference(db, by)
  const { id } = await previewMinutes(db, conferenceId, source, by)
  await commitImport(db, id, by)
  const [, second] = await issuesOf(conferenceId)
  const seen = async (actor: typeof by) => (await issueView(db, second!.code, { actor, language: 'vi' }))?.comment
  expect(await seen(by)).toMatchObject({ passage: '4:1', row: 4, around: { importId: id, first: 3, paragraphs: ['2. Cty CP Mẫu Tây kiến nghị:', '- Giảm tiền thuê đất;', '- Công khai quy trình.'] } })
  const firm = await aPerson(db, 'enterprise', { enterpriseId: second!.enterpriseId! })
  expect(await seen(firm)).toMatchObject({ passage: '4:1', around: null })
})

test('once a comment is a denunciation, minutes show neither its words nor who said it, there, in another import or around an issue', async () => {
  const by = await office()
  const coordinator = await aPerson(db, 'coordinator', { unit: 'VPUB' })
  const conferenceId = await aConference(db, by)
  const lines = ['II. Ý KIẾN', '1. Ông Kín, Giám đốc Công ty TNHH Bí Danh Mẫu (MST 9907775485), phản ánh:', '- Cán bộ Mờ đòi tiền khi cấp phép.', 'Trả lời Công ty TNHH Bí Danh Mẫu, đại diện Sở Xây dựng cho biết sẽ kiểm tra.', '2. Công ty CP Mẫu Sáng đề nghị sửa đường.']
  const minutes = { name: 'kin.txt', text: lines.join('\n') }
  const { id } = await previewMinutes(db, conferenceId, minutes, by)
  await commitImport(db, id, by)
  expect(JSON.stringify(await view(id))).toContain('Bí Danh')
  const [told, open] = await issuesOf(conferenceId)
  const move = { type: 'divert', track: 'denunciation', guidance: 'Gửi cơ quan có thẩm quyền theo Luật Tố cáo.', note: undefined } as const
  await moveIssue(db, { id: told!.id, version: told!.version, move, by: coordinator })
  const again = await previewMinutes(db, conferenceId, minutes, by)
  for (const one of [id, again.id]) {
    const page = JSON.stringify(await view(one))
    expect(page).toContain('Công ty CP Mẫu Sáng đề nghị sửa đường.')
    for (const secret of ['Bí Danh', '9907775485', 'Ông Kín', 'Cán bộ Mờ']) expect(page).not.toContain(secret)
  }
  expect((await issueView(db, open!.code, { actor: by, language: 'vi' }))?.comment.around).toBeNull()
})

test('hundreds of paragraphs are previewed and committed in one go, a page at a time', { timeout: 60_000 }, async () => {
  const by = await office()
  const conferenceId = await aConference(db, by)
  const lines = Array.from({ length: 600 }, (_, n) => `${n + 1}. Công ty TNHH Mẫu Số ${n % 90} đề nghị giải quyết vướng mắc số ${n}. Hồ sơ đã nộp từ năm 2023.`)
  const { id } = await previewMinutes(db, conferenceId, { name: 'dai', text: `II. Ý KIẾN\n${lines.join('\n')}` }, by)
  const shown = await view(id, 'page=3')
  expect([shown.page, shown.pages, shown.blocks.length, shown.counts.comments]).toEqual([3, 16, 40, 600])
  expect([...formOf(shown, 'save').keys()].length).toBeLessThan(1_000)
  expect(await commitImport(db, id, by)).toMatchObject({ comments: 600, issues: 600 })
})
