import { beforeAll, expect, test } from 'vitest'
import { policyForm } from '#app/admin/policy-form.ts'
import { movedByDay } from '#app/admin/preview-day.server.ts'
import type { Moved } from '#app/admin/preview-moved.server.ts'
import { movedByPolicy, previewPolicy } from '#app/admin/preview-policy.server.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anIssue } from '#tests/support/issues.ts'

const { db } = await testDatabase()
const number = 120

beforeAll(async () => {
  await seedReference(db)
  for (let n = 0; n < number; n++) await anIssue(db, { at: new Date('2031-05-05T02:00:00Z') })
})

async function everyPage(read: (page: number) => Promise<Moved>) {
  const codes: string[] = []
  const counts = new Set<number>()
  for (let page: number | null = 1; page !== null; ) {
    const moved: Moved = await read(page)
    codes.push(...moved.rows.map(({ code, clock }) => `${code} ${clock}`))
    counts.add(moved.clocks)
    page = moved.next
  }
  return { codes, counts: [...counts] }
}

const term = { clock: 'answer', class: 'simple', amount: '7', unit: 'day', convention: 'A', legalBasis: 'QĐ', applyToOpen: 'yes' }

test('every issue that a new term would move is on one page of its list, and the count is of all of them', async () => {
  const policy = policyForm.parse({ ...term, validFrom: '2026-01-01' })
  const { codes, counts } = await everyPage((page) => movedByPolicy(db, policy, page))
  expect(counts).toEqual([number])
  expect(new Set(codes).size).toBe(number)
  expect(codes).toHaveLength(number)
  const { moved } = await previewPolicy(db, policy)
  expect([moved.issues, moved.clocks, moved.rows.length, moved.next]).toEqual([number, number, 100, 2])
})

test('and so is every one that a changed day would move', async () => {
  const { codes, counts } = await everyPage((page) => movedByDay(db, '2031-05-14', { kind: 'holiday', name: 'Nghỉ bù' }, page))
  expect(counts).toEqual([codes.length])
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.length).toBeGreaterThanOrEqual(number)
})
