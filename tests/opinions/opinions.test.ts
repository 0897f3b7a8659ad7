import { and, asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { issueView } from '#app/issues/issue-view.server.ts'
import { moveByClock } from '#app/issues/move-by-clock.server.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { deadlines, issueEvents, notices, opinions, urges } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { system } from '#workflows/resolution/actor.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { replay } from '#workflows/resolution/replay.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

/** Before Tết 2025: the terms below run across nine days off. */
const asked = new Date('2025-01-21T03:00:00Z')
const ask = (units: string[], dueOn?: string): MoveInput => ({ type: 'requestOpinion', units, question: 'Ý kiến về giá đất?', dueOn })
const give = (text = 'Thống nhất.'): MoveInput => ({ type: 'giveOpinion', text })
const submit = (overOpenOpinions?: string): MoveInput => ({ type: 'submitAnswer', text: 'Đã giải quyết.', note: undefined, overOpenOpinions })

async function inProgress() {
  const house = await aHouse(db)
  const [stc, sxd] = await Promise.all([aPerson(db, 'officer', { unit: 'STC' }), aPerson(db, 'officer', { unit: 'SXD' })])
  const { id, code } = await anIssue(db, { enterpriseId: house.enterpriseId, at: asked })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }]], asked)
  return { ...house, stc, sxd, id, code }
}
const move = (id: number, by: Actor, what: MoveInput, at = asked) => walk(db, id, [[by, what]], at)
const opinionsOf = (id: number) => db.select().from(opinions).where(eq(opinions.issueId, id)).orderBy(asc(opinions.id))
const clocksOf = (id: number) => db.select().from(deadlines).where(and(eq(deadlines.issueId, id), eq(deadlines.clock, 'opinion'))).orderBy(asc(deadlines.id))
const toldOf = async (person: Actor, id: number) =>
  (await db.select().from(notices).where(and(eq(notices.personId, person.personId), eq(notices.issueId, id))).orderBy(asc(notices.id))).map(({ kind }) => kind)
const day = (on: string, time = '10:00:00.000') => new Date(`${on}T${time}Z`)

test('several units are asked at once, each with a clock of its own that skips the days off', async () => {
  const { id, officer, stc, sxd } = await inProgress()
  await move(id, officer, ask(['STC', 'SXD']))
  expect((await opinionsOf(id)).map(({ unit, state }) => [unit, state])).toEqual([['STC', 'requested'], ['SXD', 'requested']])
  expect((await clocksOf(id)).map(({ unit, dueAt, amount }) => [unit, dueAt, amount])).toEqual([
    ['STC', day('2025-02-04'), 5], ['SXD', day('2025-02-04'), 5],
  ])
  expect(await toldOf(stc, id)).toEqual(['staff.requestOpinion'])
  expect(await toldOf(sxd, id)).toEqual(['staff.requestOpinion'])
})

test('the lead may name the day; one too early, at a weekend or on a day off is explained at the field', async () => {
  const { id, officer } = await inProgress()
  const wrong = (dueOn: string) => move(id, officer, ask(['STC'], dueOn)).catch((error: { fields?: unknown }) => error.fields)
  expect(await wrong('2025-01-21')).toEqual({ dueOn: { key: 'opinions:wrongDay.tooEarly' } })
  expect(await wrong('2025-02-08')).toEqual({ dueOn: { key: 'opinions:wrongDay.weekend' } })
  expect(await wrong('2025-01-29')).toMatchObject({ dueOn: { key: 'opinions:wrongDay.dayOff' } })
  expect(await wrong('2026-01-21')).toMatchObject({ dueOn: { key: 'opinions:wrongDay.tooFar' } })
  await move(id, officer, ask(['STC'], '2025-02-03'))
  expect(await clocksOf(id)).toMatchObject([{ dueAt: day('2025-02-03'), amount: 4, policyCode: 'opinion.dueOn' }])
})

