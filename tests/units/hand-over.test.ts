import { and, asc, eq, sql as raw } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { handOverWork } from '#app/hand-over/hand-over-work.server.ts'
import { movePeople } from '#app/hand-over/move-people.server.ts'
import { handOverView } from '#app/hand-over/hand-over-view.server.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { resolutionReport } from '#db/queries/resolution-report.ts'
import { countIssues } from '#db/queries/issue-list.ts'
import { countOpenWork, endedWithWork } from '#db/queries/unit-work.ts'
import { verifyChain } from '#db/queries/verify-chain.ts'
import { answers, commitments, conferences, deadlines, issueEvents, issues, opinions, units, unitSuccessors } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import districts from '#db/seed/data/districts.json' with { type: 'json' }
import unitRows from '#db/seed/data/units.json' with { type: 'json' }
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson, anEnterprise } from '#tests/support/people.ts'
import { system } from '#workflows/resolution/actor.ts'
import { moveSchemas, type MoveInput, type MoveName } from '#workflows/resolution/moves.ts'
import { replay } from '#workflows/resolution/replay.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

const move = <M extends MoveName>(type: M, fields: Record<string, unknown> = {}) => ({ type, ...moveSchemas[type].parse(fields) }) as MoveInput
const note = 'Đơn vị sáp nhập'
const before = new Date('2025-02-24T02:00:00Z')
const merger = new Date('2025-03-03T02:00:00Z')
const row = async (id: number) => (await db.select().from(issues).where(eq(issues.id, id)))[0]!
const lastEvent = async (id: number) => (await db.select().from(issueEvents).where(eq(issueEvents.issueId, id)).orderBy(asc(issueEvents.seq))).at(-1)!
const replayed = async (id: number) => {
  const log = await db.select().from(issueEvents).where(eq(issueEvents.issueId, id)).orderBy(asc(issueEvents.seq))
  return replay(log.map((event) => ({ ...event, at: event.at.toISOString(), payload: event.payload as Record<string, unknown> })))
}
const here = async (id: number) => {
  const position = (await issuePosition(db, id, system))!
  return { ok: true, position: { state: position.state, facts: position.facts } }
}

/** Hands over all that is proposed, as a coordinating office does that has looked through it and found it right. */
async function handOverAll(house: Awaited<ReturnType<typeof aHouse>>, unit: string, at: Date, choose?: (code: string) => string) {
  const view = (await handOverView(db, unit, house.coordinator, 'vi'))!
  const rows = view.rows.map(({ id, version, code, proposed }) => ({ id, version, to: proposed?.code ?? choose?.(code) ?? '' })).filter(({ to }) => to)
  return handOverWork(db, house.coordinator, unit, rows, note, at)
}

test('an ended unit is on the office’s list with all that waits for it, until all of it has moved', async () => {
  const house = await aHouse(db, 'SGTVT')
  const { coordinator, officer } = house
  const [lead, part, inForce] = await Promise.all([anIssue(db, { at: before }), anIssue(db, { at: before }), anIssue(db, { at: before })])
  await walk(db, lead.id, [[coordinator, routeTo('SGTVT')], [officer, move('accept')]], before)
  await walk(db, part.id, [[coordinator, routeTo('SCT', { coordinatingUnits: ['SGTVT'] })]], before)
  await walk(db, inForce.id, [[coordinator, routeTo('SCT')]], before)
  const listed = async (day: string) => (await endedWithWork(db, day)).filter(({ code }) => code === 'SGTVT' || code === 'SCT').map(({ code, open }) => [code, open])
  const [unit] = await db.select({ last: units.validTo }).from(units).where(eq(units.code, 'SGTVT'))
  expect(await listed(unit!.last!)).toEqual([])
  expect(await listed('2025-03-03')).toEqual([['SGTVT', 2]])
  await handOverAll(house, 'SGTVT', merger)
  expect(await listed('2025-03-03')).toEqual([])
})

