import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { errorOf } from '#app/http/log.ts'
import { testDatabase } from '#tests/support/database.ts'

const { db } = await testDatabase()

test('a query that fails is logged with the database’s code and where, without what people wrote', async () => {
  const error = await db.execute(sql`select ${'Bí mật của doanh nghiệp'}::int`).then(() => expect.fail(), (failed: Error) => failed)
  expect(String(error.message)).toContain('Bí mật')
  const logged = errorOf(error)
  expect(logged).toMatchObject({ query: expect.stringContaining('::int'), code: '22P02', stack: expect.stringMatching(/^ {4}at /) })
  expect(JSON.stringify(logged)).not.toContain('Bí mật')
})

test('any other error is logged as it is', () => {
  expect(errorOf(new Error('hỏng'))).toMatchObject({ type: 'Error', message: 'hỏng' })
})