test('an opinion in time stops the clock of that unit only', async () => {
  const { id, officer, stc } = await inProgress()
  await move(id, officer, ask(['STC', 'SXD']))
  await move(id, stc, give(), day('2025-02-04'))
  expect((await clocksOf(id)).map(({ unit, met }) => [unit, met])).toEqual([['STC', true], ['SXD', null]])
  expect(await toldOf(officer, id)).toContain('staff.giveOpinion')
})

test('silence is recorded by the clock once, for each unit, told to both and counted against the unit; the lead goes on', async () => {
  const { id, officer, head, stc, sxd } = await inProgress()
  const late = day('2025-02-04', '10:00:00.001')
  await moveByClock(db, late)
  await move(id, officer, ask(['STC', 'SXD']))
  expect(await moveByClock(db, day('2025-02-04'))).toBe(0)
  const both = await Promise.all([moveByClock(db, late), moveByClock(db, late)])
  expect(both[0] + both[1] + (await moveByClock(db, late))).toBe(2)
  expect((await opinionsOf(id)).map(({ state }) => state)).toEqual(['noOpinion', 'noOpinion'])
  expect((await clocksOf(id)).map(({ met, stoppedAt }) => [met, stoppedAt])).toEqual([[false, late], [false, late]])
  expect((await toldOf(stc, id)).filter((kind) => kind === 'staff.noOpinion')).toHaveLength(1)
  expect((await toldOf(sxd, id)).filter((kind) => kind === 'staff.noOpinion')).toHaveLength(1)
  expect((await toldOf(officer, id)).filter((kind) => kind === 'staff.noOpinion')).toHaveLength(2)
  await move(id, officer, submit(), late)
  await move(id, head, { type: 'approve', letterNumber: '1/STNMT', letterDate: '2025-02-06', note: undefined }, late)
})

test('what a silent unit writes later is kept as late; its silence stays and is not asked for again', async () => {
  const { id, code, officer, stc } = await inProgress()
  await move(id, officer, ask(['STC']))
  await moveByClock(db, day('2025-02-06'))
  await move(id, stc, give('Xin lỗi vì chậm.'), day('2025-02-07'))
  expect(await opinionsOf(id)).toMatchObject([{ state: 'noOpinion', text: 'Xin lỗi vì chậm.', givenAt: day('2025-02-07') }])
  expect((await clocksOf(id)).map(({ met }) => met)).toEqual([false])
  await expect(move(id, stc, give('Lần nữa.'))).rejects.toMatchObject({ status: 409 })
  const view = await issueView(db, code, { actor: officer, language: 'vi' })
  expect(view?.coordination?.opinions).toMatchObject([{ state: 'noOpinion', late: true }])
})

test('work does not end over an open opinion without a reason, and with one the opinion is taken back and the unit told', async () => {
  const { id, officer, stc } = await inProgress()
  await move(id, officer, ask(['STC', 'SXD']))
  await expect(move(id, officer, submit())).rejects.toMatchObject({
    status: 422, fields: { overOpenOpinions: { key: 'opinions:overOpen', params: { count: 2 } } },
  })
  await move(id, officer, submit('Đã đủ căn cứ để trả lời.'))
  expect(await opinionsOf(id)).toMatchObject([{ state: 'cancelled', cancelReason: 'Đã đủ căn cứ để trả lời.' }, { state: 'cancelled' }])
  expect((await clocksOf(id)).map(({ met, stoppedAt }) => [met, stoppedAt])).toEqual([[null, asked], [null, asked]])
  expect(await toldOf(stc, id)).toEqual(['staff.requestOpinion', 'staff.cancelOpinion'])
  await expect(move(id, stc, give())).rejects.toMatchObject({ status: 409 })
  expect(await moveByClock(db, day('2025-03-05'))).toBe(0)
})

test('one opinion is taken back with its reason while another stays asked', async () => {
  const { id, officer, sxd } = await inProgress()
  await move(id, officer, ask(['STC', 'SXD']))
  await move(id, officer, { type: 'cancelOpinion', unit: 'STC', note: 'Hỏi nhầm.' })
  await move(id, sxd, give())
  expect(await opinionsOf(id)).toMatchObject([{ state: 'cancelled', cancelReason: 'Hỏi nhầm.' }, { state: 'given' }])
})