test('accepted work goes on with the successor: same dates, same draft, accepted still, and no hand-back', async () => {
  const house = await aHouse(db)
  const { coordinator, officer } = house
  const { id } = await anIssue(db, { at: before })
  await walk(db, id, [
    [coordinator, routeTo('STNMT', { coordinatingUnits: ['STC'] })], [officer, move('accept')], [officer, move('requestOpinion', { unit: 'STC', question: 'Giá?' })],
  ], before)
  await db.insert(answers).values({ issueId: id, number: 1, text: 'Dự thảo', sha256: 'a'.repeat(64), draftedAt: before })
  const was = await row(id)
  const heir = await aPerson(db, 'officer', { unit: 'SNNMT' })
  expect(await issuePosition(db, id, heir)).toBeUndefined()
  expect(await handOverAll(house, 'STNMT', merger)).toMatchObject({ problems: [] })
  expect(await handOverAll(house, 'STC', merger)).toMatchObject({ moved: 1, problems: [] })
  const now = await row(id)
  expect(now).toMatchObject({ state: 'inProgress', leadUnit: 'SNNMT', handBacks: 0, handlerId: null })
  expect([now.dueAt, now.firstDueOn, now.acceptedAt]).toEqual([was.dueAt, was.firstDueOn, was.acceptedAt])
  expect(await db.select({ unit: opinions.unit }).from(opinions).where(eq(opinions.issueId, id))).toEqual([{ unit: 'STC25' }])
  expect(await db.select({ unit: deadlines.unit }).from(deadlines).where(and(eq(deadlines.issueId, id), eq(deadlines.clock, 'opinion')))).toEqual([{ unit: 'STC25' }])
  const mine = (await issuePosition(db, id, heir))!
  expect(mine.facts).toMatchObject({ coordinatingUnits: ['STC25'], openOpinions: ['STC25'] })
  expect(await replayed(id)).toEqual(await here(id))
  expect(await verifyChain(db, id)).toMatchObject({ ok: true })
  const event = await lastEvent(id)
  expect(event).toMatchObject({ move: 'transferUnit', note, personId: coordinator.personId })
  const accepted = await db.select().from(issueEvents).where(and(eq(issueEvents.issueId, id), eq(issueEvents.move, 'accept')))
  expect(accepted[0]).toMatchObject({ unit: 'STNMT', unitName: 'Sở Tài nguyên và Môi trường' })
  const expert = await aPerson(db, 'officer', { unit: 'STC25' })
  await walk(db, id, [[expert, move('giveOpinion', { text: 'Thống nhất' })]], merger)
  await walk(db, id, [[heir, move('submitAnswer', { text: 'Trả lời' })]], merger)
  expect(await row(id)).toMatchObject({ state: 'awaitingApproval' })
})

test('a promise passes to the successor while it is owed; what was kept stays with who kept it', async () => {
  const house = await aHouse(db, 'SGTVT')
  const { coordinator, officer, head } = house
  const { id } = await anIssue(db, { at: before })
  const promise = (text: string) => move('commit', { text, ownerUnit: 'SGTVT', dueOn: '2025-06-30' })
  await walk(db, id, [
    [coordinator, routeTo('SGTVT')], [officer, move('accept')], [officer, move('submitAnswer', { text: 'Sẽ làm' })],
    [head, move('approve', { letterNumber: '1', letterDate: '2025-02-24' })], [officer, promise('Việc một')], [officer, promise('Việc hai')],
    [officer, move('fulfil', { commitment: 1, evidence: 'Biên bản' })],
  ], before)
  expect(await handOverAll(house, 'SGTVT', merger)).toEqual({ moved: 1, problems: [] })
  const owners = await db.select({ unit: commitments.ownerUnit }).from(commitments).where(eq(commitments.issueId, id)).orderBy(asc(commitments.number))
  expect(owners.map(({ unit }) => unit)).toEqual(['SGTVT', 'SXD25'])
  expect(await replayed(id)).toEqual(await here(id))
})

