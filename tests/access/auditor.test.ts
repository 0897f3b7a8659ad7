import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { addNote } from '#app/notes/add-note.server.ts'
import { searchEvents, searchNotes } from '#db/queries/audit-log.ts'
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

test('whoever stood in is in the log under their own name, with the name of whom they stood in for; either finds it', async () => {
  const auditor = await aPerson(db, 'auditor')
  const { coordinator, officer } = await aHouse(db, 'SVHTT')
  const { id, code } = await anIssue(db)
  const standIn = { ...officer, name: 'Ngô Thị Thế', onBehalfOf: { personId: coordinator.personId, name: 'Hồ Văn Vắng' } }
  await walk(db, id, [[coordinator, routeTo('SVHTT')], [standIn, { type: 'accept', note: undefined }]])
  for (const person of ['ngo thi the', 'hồ văn vắng']) {
    const { items } = await searchEvents(db, auditor, { code, person }, null)
    expect(items).toMatchObject([{ move: 'accept', personName: 'Ngô Thị Thế', onBehalfOf: 'Hồ Văn Vắng' }])
  }
})

test('an auditor reads internal notes by author, unit and day, but for those of a denunciation; who filed reads none', async () => {
  const auditor = await aPerson(db, 'auditor')
  const { coordinator, officer, enterprise, enterpriseId } = await aHouse(db, 'SDL')
  const { id, code } = await anIssue(db, { enterpriseId })
  await walk(db, id, [[coordinator, routeTo('SDL')]])
  const at = new Date('2023-03-01T16:59:00Z')
  for (const [by, text] of [[officer, 'Một.'], [coordinator, 'Hai.']] as const) await addNote(db, { id, by, text, shared: false, at })
  const said = async (filter: Parameters<typeof searchNotes>[2], by: Actor = auditor) => (await searchNotes(db, by, { code, ...filter }, null)).items.map(({ text }) => text)
  expect(await said({})).toEqual(['Hai.', 'Một.'])
  expect(await said({ unit: 'SDL' })).toEqual(['Một.'])
  expect(await said({ person: coordinator.name })).toEqual(['Hai.'])
  expect(await said({ from: '2023-03-01', to: '2023-03-01' })).toHaveLength(2)
  expect(await said({ from: '2023-03-02' })).toEqual([])
  expect(await said({}, enterprise)).toEqual([])
  const first = await searchNotes(db, auditor, { code }, null, 1)
  expect((await searchNotes(db, auditor, { code }, Number(first.next), 1)).items).toMatchObject([{ text: 'Một.', author: officer.name, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  await db.update(issues).set({ track: 'denunciation' }).where(eq(issues.id, id))
  expect(await said({})).toEqual([])
})
