import { asc, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { acceptDirective } from '#app/directives/accept-directive.server.ts'
import { askDirective } from '#app/directives/ask-directive.server.ts'
import { askView } from '#app/directives/ask-view.server.ts'
import { directiveListView } from '#app/directives/directive-list-view.server.ts'
import { directiveView } from '#app/directives/directive-view.server.ts'
import { explainDirective } from '#app/directives/explain-directive.server.ts'
import { returnDirective } from '#app/directives/return-directive.server.ts'
import { withdrawDirective } from '#app/directives/withdraw-directive.server.ts'
import type { Invalid } from '#app/http/errors.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { issueView } from '#app/issues/issue-view.server.ts'
import { remind } from '#app/notices/remind.server.ts'
import { listIssues } from '#db/queries/issue-list.ts'
import { countWork } from '#db/queries/work.ts'
import { directiveEvents, directives, notices, people } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { at } from '#tests/support/hanoi-calendar.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import type { Role } from '#workflows/resolution/actor.ts'

registerFromDisk()
const { db, sql } = await testDatabase()
beforeAll(() => seedReference(db))
beforeEach(async () => {
  await db.update(people).set({ disabledAt: new Date() })
  await db.update(directives).set({ state: 'withdrawn' })
})

const now = at('2026-11-16 09:00')
const asked = { about: null, issue: null, unit: 'STNMT', text: 'Vì sao còn kiến nghị quá hạn?', dueOn: '2026-11-20', mandate: null }
const figure = { ...asked, about: '/issues?unit=STNMT' }
const said = { text: 'Do chờ ý kiến các đơn vị.', issues: [] as string[] }
const seeing = (by: Actor, id: number) => directiveView(db, by, { id: String(id), language: 'vi', now })
const listed = async (by: Actor, query = '', when = now) => directiveListView(db, by, { params: new URLSearchParams(query), language: 'vi', now: when })
const told = async (kind: string) => (await db.select({ id: notices.personId }).from(notices).where(eq(notices.kind, kind)).orderBy(asc(notices.personId))).map(({ id }) => id)
const fieldsOf = (work: Promise<unknown>) => work.then(() => ({}), (error: Invalid) => error.fields)
const sorted = (...some: Actor[]) => some.map(({ personId }) => personId).sort((a, b) => a - b)

async function aRoutedIssue(house: Awaited<ReturnType<typeof aHouse>>, unit = 'STNMT') {
  const issue = await anIssue(db, { enterpriseId: house.enterpriseId, at: at('2026-11-10 09:00') })
  await walk(db, issue.id, [[house.coordinator, routeTo(unit)]], at('2026-11-10 10:00'))
  return issue
}

test('a figure is asked about, explained, sent back, explained again and accepted, and each is told whom it concerns', async () => {
  const house = await aHouse(db)
  await db.delete(notices)
  const { code } = await aRoutedIssue(house)
  const id = await askDirective(db, figure, house.leader, now)
  expect(await told('directive.ask')).toEqual(sorted(house.head, house.officer))
  await explainDirective(db, id, { seen: 1, ...said, issues: [code] }, house.head, at('2026-11-17 09:00'))
  expect(await told('directive.explain')).toEqual(sorted(house.leader))
  await returnDirective(db, id, { seen: 2, text: 'Cho biết ngày trả lời.', dueOn: '2026-11-24', mandate: null }, house.leader, at('2026-11-18 09:00'))
  await explainDirective(db, id, { seen: 3, ...said, text: 'Trả lời xong ngày 30/11.' }, house.head, at('2026-11-25 09:00'))
  await acceptDirective(db, id, { seen: 4, text: null, mandate: null }, house.leader, at('2026-11-26 09:00'))
  const { state, story, dueOn, firstDueOn, moves } = await seeing(house.head, id)
  expect(story.map(({ move, late, codes }) => [move, late, codes])).toEqual([
    ['ask', false, []], ['explain', false, [code]], ['return', false, []], ['explain', true, []], ['accept', false, []],
  ])
  expect({ state, dueOn, firstDueOn, moves }).toEqual({ state: 'accepted', dueOn: '2026-11-24', firstDueOn: '2026-11-20', moves: [] })
  for (const move of ['directive.return', 'directive.accept']) expect(await told(move)).toEqual(sorted(house.head, house.officer))
})

test('the figure is kept as whoever asked counted it, beside what each reader counts now', async () => {
  const house = await aHouse(db)
  const first = await aRoutedIssue(house)
  const before = (await listIssues(db, house.leader, { unit: 'STNMT' }, { limit: 1000 })).items.length
  const id = await askDirective(db, { ...figure, about: `/issues?unit=STNMT&cursor=7&asOf=${at('2026-11-15 09:00').toISOString()}` }, house.leader, now)
  const second = await anIssue(db, { enterpriseId: house.enterpriseId, at: at('2026-11-16 10:00') })
  await walk(db, second.id, [[house.coordinator, routeTo('STNMT')]], at('2026-11-16 11:00'))
  const seen = await seeing(house.leader, id)
  expect(seen.figure).toMatchObject({ address: '/issues?unit=STNMT', figure: before, now: before + 1, asOf: at('2026-11-15 09:00'), words: ['Sở Tài nguyên và Môi trường'] })
  const then = new URL(seen.figure!.before, 'http://self.invalid').searchParams
  const rows = await listIssues(db, house.leader, { unit: then.get('unit')!, asOf: new Date(then.get('asOf')!) }, { limit: 1000 })
  expect(rows.items).toHaveLength(before)
  expect(rows.items.map((row) => row.id)).toContain(first.id)
})

test('another unit’s demand is not there, filers have none, the auditor reads all', async () => {
  const house = await aHouse(db)
  const id = await askDirective(db, figure, house.leader, now)
  const others = [await aPerson(db, 'head', { unit: 'SXD' }), await aPerson(db, 'officer', { unit: 'SXD' }), house.enterprise]
  for (const other of others) {
    await expect(seeing(other, id)).rejects.toMatchObject({ status: 404 })
    expect((await listed(other, 'box=open')).rows).toEqual([])
    await expect(explainDirective(db, id, { seen: 1, ...said }, other, now)).rejects.toMatchObject({ status: 404 })
  }
  for (const reader of [await aPerson(db, 'auditor'), house.secretary, house.coordinator, house.head, house.officer]) expect((await seeing(reader, id)).id).toBe(id)
})

test('each moves it only as the machine lets them, and a refused move leaves no event', async () => {
  const house = await aHouse(db)
  const id = await askDirective(db, figure, house.leader, now)
  await expect(explainDirective(db, id, { seen: 1, ...said }, house.officer, now)).rejects.toMatchObject({ status: 409, reason: { key: 'directives:refused.explain' } })
  await expect(explainDirective(db, id, { seen: 1, ...said }, house.leader, now)).rejects.toMatchObject({ status: 409 })
  await expect(acceptDirective(db, id, { seen: 1, text: null, mandate: null }, house.leader, now)).rejects.toMatchObject({ reason: { key: 'directives:refused.accept' } })
  await expect(withdrawDirective(db, id, { seen: 1, text: 'x', mandate: null }, house.head, now)).rejects.toMatchObject({ reason: { key: 'directives:refused.withdraw' } })
  for (const role of ['secretary', 'auditor', 'head', 'officer'] as Role[]) {
    await expect(askDirective(db, figure, await aPerson(db, role, { unit: 'STNMT' }), now)).rejects.toMatchObject({ status: 403 })
  }
  expect((await seeing(house.leader, id)).story).toHaveLength(1)
})

test('of two who explain at once one is heard and the other is told', async () => {
  const house = await aHouse(db)
  const second = await aPerson(db, 'head', { unit: 'STNMT' })
  const id = await askDirective(db, figure, house.leader, now)
  const both = await Promise.allSettled([house.head, second].map((by) => explainDirective(db, id, { seen: 1, ...said }, by, now)))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { status: 409, reason: { key: 'common:errors.conflict' } } })
  expect((await seeing(house.leader, id)).story).toHaveLength(2)
})

