import type { ServerBuild } from '@remix-run/node'
import { describe, expect, test, vi } from 'vitest'
import { Conflict, Invalid, NotFound, Refused } from './errors.ts'
import { withExpectedErrors } from './expected-errors.ts'
import { log } from './log.ts'

log.level = 'silent'

const throwing = (error: unknown) => () => {
  throw error
}

function loaderThat(throws: unknown, loader: () => unknown = throwing(throws)) {
  const build = { routes: { page: { id: 'page', module: { loader } } } } as unknown as ServerBuild
  const guarded = withExpectedErrors(build).routes.page?.module.loader as unknown as (args: object) => Promise<unknown>
  return () => guarded({ request: new Request('http://self.invalid/'), context: { requestId: 'x' } })
}

describe('around every loader and action', () => {
  test.each([
    [new NotFound({ key: 'common:errors.notFound' }), 404],
    [new Refused({ key: 'moves:refused.byRole' }), 409],
    [new Conflict({ key: 'common:errors.conflict' }, { version: 3 }), 409],
    [new Invalid({ text: { key: 'common:invalid.required' } }), 422],
  ])('%s becomes a response with status %d and its reason', async (error, status) => {
    const response = await loaderThat(error)().catch((thrown: unknown) => thrown)
    expect(response).toBeInstanceOf(Response)
    expect((response as Response).status).toBe(status)
    expect(await (response as Response).json()).toEqual({ reason: error.reason, detail: error.detail })
  })

  test.each([
    ['refuses', { code: 'ECONNREFUSED' }],
    ['closes', { cause: { code: 'CONNECTION_CLOSED' } }],
    ['refuses at every address', { cause: new AggregateError([{ code: 'ECONNREFUSED' }]) }],
    ['goes down', { cause: { code: '57P01' } }],
  ])('a database that %s is no bug but a moment to wait', async (_what, failure) => {
    const response = await loaderThat(Object.assign(new Error('Failed query'), failure))().catch((thrown: unknown) => thrown)
    expect((response as Response).status).toBe(503)
  })

  test('whoever gets no answer at all is told so in the end', async () => {
    vi.useFakeTimers()
    const answer = loaderThat(undefined, () => new Promise(() => {}))().catch((thrown: unknown) => thrown)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(((await answer) as Response).status).toBe(503)
    vi.useRealTimers()
  })

  test('a bug stays what it is', async () => {
    const bug = new TypeError('x is undefined')
    await expect(loaderThat(bug)()).rejects.toBe(bug)
  })

  test('an error of the other copy of our classes is known by what it says of itself', async () => {
    const foreign = Object.assign(new Error('x'), { expected: true, status: 409, reason: { key: 'a:b' }, detail: {} })
    await expect(loaderThat(foreign)()).rejects.toMatchObject({ status: 409 })
  })
})
