import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { fileIssue } from '#app/issues/file-issue.server.ts'
import { issueView } from '#app/issues/issue-view.server.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

test('whom to ask and where it happens is shown to the offices and to who filed, not to others who follow the issue', async () => {
  const house = await aHouse(db)
  const colleague = await aPerson(db, 'enterprise', { enterpriseId: house.enterpriseId })
  const contact = { name: 'Nguyễn Thị Mẫu', phone: '0912 345 678', email: 'mau@example.vn' }
  const place = { zone: 'KCN Thăng Long', district: 'Đông Anh' }
  const filed = await db.transaction((tx) =>
    fileIssue(tx, { by: house.enterprise, text: 'Đề nghị cấp giấy chứng nhận.', channel: 'form', group: 'land', contact, ...place }),
  )
  await walk(db, filed.id, [[house.coordinator, routeTo('STNMT', { coordinatingUnits: ['STC'] })]])
  const coordinating = await aPerson(db, 'officer', { unit: 'STC' })
  const auditor = await aPerson(db, 'auditor')
  const seen = async (actor: Actor) => (await issueView(db, filed.code, { actor, language: 'vi' }))?.comment
  for (const actor of [house.officer, house.head, coordinating, house.coordinator, house.secretary, house.leader, auditor, house.enterprise]) {
    expect(await seen(actor), actor.role).toMatchObject({ contact, ...place })
  }
  expect(await seen(colleague)).toMatchObject({ contact: null, zone: null, district: null })
  expect(await seen(await aPerson(db, 'officer', { unit: 'SXD' }))).toBeUndefined()
})
