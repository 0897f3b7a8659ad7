import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { issueView } from '#app/issues/issue-view.server.ts'
import { saveDraft } from '#app/issues/save-draft.server.ts'
import { readableFile } from '#db/queries/files.ts'
import { issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anUpload, ownFolder } from '#tests/support/files.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson, anEnterprise } from '#tests/support/people.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

ownFolder()
const { db } = await testDatabase()
const kinds = ['supplied', 'opinion', 'returned', 'issued', 'evidence', 'shownEvidence', 'draft'] as const
type Kind = (typeof kinds)[number]
const everything = [...kinds]
const sent: Kind[] = ['supplied', 'issued', 'shownEvidence']

/** Who may save which file: what was sent to the filer, what one's unit wrote, and for the lead unit and the offices all of it. */
const policy: Record<string, Kind[]> = {
  enterprise: sent,
  stranger: [],
  officer: everything,
  head: everything,
  asked: [...sent, 'opinion'],
  otherAsked: sent,
  unrelated: [],
  secretary: everything,
  coordinator: everything,
  leader: everything,
  auditor: everything,
  admin: [],
}
const people: Record<string, Actor> = {}
const made = {} as Record<Kind, number>
let code: string

beforeAll(async () => {
  await seedReference(db)
  const { enterpriseId, ...house } = await aHouse(db)
  Object.assign(people, house, {
    asked: await aPerson(db, 'officer', { unit: 'STC' }), otherAsked: await aPerson(db, 'officer', { unit: 'SXD' }),
    unrelated: await aPerson(db, 'head', { unit: 'SCT' }), auditor: await aPerson(db, 'auditor'), admin: await aPerson(db, 'admin'),
    stranger: await aPerson(db, 'enterprise', { enterpriseId: await anEnterprise(db) }),
  })
  const { officer, head, enterprise, coordinator } = house
  const issue = await anIssue(db, { enterpriseId })
  code = issue.code
  const file = async (kind: Kind, by: Actor) => [{ id: (made[kind] = (await anUpload(db, by, issue.id, `${kind}.pdf`)).id) }]
  const make = async (by: Actor, move: object) => walk(db, issue.id, [[by, move as never]])
  await make(coordinator, routeTo('STNMT', { coordinatingUnits: ['STC', 'SXD'] }))
  await make(officer, samples.accept)
  await make(officer, samples.askEnterprise)
  await make(enterprise, { ...samples.supply, files: await file('supplied', enterprise) })
  await make(officer, { ...samples.requestOpinion, units: ['STC', 'SXD'] })
  await make(people.asked!, { ...samples.giveOpinion, files: await file('opinion', people.asked!) })
  await make(people.otherAsked!, samples.giveOpinion)
  await make(officer, { ...samples.submitAnswer, files: await file('returned', officer) })
  await make(head, samples.returnForRedraft)
  await make(officer, { ...samples.submitAnswer, files: await file('issued', officer) })
  await make(head, samples.approve)
  await make(officer, { ...samples.commit, ownerUnit: 'STNMT' })
  await make(officer, { ...samples.commit, ownerUnit: 'STNMT' })
  await make(officer, { ...samples.fulfil, commitment: 1, files: await file('evidence', officer) })
  await make(officer, { ...samples.fulfil, commitment: 2, files: await file('shownEvidence', officer), filesShown: true })
  await make(enterprise, samples.dispute)
  await saveDraft(db, { id: issue.id, text: 'Bản mới', seen: '', files: [(await file('draft', officer))[0]!.id], by: officer })
  const [row] = await db.select({ state: issues.state }).from(issues).where(eq(issues.id, issue.id))
  expect(row?.state).toBe('inProgress')
})

describe.each(Object.entries(policy))('%s', (name, may) => {
  test('saves exactly the files that are meant for them', async () => {
    const readable = await Promise.all(kinds.map(async (kind) => ((await readableFile(db, made[kind], people[name]!)) ? [kind] : [])))
    expect(readable.flat().sort()).toEqual([...may].sort())
  })

  test('is told of exactly the same files on the page of the issue', async () => {
    const view = await issueView(db, code, { actor: people[name]!, language: 'vi' })
    const { attached, ...page } = view ?? { attached: [] }
    expect(attached.map((file) => file.name.replace('.pdf', '')).sort()).toEqual([...may].sort())
    // the auditor and the coordinating office read the stored record as well
    const told = JSON.stringify(page)
    for (const kind of kinds) expect([kind, told.includes(`${kind}.pdf`)]).toEqual([kind, may.includes(kind)])
  })
})
