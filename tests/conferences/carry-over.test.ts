import fc from 'fast-check'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { carryOverView } from '#app/conferences/carry-over-view.server.ts'
import { leaveOut, takeUp } from '#app/conferences/decide-carry-over.server.ts'
import { sheetView } from '#app/conferences/sheet-view.server.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { issueView } from '#app/issues/issue-view.server.ts'
import { readFilter } from '#app/issues/list-filter.ts'
import { carriedIssues, carryOverSheet } from '#db/queries/carry-over-sheet.ts'
import { carryingOf, type Carrying } from '#db/queries/carry-over.ts'
import { countIssues, listIssues } from '#db/queries/issue-list.ts'
import { carryOverExclusions, commitments, conferences, conferenceSeries, issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { histories, live } from '#tests/support/histories.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson, anEnterprise } from '#tests/support/people.ts'
import { carryColumns } from '#workflows/reports/carry-over.ts'
import { isOwed } from '#workflows/commitment/machine.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'
import { isUnresolved } from '#workflows/resolution/states.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

const { db } = await testDatabase()
registerFromDisk()
let house: Awaited<ReturnType<typeof aHouse>>
beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
})

const dayOf = (date: string) => new Date(`${date}T02:00:00Z`)
const before = new Date('2024-03-01T02:00:00Z')

async function aSeries(...days: string[]): Promise<number[]> {
  const [series] = await db.insert(conferenceSeries).values({ name: `Chuỗi ${Math.random()}` }).returning()
  const rows = await db.insert(conferences).values(days.map((heldOn) => ({ title: `Hội nghị ${heldOn}`, heldOn, seriesId: series!.id }))).returning({ id: conferences.id })
  return rows.map(({ id }) => id)
}

type Step = [keyof Omit<typeof house, 'enterpriseId'>, MoveInput]
const upTo = {
  received: [],
  answered: [['coordinator', routeTo('STNMT')], ['officer', samples.accept], ['officer', samples.submitAnswer], ['head', samples.approve]],
  committed: [['coordinator', routeTo('STNMT')], ['officer', samples.accept], ['officer', samples.submitAnswer], ['head', samples.approve], ['officer', samples.commit]],
  resolved: [['coordinator', routeTo('STNMT')], ['officer', samples.accept], ['officer', samples.submitAnswer], ['head', samples.approve], ['officer', samples.fulfil]],
  refused: [['coordinator', samples.refuse]],
  diverted: [['coordinator', samples.divert]],
} satisfies Record<string, Step[]>

async function issueOf(conferenceId: number, life: keyof typeof upTo, more: { enterpriseId?: number; at?: Date } = {}) {
  const { at = before, ...of } = more
  const issue = await anIssue(db, { conferenceId, at, enterpriseId: of.enterpriseId ?? house.enterpriseId })
  await walk(db, issue.id, upTo[life].map(([who, move]): [Actor, MoveInput] => [house[who], move]), at)
  return issue
}

const carrying = async (id: number, now?: Date) => (await carryingOf(db, id, now))!
const whole = { grouping: 'enterprise', limit: 1000, from: 0 } as const
const codesCarried = async (of: Carrying, by: Actor = house.coordinator) => (await carriedIssues(db, by, of, { ...whole, column: 'carried' })).items.map(({ code }) => code).sort()
const leftOut = (conference: number, code: string, by: Actor = house.secretary) => db.transaction((tx) => leaveOut(tx, { conference, code, reason: 'Doanh nghiệp đã giải thể.', by }))