test('the coordinating office acts for leadership and says on whose word; leadership hears of what it had asked', async () => {
  const house = await aHouse(db)
  await db.delete(notices)
  expect(await fieldsOf(askDirective(db, figure, house.coordinator, now))).toHaveProperty('mandate')
  const id = await askDirective(db, { ...figure, mandate: 'Phó Chủ tịch, họp giao ban 16/11' }, house.coordinator, now)
  await explainDirective(db, id, { seen: 1, ...said }, house.head, now)
  expect(await told('directive.explain')).toEqual(sorted(house.coordinator, house.leader))
  expect(await fieldsOf(acceptDirective(db, id, { seen: 2, text: null, mandate: null }, house.coordinator, now))).toHaveProperty('mandate')
  await withdrawDirective(db, id, { seen: 2, text: 'Đã báo cáo trực tiếp.', mandate: 'Phó Chủ tịch' }, house.coordinator, now)
  expect((await seeing(house.leader, id)).story.map(({ mandate }) => mandate)).toEqual(['Phó Chủ tịch, họp giao ban 16/11', null, 'Phó Chủ tịch'])
})

test('an explanation is due on a working day that is not over, from a unit that is there', async () => {
  const { leader } = await aHouse(db)
  const wrong = (of: Partial<typeof figure>) => fieldsOf(askDirective(db, { ...figure, ...of }, leader, now))
  expect(await wrong({ dueOn: '2026-11-13' })).toEqual({ dueOn: { key: 'directives:invalid.past' } })
  expect(await wrong({ dueOn: '2026-11-21' })).toEqual({ dueOn: { key: 'directives:invalid.dayOff' } })
  expect(await wrong({ dueOn: '2099-11-20' })).toEqual({ dueOn: { key: 'directives:invalid.tooFar' } })
  expect(await wrong({ unit: 'SYT' })).toEqual({ unit: { key: 'directives:invalid.noHead' } })
  expect(await wrong({ unit: 'KHONGCO' })).toEqual({ unit: { key: 'common:fields.unknownChoice' } })
  expect(await wrong({ about: '/admin/people' })).toEqual({ '': { key: 'directives:invalid.about' } })
  expect(await wrong({ dueOn: '2026-11-16' })).toEqual({})
  await aPerson(db, 'head', { unit: 'SXD' })
  const view = await askView(db, leader, { params: new URLSearchParams({ about: '/issues?unit=SXD' }), language: 'vi', now })
  expect([view.unit, view.usualDay, view.needsMandate]).toEqual(['SXD', '2026-11-23', false])
})