test('a unit is urged once a local day, though two press at once; the next day again, and it is counted', async () => {
  const { id, code, officer, coordinator, stc } = await inProgress()
  const { version } = await move(id, officer, ask(['STC']))
  const urge: MoveInput = { type: 'urge', unit: 'STC' }
  const both = await Promise.allSettled([
    moveIssue(db, { id, version, by: officer, move: urge, at: asked }), moveIssue(db, { id, version, by: coordinator, move: urge, at: asked }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(move(id, coordinator, urge, day('2025-01-21', '16:59:59.999'))).rejects.toMatchObject({ reason: { key: 'opinions:urgedToday' } })
  await move(id, coordinator, urge, day('2025-01-21', '17:00:00.000'))
  expect((await db.select().from(urges).where(eq(urges.issueId, id)).orderBy(asc(urges.id))).map(({ on }) => on)).toEqual(['2025-01-21', '2025-01-22'])
  expect((await toldOf(stc, id)).filter((kind) => kind === 'staff.urge')).toHaveLength(2)
  const view = await issueView(db, code, { actor: coordinator, language: 'vi', now: day('2025-01-22', '03:00:00.000') })
  expect(view?.coordination?.opinions[0]?.urging).toEqual({ code: 'STC', count: 2, last: '2025-01-22', may: false })
  expect(view?.coordination?.lead?.urging).toMatchObject({ count: 0, may: true })
  expect(view?.story.map((one) => one.move)).toContain('urge')
})

test('an asked unit sees the issue, its own question and the letters; not the draft, nor what another unit wrote', async () => {
  const { id, code, officer, head, coordinator, stc, sxd, enterprise } = await inProgress()
  await move(id, officer, ask(['STC', 'SXD']))
  await move(id, sxd, give('Ý kiến riêng của Sở Xây dựng.'))
  await move(id, officer, submit('Đủ căn cứ.'))
  await move(id, head, { type: 'returnForRedraft', note: 'Sửa giọng văn.' })
  const seen = (actor: Actor) => issueView(db, code, { actor, language: 'vi', now: asked })
  const byAsked = JSON.stringify(await seen(stc))
  expect(byAsked).toContain('Ý kiến về giá đất?')
  expect(byAsked).not.toMatch(/Ý kiến riêng|Đã giải quyết|Sửa giọng văn/)
  expect(JSON.stringify(await seen(sxd))).toContain('Ý kiến riêng')
  for (const actor of [officer, coordinator]) expect((await seen(actor))?.coordination?.opinions).toHaveLength(2)
  expect(JSON.stringify(await seen(enterprise))).not.toMatch(/giá đất|Ý kiến riêng|Sửa giọng văn|Đủ căn cứ/)
  expect(await seen(await aPerson(db, 'officer', { unit: 'STTTT' }))).toBeUndefined()
})

test('after all that the stored log replays to what the columns say', async () => {
  const { id, officer, coordinator, stc, sxd } = await inProgress()
  await move(id, officer, ask(['STC', 'SXD', 'SGTVT']))
  await move(id, coordinator, { type: 'urge', unit: 'STNMT' })
  await move(id, sxd, give())
  await move(id, officer, { type: 'cancelOpinion', unit: 'SGTVT', note: 'Hỏi nhầm.' })
  await moveByClock(db, day('2025-02-06'))
  await move(id, officer, ask(['SXD']), day('2025-02-06'))
  const log = (await db.select().from(issueEvents).where(eq(issueEvents.issueId, id)).orderBy(asc(issueEvents.seq)))
    .map((event) => ({ ...event, at: event.at.toISOString(), payload: event.payload as Record<string, unknown> }))
  const { state, facts } = (await issuePosition(db, id, system))!
  const replayed = replay(log)
  expect(facts).toMatchObject({ openOpinions: ['SXD'], silentOpinions: ['STC'] })
  if (!replayed.ok) throw new Error(replayed.because)
  expect({ state: replayed.position.state, ...replayed.position.facts, coordinatingUnits: [] }).toEqual({ state, ...facts, coordinatingUnits: [] })
  await move(id, stc, give())
})