describe('what a conference takes up', () => {
  test('is what earlier conferences of its series left unresolved: answered without the word that it is solved, promised and not done, not yet answered', async () => {
    const [first, second, third] = (await aSeries('2030-01-10', '2030-04-10', '2030-07-10')) as [number, number, number]
    const alone = await aConference(db, house.coordinator)
    const codes = { received: '', answered: '', committed: '' }
    for (const life of ['received', 'answered', 'committed'] as const) codes[life] = (await issueOf(first, life)).code
    for (const life of ['resolved', 'refused', 'diverted'] as const) await issueOf(first, life)
    await issueOf(alone, 'received')
    const own = await issueOf(second, 'received')
    const later = await issueOf(third, 'received')
    const annulled = await issueOf(first, 'received')
    await db.update(issues).set({ annulledAt: new Date() }).where(eq(issues.id, annulled.id))

    expect(await codesCarried(await carrying(second))).toEqual(Object.values(codes).sort())
    expect(await codesCarried(await carrying(third))).toEqual([...Object.values(codes), own.code].sort())
    expect(await codesCarried(await carrying(first))).toEqual([])
    expect(await carryingOf(db, alone)).toBeUndefined()
    const { items } = await carriedIssues(db, house.coordinator, await carrying(third), { ...whole, column: 'carried' })
    expect(Object.fromEntries(items.map(({ code, sessions }) => [code, sessions]))).toEqual({ [codes.received]: 2, [codes.answered]: 2, [codes.committed]: 2, [own.code]: 1 })
    expect(items.find(({ code }) => code === codes.committed)?.promises).toMatchObject([{ number: 1, state: 'promised', slips: 0, doneOn: null }])
    expect(items.map(({ code }) => code)).not.toContain(later.code)
  })

  test('is not received by it again: the figures of its report are its own', async () => {
    const [first, second] = (await aSeries('2030-01-11', '2030-04-11')) as [number, number]
    await issueOf(first, 'received')
    await issueOf(first, 'answered')
    await issueOf(second, 'answered')
    const { total, counts, carried } = await sheetView(db, house.leader, String(second), 'vi')
    expect(total.received).toBe(1)
    expect(counts.issues).toBe(1)
    expect(carried).toBe(2)
    expect((await sheetView(db, house.leader, String(first), 'vi')).carried).toBe(0)
    expect((await sheetView(db, house.leader, String(await aConference(db, house.coordinator)), 'vi')).carried).toBeNull()
  })

  test('stays what it was once the conference has begun, whatever is done since', async () => {
    const [first, second, third] = (await aSeries('2024-04-05', '2024-06-10', '2031-01-01')) as [number, number, number]
    const at = new Date('2024-04-06T02:00:00Z')
    const [early, late] = [await issueOf(first, 'answered', { at }), await issueOf(first, 'answered', { at })]
    await walk(db, early.id, [[house.officer, samples.fulfil]], new Date('2024-06-09T16:59:59Z'))
    await walk(db, late.id, [[house.officer, samples.fulfil]], new Date('2024-06-09T17:00:00Z'))
    expect(await codesCarried(await carrying(second))).toEqual([late.code])
    expect(await codesCarried(await carrying(third))).toEqual([])
    expect(await codesCarried(await carrying(second, new Date('2024-06-09T16:00:00Z')))).toEqual([])
  })
})