test('a row that was moved on meanwhile stays and is named, and the others go', async () => {
  const house = await aHouse(db, 'SKHCN')
  const [one, two] = [await anIssue(db, { at: before }), await anIssue(db, { at: before })]
  for (const { id } of [one, two]) await walk(db, id, [[house.coordinator, routeTo('SKHCN')]], before)
  const rows = [{ id: one.id, version: 2, to: 'SKHCN25' }, { id: two.id, version: 2, to: 'SKHCN25' }]
  await walk(db, two.id, [[house.officer, move('accept')]], before)
  expect(await handOverWork(db, house.coordinator, 'SKHCN', rows, note, merger)).toMatchObject({ moved: 1, problems: [{ id: two.id, reason: { key: 'moves:refused.stale' } }] })
  expect([(await row(one.id)).leadUnit, (await row(two.id)).leadUnit]).toEqual(['SKHCN25', 'SKHCN'])
  await expect(handOverWork(db, house.officer, 'SKHCN', [{ id: one.id, version: 3, to: 'STP' }], note)).resolves.toMatchObject({ moved: 0 })
})

test('an administrator sees how much there is to hand over, and no issue of it', async () => {
  const house = await aHouse(db, 'SLDTBXH')
  const { id } = await anIssue(db, { at: before, text: 'Nội dung kín của kiến nghị' })
  await walk(db, id, [[house.coordinator, routeTo('SLDTBXH')]], before)
  const view = await handOverView(db, 'SLDTBXH', await aPerson(db, 'admin'), 'vi')
  expect(view).toMatchObject({ open: 1, rows: [] })
  expect(JSON.stringify(view)).not.toContain('kín')
})

test('people go along in the role they have, recorded, and their handling with them', async () => {
  const house = await aHouse(db, 'SNNPTNT')
  const admin = await aPerson(db, 'admin')
  const { id } = await anIssue(db, { at: before })
  await walk(db, id, [[house.coordinator, routeTo('SNNPTNT')], [house.officer, move('accept')]], before)
  expect(await movePeople(db, admin, 'SNNPTNT', [{ membership: house.officer.membershipId, to: 'SNNMT' }])).toBe(1)
  await handOverAll(house, 'SNNPTNT', merger)
  expect(await row(id)).toMatchObject({ leadUnit: 'SNNMT', handlerId: house.officer.personId })
  await expect(movePeople(db, admin, 'SNNPTNT', [{ membership: house.head.membershipId, to: 'NOWHERE' }])).rejects.toMatchObject({ status: 422 })
})

