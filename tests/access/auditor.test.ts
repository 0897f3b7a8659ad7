import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { searchEvents } from '#db/queries/audit-log.ts'
import { issueIsVisible } from '#db/queries/issue-is-visible.ts'
import { issueEvents, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import { newPromise } from '#workflows/commitment/promises.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'
import { newFacts } from '#workflows/resolution/facts.ts'
import { moveNames, type MoveInput } from '#workflows/resolution/moves.ts'
import { issueStates } from '#workflows/resolution/states.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

test.each(issueStates)('in %s nothing is open to an auditor or an administrator, whatever is so', async (state) => {
  const facts = {
    ...newFacts({ enterpriseId: 1, associationId: 1 }), leadUnit: 'STNMT', pending: 'answer' as const, extension: 'asked' as const, reopenUntil: '2999-01-01',
    openOpinions: ['SXD'], commitments: [newPromise([], 'STNMT')], lastEditorId: 7,
  }
  for (const role of ['auditor', 'admin'] as const) {
    const by = { personId: 8, role, unit: 'STNMT', enterpriseId: 1, associationId: 1 }
    expect(movesOpenTo({ state, facts }, { by, at: '2024-05-06T00:00:00Z' })).toEqual([])
  }
})

const inputs: Partial<Record<(typeof moveNames)[number], object>> = {
  route: routeTo('STNMT'), reroute: routeTo('STNMT'), requestOpinion: { units: ['SXD'], question: 'Ý kiến?' }, handBack: { competentUnit: 'SXD', note: 'x' },
  noOpinion: { unit: 'SXD' }, cancelOpinion: { unit: 'SXD', note: 'x' }, urge: { unit: 'SXD' },
  commit: { text: 'x', ownerUnit: 'SXD', dueOn: '2024-06-01' }, answerOnTheSpot: { leadUnit: 'SXD', answeredBy: 'x', text: 'x' }, joinCluster: { cluster: 1 },
  transferUnit: { from: 'STNMT', to: 'SXD', note: 'x' }, split: { text: 'a', rest: 'b' },
}

test('every move an auditor tries is refused and leaves no event', async () => {
  const auditor = await aPerson(db, 'auditor')
  const { coordinator } = await aHouse(db)
  const { id } = await anIssue(db)
  const { version } = await walk(db, id, [[coordinator, routeTo('STNMT')]])
  for (const type of moveNames) {
    const move = { text: 'x', note: 'x', ...inputs[type], type } as MoveInput
    await expect(moveIssue(db, { id, version, move, by: auditor }), type).rejects.toMatchObject({ status: 409 })
  }
  expect(await db.select().from(issueEvents).where(eq(issueEvents.issueId, id))).toHaveLength(2)
})

test('an auditor sees every issue but a denunciation, also in the log', async () => {
  const auditor = await aPerson(db, 'auditor')
  const { id, code } = await anIssue(db)
  expect(await issueIsVisible(db, id, auditor)).toBe(true)
  expect((await searchEvents(db, auditor, { code }, null)).items).toHaveLength(1)
  await db.update(issues).set({ track: 'denunciation' }).where(eq(issues.id, id))
  expect(await issueIsVisible(db, id, auditor)).toBe(false)
  expect((await searchEvents(db, auditor, { code }, null)).items).toEqual([])
  await expect(moveIssue(db, { id, version: 1, move: { type: 'accept', note: undefined }, by: auditor })).rejects.toMatchObject({ status: 404 })
})

test('the log is searched by code, person, unit, move and whole days in Hanoi, page by page', async () => {
  const auditor = await aPerson(db, 'auditor')
  const { coordinator, officer } = await aHouse(db, 'STTTT')
  const { id, code } = await anIssue(db, { at: new Date('2023-03-01T02:00:00Z') })
  await walk(db, id, [[coordinator, routeTo('STTTT')]], new Date('2023-03-01T16:59:00Z'))
  await walk(db, id, [[{ ...officer, name: 'Đặng Thị Ước' }, { type: 'accept', note: undefined }]], new Date('2023-03-01T17:00:00Z'))
  const moves = async (filter: Parameters<typeof searchEvents>[2]) => (await searchEvents(db, auditor, filter, null)).items.map((event) => event.move)
  expect(await moves({ code: code.toLowerCase() })).toEqual(['accept', 'route', 'receive'])
  expect(await moves({ from: '2023-03-01', to: '2023-03-01' })).toEqual(['route', 'receive'])
  expect(await moves({ from: '2023-03-02', to: '2023-03-02' })).toEqual(['accept'])
  expect(await moves({ person: 'dang thi uoc' })).toEqual(['accept'])
  expect(await moves({ unit: 'STTTT' })).toEqual(['accept'])
  expect(await moves({ code, move: 'route' })).toEqual(['route'])
  const first = await searchEvents(db, auditor, { code }, null, 2)
  expect((await searchEvents(db, auditor, { code }, Number(first.next), 2)).items.map((event) => event.move)).toEqual(['receive'])
})
