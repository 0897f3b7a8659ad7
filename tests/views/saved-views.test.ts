import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import type { Invalid } from '#app/http/errors.ts'
import { changeView } from '#app/views/change-view.server.ts'
import { dropView } from '#app/views/drop-view.server.ts'
import { mostViews, saveView } from '#app/views/save-view.server.ts'
import { viewsFor } from '#db/queries/saved-views.ts'
import { savedViews } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

const address = '/issues?unit=STC&state=routed'
const save = (by: Actor, name: string, share = 'nobody', of = address) => saveView(db, { name, share, address: of }, by)
const names = async (by: Actor) => (await viewsFor(db, by)).map(({ name }) => name)
const fieldsOf = (work: Promise<unknown>) => work.then(() => ({}), (error: Invalid) => error.fields)

test('a view is kept in one form and found by whoever kept it, by name', async () => {
  const officer = await aPerson(db, 'officer', { unit: 'STC' })
  expect(await save(officer, 'Ứng phó', 'nobody', '/issues?unit=STC&cursor=9&state=routed&asOf=2026-11-22T03:04:05.678Z')).toBe('/issues?state=routed&unit=STC')
  await save(officer, 'Quá hạn', 'nobody', '/reports/open?by=unit')
  expect((await viewsFor(db, officer)).map(({ name, address: kept, own }) => [name, kept, own])).toEqual([
    ['Quá hạn', '/reports/open?by=unit', true], ['Ứng phó', '/issues?state=routed&unit=STC', true],
  ])
})

test('who reads a view is whom it was shared with, and nobody else', async () => {
  const [coordinator, head, otherHead, officer, auditor, enterprise] = await Promise.all([
    aPerson(db, 'coordinator', { unit: 'VPUB' }), aPerson(db, 'head', { unit: 'SXD' }), aPerson(db, 'head', { unit: 'SCT' }), aPerson(db, 'officer', { unit: 'SXD' }), aPerson(db, 'auditor'), aPerson(db, 'enterprise'),
  ])
  await save(coordinator, 'A riêng')
  await save(coordinator, 'B lãnh đạo đơn vị', 'role.head')
  await save(coordinator, 'C tất cả', 'everybody')
  await save(head, 'D của Sở', 'unit')
  expect(await names(coordinator)).toEqual(['A riêng', 'B lãnh đạo đơn vị', 'C tất cả'])
  expect(await names(head)).toEqual(['D của Sở', 'B lãnh đạo đơn vị', 'C tất cả'])
  expect(await names(otherHead)).toEqual(['B lãnh đạo đơn vị', 'C tất cả'])
  expect(await names(officer)).toEqual(['C tất cả', 'D của Sở'])
  expect(await names(auditor)).toEqual(['C tất cả'])
  expect(await names({ ...enterprise, unit: null })).toEqual(['C tất cả'])
})

test('people of a unit share with their unit and no further', async () => {
  const officer = await aPerson(db, 'officer', { unit: 'STC' })
  for (const share of ['everybody', 'role.head', 'role.admin', 'nonsense']) expect(await fieldsOf(save(officer, 'X', share))).toHaveProperty('share')
  const leader = await aPerson(db, 'leader', { unit: 'VPUB' })
  expect(await fieldsOf(save(leader, 'X', 'role.admin'))).toHaveProperty('share')
})

test('it is renamed, shared otherwise and taken away by its owner only', async () => {
  const [head, colleague] = [await aPerson(db, 'head', { unit: 'SYT' }), await aPerson(db, 'head', { unit: 'SYT' })]
  await save(head, 'Cũ', 'unit')
  const [{ id } = { id: 0 }] = await viewsFor(db, head)
  await expect(changeView(db, { id, name: 'Chiếm', share: 'unit' }, colleague)).rejects.toMatchObject({ status: 404 })
  await expect(dropView(db, id, colleague)).rejects.toMatchObject({ status: 404 })
  await changeView(db, { id, name: 'Mới', share: 'nobody' }, head)
  expect([(await names(head))[0], (await names(colleague)).includes('Mới')]).toEqual(['Mới', false])
  await dropView(db, id, head)
  expect(await names(head)).not.toContain('Mới')
})

test('a name is used once, whatever its letters, and a page without a filter to keep is refused', async () => {
  const officer = await aPerson(db, 'officer', { unit: 'STC' })
  await save(officer, 'Đất đai')
  expect(await fieldsOf(save(officer, 'đất ĐAI'))).toEqual({ name: { key: 'views:invalid.nameTaken' } })
  expect(await fieldsOf(save(officer, 'Khác', 'nobody', 'https://evil.test/issues'))).toEqual({ '': { key: 'views:invalid.address' } })
})

test('a person keeps so many and no more, also where two are saved at once', async () => {
  const officer = await aPerson(db, 'officer', { unit: 'STC' })
  const values = Array.from({ length: mostViews - 1 }, (_, n) => ({ personId: officer.personId, name: `Số ${n}`, address, createdAt: new Date() }))
  await db.insert(savedViews).values(values)
  const both = await Promise.all(['Một', 'Hai'].map((name) => fieldsOf(save(officer, name))))
  expect(both.filter((fields) => '' in fields)).toEqual([{ '': { key: 'views:invalid.tooMany', params: { max: mostViews } } }])
  expect((await viewsFor(db, officer)).filter(({ own }) => own)).toHaveLength(mostViews)
})