test('the changes of 1 March and 1 July 2025: open work follows, closed work keeps its unit, reports as then and as now', { timeout: 240_000 }, async () => {
  const house = await aHouse(db, 'VPUB')
  const [conference] = await db.insert(conferences).values({ title: 'Hội nghị Mẫu 2025', heldOn: '2025-01-15' }).returning()
  const conferenceId = conference!.id
  const enterpriseId = await anEnterprise(db)
  const ending = unitRows.filter((unit) => unit.valid_to === '2025-02-28')
  const district = await db.select().from(units).where(raw`${units.kind} = 'dia_phuong' and ${units.parent} = 'UBND-QH' and ${units.nameVi} like '%Đông'`)
  const HaDong = district.find((unit) => unit.nameVi === 'UBND quận Hà Đông')!
  await db.insert(units).values([
    { code: 'P-HADONG', nameVi: 'UBND phường Hà Đông', nameEn: 'Ha Dong Ward', kind: 'dia_phuong', validFrom: '2025-07-01' },
    { code: 'P-YENNGHIA', nameVi: 'UBND phường Yên Nghĩa', nameEn: 'Yen Nghia Ward', kind: 'dia_phuong', validFrom: '2025-07-01' },
  ])
  await db.delete(unitSuccessors).where(eq(unitSuccessors.unit, HaDong.code))
  await db.insert(unitSuccessors).values(['P-HADONG', 'P-YENNGHIA'].map((successor) => ({ unit: HaDong.code, successor })))

  const made: { unit: string; open: number; closed: number }[] = []
  for (const unit of [...ending.map(({ code }) => code), HaDong.code]) {
    const [officer, head] = [await aPerson(db, 'officer', { unit }), await aPerson(db, 'head', { unit })]
    const text = unit === HaDong.code ? 'Đường vào xưởng ở Yên Nghĩa bị ngập.' : 'Đề nghị hướng dẫn thủ tục.'
    const [open, closed] = [await anIssue(db, { conferenceId, enterpriseId, text, at: before }), await anIssue(db, { conferenceId, enterpriseId, text, at: before })]
    for (const { id } of [open, closed]) await walk(db, id, [[house.coordinator, routeTo(unit)], [officer, move('accept')]], before)
    await walk(db, closed.id, [[officer, move('submitAnswer', { text: 'Đã hướng dẫn' })], [head, move('approve', { letterNumber: '9', letterDate: '2025-02-25' })], [officer, move('fulfil', { evidence: 'Văn bản' })]], before)
    made.push({ unit, open: open.id, closed: closed.id })
  }
  for (const { code } of ending) expect(await handOverAll(house, code, merger)).toMatchObject({ problems: [] })
  await handOverAll(house, 'CCTKV1', new Date('2025-07-01T02:00:00Z'))
  expect(await handOverAll(house, HaDong.code, new Date('2025-07-01T02:00:00Z'))).toMatchObject({ moved: 1 })

  for (const { unit, open, closed } of made) {
    expect(await countOpenWork(db, unit), unit).toBe(0)
    expect((await row(closed)).leadUnit).toBe(unit)
    const heir = unit === HaDong.code ? 'P-YENNGHIA' : unit === 'CUCTHUE' ? 'THUEHN' : ending.find(({ code }) => code === unit)!.successors[0]
    expect((await row(open)).leadUnit).toBe(heir)
    expect(await verifyChain(db, open)).toMatchObject({ ok: true })
  }
  expect(districts).toHaveLength(30)

  const report = async (unitsAs: 'then' | 'now') => {
    const { rows, total } = await resolutionReport(db, house.coordinator, { conference: conferenceId, groupBy: 'unit', units: unitsAs })
    for (const one of rows) expect(await countIssues(db, house.coordinator, { conference: conferenceId, unit: one.key ?? 'none', units: unitsAs }), `${unitsAs} ${one.key}`).toBe(one.received)
    expect(total.received).toBe(made.length * 2)
    return new Map(rows.map((one) => [one.key, one.received]))
  }
  const [then, now] = [await report('then'), await report('now')]
  expect([then.get('STNMT'), then.get('SNNMT'), now.get('STNMT'), now.get('SNNMT')]).toEqual([1, 2, undefined, 4])
  expect([then.get('CUCTHUE'), now.get('CUCTHUE'), now.get('THUEHN')]).toEqual([1, undefined, 2])
  expect([now.get(HaDong.code), now.get('P-YENNGHIA')]).toEqual([1, 1])
})

test('a unit that succeeds another owes its opinion once, though both were asked, and what was stored replays to the same', async () => {
  const house = await aHouse(db)
  const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, at: before })
  const ask = move('requestOpinion', { units: ['SXD', 'SGTVT', 'STC'], question: 'Ý kiến?' })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, move('accept')], [house.officer, ask]], before)
  await walk(db, id, [[house.coordinator, move('transferUnit', { from: 'SGTVT', to: 'SXD', note })]], merger)
  const now = await here(id)
  expect(now.position.facts.openOpinions).toEqual(['SXD', 'STC'])
  expect(await replayed(id)).toEqual(now)
})