describe('leaving an issue out', () => {
  test('takes it from what is carried, with a reason that stays noted on it, and can be undone', async () => {
    const [first, second, third] = (await aSeries('2030-02-01', '2030-05-01', '2030-08-01')) as [number, number, number]
    const { code, id } = await issueOf(first, 'received')
    await leftOut(second, code)
    await expect(leftOut(second, code)).rejects.toMatchObject({ reason: { key: 'carry:refused.notCarried' } })
    expect(await codesCarried(await carrying(second))).toEqual([])
    expect(await codesCarried(await carrying(third))).toEqual([code])
    const notes = async () => (await issueView(db, code, { actor: house.coordinator, language: 'vi' }))!.notes.map(({ text }) => text)
    expect((await notes()).join()).toContain('Doanh nghiệp đã giải thể.')
    await db.transaction((tx) => takeUp(tx, { conference: second, code, by: house.coordinator }))
    expect(await codesCarried(await carrying(second))).toEqual([code])
    expect(await notes()).toHaveLength(2)
    expect(await db.select().from(carryOverExclusions).where(eq(carryOverExclusions.issueId, id))).toEqual([])
    await expect(db.transaction((tx) => takeUp(tx, { conference: second, code, by: house.coordinator }))).rejects.toMatchObject({ status: 409 })
  })

  test('is for those who make the conference, while it is not closed, and of what it takes up', async () => {
    const [first, second] = (await aSeries('2030-02-02', '2030-05-02')) as [number, number]
    const open = await issueOf(first, 'received')
    const done = await issueOf(first, 'resolved')
    for (const by of [house.leader, house.officer, house.head, house.enterprise, await aPerson(db, 'auditor'), await aPerson(db, 'admin')]) {
      await expect(leftOut(second, open.code, by)).rejects.toMatchObject({ status: 403 })
    }
    await expect(leftOut(second, done.code)).rejects.toMatchObject({ status: 409 })
    await expect(leftOut(first, open.code)).rejects.toMatchObject({ status: 409 })
    await expect(leftOut(second, 'KN00-0')).rejects.toMatchObject({ status: 404 })
    await db.update(conferences).set({ closedAt: new Date() }).where(eq(conferences.id, second))
    await expect(leftOut(second, open.code)).rejects.toMatchObject({ reason: { key: 'carry:refused.closed' } })
  })

  test('done twice at once leaves one row and one note', async () => {
    const [first, second] = (await aSeries('2030-02-03', '2030-05-03')) as [number, number]
    const { code } = await issueOf(first, 'received')
    await Promise.allSettled(Array.from({ length: 5 }, () => leftOut(second, code)))
    expect((await issueView(db, code, { actor: house.coordinator, language: 'vi' }))!.notes).toHaveLength(1)
  })
})

test('behind each number of the sheet is a list of that length, by enterprise and by zone, for whoever may see it', async () => {
  const [first, second] = (await aSeries('2030-03-01', '2030-06-01')) as [number, number]
  const other = await anEnterprise(db)
  for (const life of ['received', 'answered', 'committed', 'resolved', 'refused', 'diverted'] as const) await issueOf(first, life)
  for (const life of ['received', 'committed'] as const) await issueOf(first, life, { enterpriseId: other })
  const { code } = await issueOf(first, 'answered', { enterpriseId: other })
  await leftOut(second, code)
  for (const by of [house.coordinator, house.leader]) {
    for (const grouping of ['enterprise', 'zone'] as const) {
      const { items, total, rows } = await carryOverSheet(db, by, await carrying(second), { grouping, limit: 100, from: 0 })
      expect(rows).toBe(items.length)
      for (const column of carryColumns) {
        const sums = items.reduce((sum, row) => sum + row[column], 0)
        expect([column, sums, await countIssues(db, by, { carriedTo: second, column })]).toEqual([column, total[column], total[column]])
        for (const row of items) {
          const of = grouping === 'zone' ? { zone: row.zone ?? 'none' } : { enterprise: row.id ?? ('none' as const) }
          expect([column, await countIssues(db, by, { carriedTo: second, column, ...of })]).toEqual([column, row[column]])
        }
      }
      expect(total).toMatchObject({ raised: 9, done: 1, ended: 2, unresolved: 6, carried: 5, leftOut: 1, promised: 2 })
    }
  }
  const page = await carryOverSheet(db, house.coordinator, await carrying(second), { grouping: 'enterprise', limit: 1, from: 1 })
  expect([page.items.length, page.total.raised, page.next]).toEqual([1, 9, null])
})

test('an address of the sheet is read as its filter, and what nobody wrote is left out', () => {
  const read = (search: string) => readFilter(new URLSearchParams(search))
  expect(read('carriedTo=7&column=done&enterprise=none&zone=KCN%20Thăng%20Long')).toMatchObject({ carriedTo: 7, column: 'done', enterprise: 'none', zone: 'KCN Thăng Long' })
  expect(read('carriedTo=7&column=x')).toMatchObject({ carriedTo: 7, column: 'carried' })
  expect(read('carriedTo=x&column=done').carriedTo).toBeUndefined()
  expect(read('column=done').column).toBeUndefined()
})

