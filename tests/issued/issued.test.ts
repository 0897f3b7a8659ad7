import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { issueFigures } from '#app/issued/issue-figures.server.ts'
import { issuedView, recountIssued } from '#app/issued/issued-view.server.ts'
import { periodTable } from '#db/queries/period-table.ts'
import { resolutionReport } from '#db/queries/resolution-report.ts'
import { issuedFigures, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { periodColumns } from '#workflows/reports/period.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { live, lives } from '#tests/support/histories.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'

const { db } = await testDatabase()
registerFromDisk()
beforeAll(() => seedReference(db))

const asOf = '2024-06-20T05:00:00.000Z'
async function aBusyConference() {
  const house = await aHouse(db)
  const conference = await aConference(db, house.secretary)
  await live(db, house, conference, lives.flatMap((life, index) => [life.length, 2].map((steps) => ({ life: index, steps, hours: [12 * index + 5, 30, 50] }))))
  return { house, conference, question: `conference=${conference}&by=unit&from=2024-05-30&asOf=${asOf}` }
}

test('figures that were issued are counted again to the same numbers, whatever has happened to their issues since', async () => {
  const { house, conference, question } = await aBusyConference()
  const id = await issueFigures(db, house.leader, { title: 'Quý II năm 2024', question })
  const open = await db.select({ id: issues.id }).from(issues).where(sql`${issues.conferenceId} = ${conference} and ${issues.state} = 'received'`)
  expect(open.length).toBeGreaterThan(1)
  for (const one of open) await walk(db, one.id, [[house.coordinator, routeTo('SXD', { group: 'admin' })]])
  await anIssue(db, { conferenceId: conference })
  const { content, whole } = await issuedView(db, String(id))
  expect(whole).toBe(true)
  for (const by of [house.coordinator, house.secretary, await aPerson(db, 'auditor')]) {
    expect(await recountIssued(db, by, content)).toMatchObject({ differences: [], redefined: [], taken: { annulled: 0, denounced: 0 } })
  }
  const now = await resolutionReport(db, house.leader, { groupBy: 'unit', conference })
  expect(now.rows.find(({ key }) => key === 'SXD')!.received).not.toBe(content.rows.find(({ key }) => key === 'SXD')?.counts.received)
})

test('what was annulled since, or told to be a denunciation, is said to be why a number differs', async () => {
  const { house, conference, question } = await aBusyConference()
  const id = await issueFigures(db, house.coordinator, { title: 'Trước khi hủy', question })
  const [first, second] = await db.select({ id: issues.id }).from(issues).where(sql`${issues.conferenceId} = ${conference} and ${issues.state} = 'received' and ${issues.receivedAt} < ${asOf}`)
  await db.update(issues).set({ annulledAt: new Date() }).where(eq(issues.id, first!.id))
  await walk(db, second!.id, [[house.coordinator, { type: 'divert', track: 'denunciation', guidance: 'Chuyển Thanh tra.', note: undefined }]])
  const { content } = await issuedView(db, String(id))
  const { differences, taken } = await recountIssued(db, house.leader, content)
  expect(taken).toEqual({ annulled: 1, denounced: 1 })
  expect(differences).toContainEqual({ table: 'boxes', row: undefined, column: 'received', was: content.total.counts.received, now: content.total.counts.received - 2 })
})

test('they can be neither changed nor deleted, and where somebody did it all the same the page says so', async () => {
  const { house, question } = await aBusyConference()
  const id = await issueFigures(db, house.leader, { title: 'Không sửa được', question })
  await expect(db.update(issuedFigures).set({ title: 'Khác' })).rejects.toThrow()
  await expect(db.delete(issuedFigures)).rejects.toThrow()
  await db.execute(sql`alter table issued_figures disable trigger refuse_change`)
  await db.execute(sql`update issued_figures set content = jsonb_set(content, '{total,counts,answered}', '99') where id = ${id}`)
  await db.execute(sql`alter table issued_figures enable always trigger refuse_change`)
  const { whole, content } = await issuedView(db, String(id))
  expect(whole).toBe(false)
  const { differences } = await recountIssued(db, house.leader, content)
  expect(differences).toEqual([expect.objectContaining({ column: 'answered', was: 99 })])
})

test('numbers of a year follow one another, also when two issue at once, and only leaders and the coordinating office do', async () => {
  const { house, question } = await aBusyConference()
  const at = new Date('2031-01-01T00:30:00+07:00')
  const ids = await Promise.all([1, 2, 3].map((n) => issueFigures(db, house.leader, { title: `Số ${n}`, question }, at)))
  const views = await Promise.all(ids.map((id) => issuedView(db, String(id))))
  expect(views.map(({ content }) => content.number).sort()).toEqual(['01/2031', '02/2031', '03/2031'])
  for (const by of [house.secretary, house.head, await aPerson(db, 'auditor')]) await expect(issueFigures(db, by, { title: 'x', question })).rejects.toMatchObject({ status: 403 })
  await expect(issuedView(db, '999999')).rejects.toMatchObject({ status: 404 })
})

test('the official table: what was open the moment before the period, what came in it, and what became of all of them', async () => {
  const { house, conference } = await aBusyConference()
  for (const [from, day] of [['2024-05-30', '2024-06-12'], ['2024-06-04', '2024-06-28'], ['2024-06-20', '2024-07-20']] as const) {
    const end = new Date(`${day}T23:59:59.999+07:00`)
    const start = new Date(Date.parse(`${from}T00:00:00+07:00`) - 1)
    for (const groupBy of ['group', 'unit', 'month'] as const) {
      const { rows, total } = await periodTable(db, house.leader, { groupBy, conference, from, asOf: end })
      const before = await resolutionReport(db, house.leader, { groupBy, conference, asOf: start })
      const fresh = await resolutionReport(db, house.leader, { groupBy, conference, from, asOf: end })
      const all = await resolutionReport(db, house.leader, { groupBy, conference, asOf: end })
      expect([from, total.carried, total.fresh]).toEqual([from, before.total.open, fresh.total.received])
      expect(total.openInTime + total.openOverdue).toBe(all.total.open)
      for (const row of [...rows, total]) {
        expect(row.carried + row.fresh + row.reopened).toBe(row.total)
        expect(row.answered + row.openInTime + row.openOverdue + row.ended).toBe(row.total)
      }
      for (const column of periodColumns) expect(rows.reduce((sum, row) => sum + row[column], 0)).toBe(total[column])
      for (const row of fresh.rows) expect(rows.find(({ key }) => key === row.key)!.fresh).toBe(row.received)
    }
  }
})

test('without a period everything is new, and the table says what the report says', async () => {
  const { house, conference } = await aBusyConference()
  const end = new Date(asOf)
  const { total } = await periodTable(db, house.leader, { groupBy: 'coordinating', conference, asOf: end })
  const { total: report } = await resolutionReport(db, house.leader, { groupBy: 'group', conference, asOf: end })
  expect(total).toEqual({
    carried: 0, fresh: report.received, reopened: 0, total: report.received, answered: report.answered, openInTime: report.openInTime, openOverdue: report.openOverdue,
    ended: report.refused + report.withdrawn + report.diverted,
  })
})
