import { parse } from 'csv-parse/sync'
import { desc, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { readFile } from '#app/imports/read/read-file.server.ts'
import { countIssues, type IssueFilter } from '#db/queries/issue-list.ts'
import { dataExports } from '#db/schema/index.ts'
import { aConference } from '#tests/support/conferences.ts'
import { live, lives } from '#tests/support/histories.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const { app, db } = await openHouse()
let house: Awaited<ReturnType<typeof aHouse>>
let conference: number
beforeAll(async () => {
  house = await aHouse(db)
  conference = await aConference(db, house.secretary)
  await live(db, house, conference, lives.map((life, index) => ({ life: index, steps: life.length, hours: [30] })))
  await anIssue(db, { text: '=HYPERLINK("http://x"), "nguy hiểm"\nhai dòng', at: new Date('2024-06-01T02:00:00Z') })
})

const ask = async (by: Actor, path: string) => fetch(`${app.origin}${path}`, { redirect: 'manual', headers: { Cookie: await cookieOf(db, by) } })
async function csvOf(by: Actor, query: string): Promise<Record<string, string>[]> {
  const response = await ask(by, `/issues.csv${query}`)
  expect(response.status).toBe(200)
  return parse(Buffer.from(await response.arrayBuffer()), { bom: true, columns: true })
}
const lastExport = async () => (await db.select().from(dataExports).orderBy(desc(dataExports.id)).limit(1))[0]!

test('the file holds exactly the issues of the list, for whoever reads it, whatever narrows it', async () => {
  const past = new Date('2024-06-10T05:00:00Z')
  const filters: [string, IssueFilter][] = [
    ['', {}], [`?conference=${conference}`, { conference }], ['?state=inProgress', { state: 'inProgress' }], ['?overdue=yes', { overdue: true }], ['?q=nguy+hiem', { q: 'nguy hiem' }],
    [`?asOf=${past.toISOString()}&box=open`, { asOf: past, box: 'open' }], ['?unit=STNMT', { unit: 'STNMT' }], ['?group=none', { group: 'none' }],
  ]
  for (const by of [house.leader, house.officer, house.enterprise]) {
    for (const [query, filter] of filters) expect([by.role, query, (await csvOf(by, query)).length]).toEqual([by.role, query, await countIssues(db, by, filter)])
  }
  expect((await csvOf(house.leader, '')).length).toBeGreaterThan(lives.length)
  expect((await csvOf(house.officer, '')).length).toBeLessThan((await csvOf(house.leader, '')).length)
})

test('nothing in it is computed by a spreadsheet, and Excel knows its letters', async () => {
  const bytes = Buffer.from(await (await ask(house.leader, '/issues.csv?q=nguy+hiem')).arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [row] = parse(bytes, { bom: true, columns: true }) as Record<string, string>[]
  expect(row!['Nội dung kiến nghị']).toBe(`'=HYPERLINK("http://x"), "nguy hiểm"\nhai dòng`)
})

test('a row says in official words where an issue stands, how late it is and by which letter it was answered', async () => {
  const { id, code } = await anIssue(db, { enterpriseId: house.enterpriseId, at: new Date('2024-05-06T02:00:00Z') })
  const moves = [[house.coordinator, routeTo('STNMT', { coordinatingUnits: ['STC'] })], [house.officer, { type: 'accept', note: undefined }]] as const
  await walk(db, id, moves.map(([by, move]) => [by, move]), new Date('2024-05-06T03:00:00Z'))
  await walk(db, id, [
    [house.officer, { type: 'submitAnswer', text: 'Đã cấp.', note: undefined }],
    [house.head, { type: 'approve', letterNumber: '12/STNMT', letterDate: '2024-06-03', note: undefined }],
  ], new Date('2024-06-03T03:00:00Z'))
  const [now] = await csvOf(house.leader, `?q=${code}`)
  expect(now).toMatchObject({
    'Mã kiến nghị': code, 'Ngày tiếp nhận': '06/05/2024', 'Tình trạng': 'Đã trả lời', 'Hạn trả lời': '20/05/2024', 'Ngày trả lời': '03/06/2024', 'Quá hạn (ngày làm việc)': '10',
    'Số văn bản': '12/STNMT', 'Ngày văn bản': '03/06/2024', 'Đơn vị phối hợp': expect.stringContaining('Sở Tài chính'),
  })
  const [then] = await csvOf(house.leader, `?q=${code}&asOf=2024-05-22`)
  expect(then).toMatchObject({ 'Tình trạng': 'Đang giải quyết', 'Ngày trả lời': '', 'Số văn bản': '', 'Quá hạn (ngày làm việc)': '2' })
})

test('the workbook holds the same rows, says what it was narrowed to and how many it has', async () => {
  const query = `?conference=${conference}&box=answered&asOf=2024-07-30`
  const rows = await csvOf(house.leader, query)
  const response = await ask(house.leader, `/issues.xlsx${query}`)
  expect(response.headers.get('Content-Type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  const [sheet] = await readFile({ name: 'x.xlsx', bytes: new Uint8Array(await response.arrayBuffer()) })
  const texts = sheet!.rows.map(({ cells }) => cells.map((cell) => String(cell?.text ?? '')))
  expect(texts[1]![0]).toContain(`${rows.length} kiến nghị`)
  expect(texts[2]![0]).toContain('Mục báo cáo: Đã trả lời')
  expect(texts.slice(4).map((cells) => cells[1])).toEqual(rows.map((row) => row['Mã kiến nghị']))
})

test('each download stands in the log before its bytes leave, with how many rows, and the log cannot be changed', async () => {
  const rows = await csvOf(house.officer, '?state=inProgress')
  const logged = await lastExport()
  expect(logged).toMatchObject({ personId: house.officer.personId, personName: house.officer.name, role: 'officer', unit: 'STNMT', what: 'issues', format: 'csv', path: '/issues.csv', filter: 'state=inProgress', rows: rows.length, address: expect.stringMatching(/127\.0\.0\.1|::1/) })
  await expect(db.execute(sql`update exports set rows = 0`)).rejects.toThrow()
  await expect(db.execute(sql`delete from exports`)).rejects.toThrow()
  const before = logged.id
  expect((await fetch(`${app.origin}/issues.csv`, { redirect: 'manual' })).status).toBe(302)
  expect((await lastExport()).id).toBe(before)
})