test('about an issue only units with a part in it are asked, and the page of the issue shows it to those who may read it', async () => {
  const house = await aHouse(db)
  const { code } = await aRoutedIssue(house)
  await aPerson(db, 'head', { unit: 'SXD' })
  const about = { ...asked, issue: code }
  expect(await fieldsOf(askDirective(db, { ...about, unit: 'SXD' }, house.leader, now))).toEqual({ unit: { key: 'directives:invalid.noPart' } })
  const id = await askDirective(db, about, house.leader, now)
  const on = async (actor: Actor) => (await issueView(db, code, { actor, language: 'vi', now }))!.directives.map((one) => one.id)
  for (const reader of [house.leader, house.head, house.officer]) expect(await on(reader)).toEqual([id])
  expect(await on(house.enterprise)).toEqual([])
  expect((await seeing(house.head, id)).code).toBe(code)
})

test('an explanation points only to issues that whoever signs it may see', async () => {
  const house = await aHouse(db)
  const elsewhere = await aRoutedIssue(house, 'SXD')
  const id = await askDirective(db, figure, house.leader, now)
  expect(await fieldsOf(explainDirective(db, id, { seen: 1, ...said, issues: [elsewhere.code] }, house.head, now))).toHaveProperty('issues')
})

test('each number of the list is as long as its list, page by page, and work counts what waits', async () => {
  const house = await aHouse(db)
  const other = await aHouse(db, 'SXD')
  await db.update(directives).set({ unit: 'SCT' })
  const dues = ['2026-11-16', '2026-11-17', '2026-11-17', '2026-11-20']
  for (const dueOn of dues) await askDirective(db, { ...figure, dueOn }, house.leader, now)
  const explained = await askDirective(db, { ...figure, unit: 'SXD' }, house.leader, now)
  await explainDirective(db, explained, { seen: 1, ...said }, other.head, now)
  const later = at('2026-11-18 09:00')
  const view = await listed(house.leader, '', later)
  expect(view.box).toBe('explained')
  const row = (unit: string) => view.byUnit.find((one) => one.unit === unit)
  expect([row('STNMT'), row('SXD')]).toMatchObject([{ open: 4, overdue: 3, explained: 0 }, { open: 0, explained: 1 }])
  for (const { unit, name: _, ...counts } of view.byUnit) {
    for (const [box, count] of Object.entries(counts)) expect([unit, box, (await listed(house.leader, `box=${box}&unit=${unit}`, later)).rows.length]).toEqual([unit, box, Math.min(25, Number(count))])
  }
  const horizon = { now: later, soon: later }
  const waiting = async (by: Actor & { role: Role }) => (await countWork(db, by, horizon)).find(({ name }) => name === 'directives')?.count
  expect([await waiting(house.head), await waiting(house.officer), await waiting(other.head), await waiting(house.leader)]).toEqual([4, 4, undefined, 1])
})

