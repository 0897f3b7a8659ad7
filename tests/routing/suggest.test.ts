import { beforeAll, expect, test } from 'vitest'
import { forgetKnowledge, suggestFor } from '#app/routing/suggest.server.ts'
import { agreementOf } from '#db/queries/precedents.ts'
import { conferences } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

const text = 'Đề nghị cấp giấy chứng nhận quyền sử dụng đất cho nhà máy.'

test('a suggestion names units in being on the day of the conference', async () => {
  const before = await suggestFor(db, { text, on: '2024-04-05', group: 'land' })
  const after = await suggestFor(db, { text, on: '2025-09-05', group: 'land' })
  expect(before).toMatchObject({ group: 'land', leadUnit: 'STNMT' })
  expect(after?.leadUnit).toBe('SNNMT')
  expect(before?.reasons.length).toBeGreaterThan(0)
  expect(before?.alternatives).toHaveLength(2)
})

test('a text that says nothing gets no suggestion', async () => {
  expect(await suggestFor(db, { text: ' ' })).toBeUndefined()
})

test('decisions made here are learned from, and agreement with the suggestion is counted', async () => {
  const { coordinator } = await aHouse(db)
  const [conference] = await db.insert(conferences).values({ title: 'Hội nghị mẫu', heldOn: '2024-04-05' }).returning()
  const odd = 'Máy bay nông nghiệp không người lái chưa được cấp phép bay trên vùng trồng chuối.'
  const { id } = await anIssue(db, { text: odd, conferenceId: conference!.id })
  await walk(db, id, [[coordinator, routeTo('SCT', { group: 'admin', topic: 'admin.sectoral_licence' })]])
  forgetKnowledge()
  const suggestion = await suggestFor(db, { text: odd, on: '2024-04-05' })
  expect(suggestion).toMatchObject({ topic: 'admin.sectoral_licence', leadUnit: 'SCT' })
  expect(await agreementOf(db, conference!.id)).toEqual({ agreed: 0, decided: 0 })
})