test('an issue tells for how many conferences it has been carried, until it was resolved', async () => {
  const [first] = (await aSeries('2024-04-05', '2024-06-10', '2024-09-10', '2031-01-01')) as [number]
  const [open, done] = [await issueOf(first, 'answered', { at: dayOf('2024-04-06') }), await issueOf(first, 'answered', { at: dayOf('2024-04-06') })]
  await walk(db, done.id, [[house.officer, samples.fulfil]], dayOf('2024-07-01'))
  const sessions = async (code: string) => (await issueView(db, code, { actor: house.officer, language: 'vi' }))!.conference?.sessions
  expect([await sessions(open.code), await sessions(done.code)]).toEqual([2, 1])
})

test('the page names the conference that is not there, and shows one without a series', async () => {
  const search = new URLSearchParams()
  await expect(carryOverView(db, house.leader, { id: '999999', search, language: 'vi' })).rejects.toMatchObject({ status: 404 })
  const alone = await aConference(db, house.coordinator)
  expect(await carryOverView(db, house.coordinator, { id: String(alone), search, language: 'vi' })).toMatchObject({ sheet: null, mayDecide: false })
})

describe('whatever happens to issues', () => {
  const days = ['2024-05-20', '2024-06-05', '2024-06-20', '2024-07-05'] as const

  test('a conference takes up exactly what a recount from the events finds unresolved at its beginning, nothing twice', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(histories, histories, fc.nat(6), async (one, two, excluded) => {
        const series = await aSeries(...days)
        await live(db, house, series[0]!, one)
        await live(db, house, series[1]!, two)
        const now = new Date('2024-09-01T00:00:00Z')
        for (const [place, id] of series.entries()) {
          const of = await carrying(id, now)
          const expected = await recount(series.slice(0, place), of.began!)
          const gone = expected.slice(0, excluded)
          if (gone.length > 0) await db.insert(carryOverExclusions).values(gone.map(({ issueId }) => ({ conferenceId: id, issueId, reason: 'Lý do.', at: now })))
          const { items } = await carriedIssues(db, house.coordinator, of, { ...whole, column: 'carried' })
          const codes = items.map(({ code }) => code)
          expect(new Set(codes).size).toBe(codes.length)
          expect(codes.sort()).toEqual(expected.slice(excluded).map(({ code }) => code).sort())
          const sheet = await carryOverSheet(db, house.coordinator, of, { grouping: 'enterprise', limit: 1000, from: 0 })
          expect([sheet.total.carried, sheet.total.leftOut]).toEqual([codes.length, gone.length])
          expect(sheet.total.raised).toBe(sheet.total.done + sheet.total.ended + sheet.total.unresolved)
          for (const { first, sessions } of items) expect(sessions).toBe(place - series.indexOf(first.id))
        }
        const listed = await listIssues(db, house.coordinator, { carriedTo: series[3], column: 'unresolved' }, { limit: 1000 })
        expect(listed.items.every(({ state }) => isUnresolved(state))).toBe(true)
        await noPromiseIsLost()
      }),
      { numRuns: 12 },
    )
  })

  /** Unresolved of these conferences at an instant, from the events alone; one not yet on the register then is unresolved. */
  async function recount(ids: number[], at: Date) {
    const rows = await db.select({ issueId: issues.id, code: issues.code, conferenceId: issues.conferenceId }).from(issues)
    const events = await db.select({ issueId: issueEvents.issueId, to: issueEvents.to, at: issueEvents.at, seq: issueEvents.seq }).from(issueEvents)
    return rows
      .filter(({ conferenceId }) => ids.includes(conferenceId ?? 0))
      .filter(({ issueId }) => {
        const last = events.filter((event) => event.issueId === issueId && event.at < at).sort((a, b) => a.seq - b.seq).at(-1)
        return last === undefined || isUnresolved(last.to)
      })
  }

  /** No issue counts as settled while something promised in it is still owed. */
  async function noPromiseIsLost() {
    const rows = await db.select({ state: issues.state, promise: commitments.state }).from(commitments).innerJoin(issues, eq(issues.id, commitments.issueId))
    expect(rows.filter(({ state, promise }) => isOwed(promise) && !isUnresolved(state))).toEqual([])
  }
})
