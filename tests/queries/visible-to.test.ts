import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { countIssues, listIssues } from '#db/queries/issue-list.ts'
import { issueIdOf, issuePosition } from '#db/queries/issue-position.ts'
import { associationMembers, associations, comments, issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import type { Role } from '#workflows/resolution/actor.ts'

const { db } = await testDatabase()
const people: Record<string, Actor> = {}
const made: Record<string, number> = {}

beforeAll(async () => {
  await seedReference(db)
  const house = await aHouse(db)
  const other = await aHouse(db, 'SXD')
  const [association] = await db.insert(associations).values({ name: 'Hiệp hội Mẫu' }).returning()
  await db.insert(associationMembers).values({ associationId: association!.id, enterpriseId: house.enterpriseId, consentedAt: new Date() })
  Object.assign(people, {
    ownEnterprise: house.enterprise,
    otherEnterprise: other.enterprise,
    association: await aPerson(db, 'association', { associationId: association!.id }),
    leadOfficer: house.officer,
    leadHead: house.head,
    coordinatingOfficer: await aPerson(db, 'officer', { unit: 'SCT' }),
    formerOfficer: other.officer,
    unrelatedOfficer: await aPerson(db, 'officer', { unit: 'SYT' }),
    inspector: await aPerson(db, 'officer', { unit: 'TTTP' }),
    intakeHead: await aPerson(db, 'head', { unit: 'VPUB' }),
    secretary: house.secretary,
    coordinator: house.coordinator,
    leader: house.leader,
    auditor: await aPerson(db, 'auditor'),
    admin: await aPerson(db, 'admin'),
  })
  const raise = async () => (await anIssue(db, { enterpriseId: house.enterpriseId })).id
  const led = routeTo('STNMT', { coordinatingUnits: ['SCT'] })
  for (const name of ['petition', 'withConsent', 'withoutConsent', 'complaint', 'denunciation', 'annulled']) made[name] = await raise()
  await walk(db, made.petition!, [
    [house.coordinator, routeTo('SXD')],
    [other.officer, { type: 'handBack', competentUnit: 'STNMT', note: 'Về đất đai.' }],
    [house.coordinator, led],
  ])
  const through = (name: string, enterpriseId: number) =>
    db.update(issues).set({ associationId: association!.id, enterpriseId }).where(eq(issues.id, made[name]!))
  await through('withConsent', house.enterpriseId)
  await through('withoutConsent', other.enterpriseId)
  const divert = (track: 'complaint' | 'denunciation') => ({ type: 'divert', track, guidance: 'Gửi cơ quan có thẩm quyền.', note: undefined }) as const
  await walk(db, made.complaint!, [[house.coordinator, divert('complaint')]])
  await db.update(issues).set({ filedBy: house.enterprise.personId, leadUnit: 'STNMT' }).where(eq(issues.id, made.denunciation!))
  await walk(db, made.denunciation!, [[house.coordinator, divert('denunciation')]])
  await db.update(issues).set({ annulledAt: new Date() }).where(eq(issues.id, made.annulled!))
})

const all = ['petition', 'withConsent', 'withoutConsent', 'complaint', 'denunciation']
const noDenunciation = all.slice(0, 4)
const policy: [string, string[]][] = [
  ['ownEnterprise', ['petition', 'withConsent', 'complaint', 'denunciation']],
  ['otherEnterprise', ['withoutConsent']],
  ['association', ['withConsent']],
  ['leadOfficer', ['petition']],
  ['leadHead', ['petition']],
  ['coordinatingOfficer', ['petition']],
  ['formerOfficer', []],
  ['unrelatedOfficer', []],
  ['inspector', ['denunciation']],
  ['intakeHead', ['denunciation']],
  ['secretary', noDenunciation],
  ['coordinator', noDenunciation],
  ['leader', noDenunciation],
  ['auditor', noDenunciation],
  ['admin', []],
]

describe.each(policy)('%s', (who, sees) => {
  test(`sees ${sees.join(', ') || 'nothing'}, in the list, in the count and one by one`, async () => {
    const by = people[who]!
    const { items } = await listIssues(db, by, {}, { limit: 100 })
    const names = items.map(({ id }) => Object.keys(made).find((name) => made[name] === id)).sort()
    expect(names).toEqual([...sees].sort())
    expect(await countIssues(db, by, {})).toBe(sees.length)
    for (const [name, id] of Object.entries(made)) {
      expect((await issuePosition(db, id, by)) !== undefined, name).toBe(sees.includes(name))
      expect(await issueIdOf(db, String(id), by), name).toBe(sees.includes(name) ? id : undefined)
    }
  })
})

test('every role has a row in the policy', () => {
  const covered = new Set(policy.map(([who]) => people[who]!.role))
  const roles: Role[] = ['enterprise', 'association', 'secretary', 'coordinator', 'officer', 'head', 'leader', 'auditor', 'admin']
  expect([...covered].sort()).toEqual([...roles].sort())
})

test('a search finds nothing beyond what a person may see', async () => {
  const q = 'giấy chứng nhận'
  expect(await countIssues(db, people.unrelatedOfficer!, { q })).toBe(0)
  expect(await countIssues(db, people.leadOfficer!, { q })).toBe(1)
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(comments)
  expect(await countIssues(db, people.auditor!, { q })).toBeLessThan(row!.n)
})
