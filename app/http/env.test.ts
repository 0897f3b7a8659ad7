import { describe, expect, test } from 'vitest'
import { BadEnvironment, readEnv } from './env.ts'

describe('settings', () => {
  test('have defaults, and an empty variable counts as not set', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000, DATA_DIR: '.data', DEMO: false, TRUST_PROXY: false })
  })

  test('that do not fit are named, all at once', () => {
    const read = () => readEnv({ PORT: 'http', PUBLIC_ORIGIN: 'https://a.vn/path', DATABASE_URL: 'mysql://x' })
    expect(read).toThrow(BadEnvironment)
    expect(read).toThrow(/PORT must be a port number[^]*DATABASE_URL must look like[^]*PUBLIC_ORIGIN must be what/)
  })

  test('a pooler needs the address behind it', () => {
    const pooled = { DATABASE_URL: 'postgres://pooler/x', DATABASE_POOLER: 'transaction' }
    expect(() => readEnv(pooled)).toThrow(/DATABASE_DIRECT_URL must be set beside DATABASE_POOLER=transaction: [^(]*$/)
    expect(readEnv({ ...pooled, DATABASE_DIRECT_URL: 'postgres://database/x' })).toMatchObject({ DATABASE_POOLER: 'transaction', DATABASE_REPLICA_SECONDS: 30 })
  })

  test.each([['1', 1], ['true', 1], ['0', false], ['loopback, 10.0.0.0/8', ['loopback', '10.0.0.0/8']]])(
    'TRUST_PROXY=%s trusts %j',
    (given, trusted) => {
      expect(readEnv({ TRUST_PROXY: given }).TRUST_PROXY).toEqual(trusted)
    },
  )
})
