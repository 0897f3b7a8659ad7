import { expect, test } from 'vitest'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { searchExports } from '#db/queries/export-log.ts'
import { dataExports } from '#db/schema/index.ts'
import { aHeldConference, withNotice } from '#tests/support/held-conference.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson } from '#tests/support/people.ts'
import { aSeries } from '#tests/support/published.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

registerFromDisk()
const { app, db } = await openHouse()

test('whatever leaves as a file is written down, whoever takes it; a person finds their own, an auditor and an administrator all', async () => {
  const held = await aHeldConference(db)
  await withNotice(db, held)
  const { coordinator, leader } = held.house
  const [auditor, admin] = [await aPerson(db, 'auditor'), await aPerson(db, 'admin')]
  const papers = ['conclusion.docx', 'tasks.xlsx', 'figures.xlsx', 'contents.xlsx', 'minutes.docx', 'handling.docx'].map((file) => `/conferences/${held.id}/${file}`)
  const [, next] = await aSeries(db, 'Đối thoại')
  const addresses = [...papers, `/conferences/${next}/carry-over.xlsx`, '/reports/resolution.csv?by=unit', '/issues.csv', '/commitments.ics']
  const [cookie, other] = [await cookieOf(db, coordinator), await cookieOf(db, leader)]
  for (const address of addresses) expect([address, (await fetch(`${app.origin}${address}`, { headers: { Cookie: cookie } })).status]).toEqual([address, 200])
  await fetch(`${app.origin}/issues.xlsx`, { headers: { Cookie: other } }).then((one) => one.arrayBuffer())

  const own = await searchExports(db, coordinator, {}, null)
  expect(own.items.map(({ path }) => path).reverse()).toEqual(addresses.map((address) => address.split('?')[0]))
  expect(new Set(own.items.map(({ what }) => what))).toEqual(new Set(['conclusion', 'tasks', 'figures', 'contents', 'minutes', 'handling', 'carryOver', 'report', 'issues', 'calendar']))
  for (const by of [auditor, admin]) expect((await searchExports(db, by, {}, null)).items).toHaveLength(addresses.length + 1)
  expect((await searchExports(db, auditor, { what: 'issues' }, null)).items.map(({ personName }) => personName)).toEqual([leader.name, coordinator.name])
  expect((await searchExports(db, auditor, { person: leader.name.toLowerCase() }, null)).items).toHaveLength(1)
  expect((await searchExports(db, auditor, { to: '2020-01-01' }, null)).items).toEqual([])
  const first = await searchExports(db, auditor, {}, null, 4)
  const second = await searchExports(db, auditor, {}, Number(first.next), 4)
  expect(first.items.at(-1)!.id).toBeGreaterThan(second.items[0]!.id)
  expect((await searchExports(db, leader, { person: coordinator.name }, null)).items).toEqual([])

  const page = await (await fetch(`${app.origin}/audit/exports?what=minutes`, { headers: { Cookie: await cookieOf(db, auditor) } })).text()
  expect(page).toContain(`/conferences/${held.id}/minutes.docx`)
  expect(page).not.toContain('/issues.xlsx')
})

test('what was refused or is not there leaves no line', async () => {
  const officer = await aPerson(db, 'officer', { unit: 'SXD' })
  const before = (await db.select().from(dataExports)).length
  for (const path of ['/conferences/1/minutes.docx', '/conferences/999/carry-over.xlsx']) await fetch(`${app.origin}${path}`, { headers: { Cookie: await cookieOf(db, officer) } })
  expect(await db.select().from(dataExports)).toHaveLength(before)
})
