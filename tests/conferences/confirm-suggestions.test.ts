import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { confirmSuggestions } from '#app/conferences/confirm-suggestions.server.ts'
import { commitImport } from '#app/imports/commit-import.server.ts'
import { previewImport } from '#app/imports/preview-import.server.ts'
import { conferencesWithFigures, figuresByGroup } from '#db/queries/conferences.ts'
import { countIssues } from '#db/queries/issue-list.ts'
import { agreementOf } from '#db/queries/precedents.ts'
import { issueCoordinatingUnits, issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference, importAnnex } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

const office = () => aPerson(db, 'coordinator', { unit: 'VPUB' })
const issuesOf = (conferenceId: number) => db.select().from(issues).where(eq(issues.conferenceId, conferenceId)).orderBy(asc(issues.id))

async function anAnnexOf(...lines: string[]) {
  const coordinator = await office()
  const conferenceId = await aConference(db, coordinator)
  const { id } = await previewImport(db, conferenceId, { name: 'dán', text: lines.map((line, n) => `${n + 1}. ${line}`).join('\n') }, coordinator)
  await commitImport(db, id, coordinator)
  return { coordinator, conferenceId, rows: await issuesOf(conferenceId) }
}

test('confirming routes as suggested: lead and coordinating units, topic, and the group where nobody gave one', async () => {
  const { coordinator, conferenceId, rows } = await anAnnexOf('Đề nghị cấp giấy chứng nhận quyền sử dụng đất cho nhà máy', 'Đề nghị đẩy nhanh giải phóng mặt bằng')
  const results = await confirmSuggestions(db, rows, coordinator)
  expect(results.every((one) => 'leadUnit' in one)).toBe(true)
  const [first] = await issuesOf(conferenceId)
  const suggestion = rows[0]!.suggestion as { leadUnit: string; topic: string; group: string; coordinatingUnits: string[] }
  expect(first).toMatchObject({ state: 'routed', leadUnit: suggestion.leadUnit, topic: suggestion.topic, group: suggestion.group })
  const units = await db.select().from(issueCoordinatingUnits).where(eq(issueCoordinatingUnits.issueId, first!.id))
  expect(units.map(({ unit }) => unit).sort()).toEqual(suggestion.coordinatingUnits.toSorted())
  expect(await agreementOf(db, conferenceId)).toEqual({ agreed: 2, decided: 2 })
})

test('one that someone else routed is refused with its reason, and the others are done', async () => {
  const { coordinator, conferenceId, rows } = await anAnnexOf('Đề nghị giảm tiền thuê đất', 'Đề nghị hỗ trợ vay vốn ngân hàng')
  await walk(db, rows[0]!.id, [[coordinator, routeTo('STC')]])
  const results = await confirmSuggestions(db, rows, coordinator)
  expect(results).toMatchObject([{ code: rows[0]!.code, refused: { key: 'moves:refused.stale' } }, { code: rows[1]!.code }])
  expect((await issuesOf(conferenceId)).map(({ leadUnit }) => leadUnit)[0]).toBe('STC')
  expect(await db.select().from(issueEvents).where(eq(issueEvents.issueId, rows[0]!.id))).toHaveLength(2)
})

test('what looks like a denunciation is never routed in a batch, but may be by a person who read it', async () => {
  const { coordinator, rows } = await anAnnexOf('Tôi tố cáo cán bộ tiếp nhận hồ sơ nhận hối lộ khi cấp giấy phép xây dựng')
  expect(await confirmSuggestions(db, rows, coordinator)).toMatchObject([{ refused: { key: 'conferences:triage.needsReading' } }])
  expect(await confirmSuggestions(db, rows, coordinator, true)).toMatchObject([{ leadUnit: expect.any(String) }])
})

test('an issue without a suggestion, and one that does not exist, are refused in words', async () => {
  const coordinator = await office()
  const { id, version } = await anIssue(db)
  const results = await confirmSuggestions(db, [{ id, version }, { id: 999_999, version: 1 }], coordinator)
  expect(results).toMatchObject([{ refused: { key: 'conferences:triage.noSuggestion' } }, { refused: { key: 'common:errors.notFound' } }])
})

test('a secretary’s batch is refused row by row by the machine', async () => {
  const { rows } = await anAnnexOf('Đề nghị giảm thuế thu nhập doanh nghiệp')
  const secretary = await aPerson(db, 'secretary', { unit: 'VPUB' })
  expect(await confirmSuggestions(db, rows, secretary)).toMatchObject([{ refused: { key: 'moves:refused.notYours' } }])
})

test('each figure of a conference is the length of the list it leads to', async () => {
  const coordinator = await office()
  const conferenceId = await aConference(db, coordinator)
  await importAnnex(db, conferenceId, coordinator)
  const rows = await issuesOf(conferenceId)
  await confirmSuggestions(db, rows.slice(0, 7), coordinator, true)
  for (const group of await figuresByGroup(db, coordinator, { id: conferenceId, scheme: 'standard' })) {
    const of = { conference: conferenceId, group: group.code ?? 'none' }
    expect(await countIssues(db, coordinator, of)).toBe(group.received)
    expect(await countIssues(db, coordinator, { ...of, state: 'received' })).toBe(group.waiting)
    expect(await countIssues(db, coordinator, { ...of, box: 'openOverdue' })).toBe(group.overdue)
  }
  const { items } = await conferencesWithFigures(db, coordinator, { limit: 50 })
  expect(items.find(({ id }) => id === conferenceId)?.figures).toEqual({ received: 80, waiting: 73, answered: 0, overdue: 0 })
})

test('the list of conferences turns page by page without losing one', async () => {
  const coordinator = await office()
  const seen: number[] = []
  let cursor: string | undefined
  do {
    const page = await conferencesWithFigures(db, coordinator, { limit: 2, cursor })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThanOrEqual(5)
})