test('a long list is read page by page, each demand once, the earliest day first and of what is done the latest', async () => {
  const { leader, head } = await aHouse(db, 'SGTVT')
  for (let n = 0; n < 30; n += 1) await askDirective(db, { ...figure, unit: 'SGTVT', dueOn: n % 2 ? '2026-11-19' : '2026-11-20' }, leader, now)
  const read = async (query: string) => {
    const first = await listed(head, query)
    const rest = await listed(head, `${query}&cursor=${first.next}`)
    expect([first.rows.length, rest.rows.length, rest.next]).toEqual([25, 5, null])
    const rows = [...first.rows, ...rest.rows]
    expect(new Set(rows.map(({ id }) => id)).size).toBe(30)
    return rows.map(({ dueOn }) => dueOn)
  }
  const days = await read('box=open')
  expect(days).toEqual([...days].sort())
  await db.update(directives).set({ state: 'accepted' }).where(eq(directives.unit, 'SGTVT'))
  expect(await read('box=done')).toEqual(days.toReversed())
})

test('what is owed is reminded of before its day, on it and after it, and no more once it is explained', async () => {
  const house = await aHouse(db)
  const id = await askDirective(db, figure, house.leader, now)
  await db.delete(notices)
  const heard = async (time: string) => {
    await remind(db, { now: () => at(time) })
    const names = new Map(Object.entries(house).flatMap(([name, one]) => (typeof one === 'number' ? [] : [[one.personId, name]])))
    const rows = (await db.select().from(notices)).filter(({ params }) => params.clock === 'directive')
    await db.delete(notices)
    expect(rows.every(({ params }) => params.code === String(id))).toBe(true)
    return rows.map(({ kind, personId }) => `${kind.slice(7)} ${names.get(personId)}`).sort()
  }
  expect(await heard('2026-11-19 08:00')).toEqual(['dayBefore head'])
  expect(await heard('2026-11-20 08:00')).toEqual(['due head'])
  expect(await heard('2026-11-20 08:01')).toEqual([])
  expect(await heard('2026-11-25 08:00')).toEqual(['late3 coordinator', 'late3 head'])
  await explainDirective(db, id, { seen: 1, ...said }, house.head, at('2026-11-25 09:00'))
  expect(await heard('2026-12-04 08:00')).toEqual([])
})

test('what was said is never changed nor taken away', async () => {
  const { leader } = await aHouse(db)
  const id = await askDirective(db, figure, leader, now)
  await expect(db.update(directiveEvents).set({ text: 'khác' }).where(eq(directiveEvents.directiveId, id))).rejects.toThrow()
  await expect(sql`delete from directive_events`).rejects.toThrow(/append-only/)
})
