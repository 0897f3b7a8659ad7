import type { ServerBuild } from '@remix-run/node'
import { describe, expect, test } from 'vitest'
import { Conflict, Invalid, NotFound, Refused } from './errors.ts'
import { withExpectedErrors } from './expected-errors.ts'

function loaderThat(throws: unknown) {
  const loader = () => {
    throw throws
  }
  const build = { routes: { page: { id: 'page', module: { loader } } } } as unknown as ServerBuild
  return withExpectedErrors(build).routes.page?.module.loader as unknown as () => Promise<unknown>
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

  test('a bug stays what it is', async () => {
    const bug = new TypeError('x is undefined')
    await expect(loaderThat(bug)()).rejects.toBe(bug)
  })

  test('an error of the other copy of our classes is known by what it says of itself', async () => {
    const foreign = Object.assign(new Error('x'), { expected: true, status: 409, reason: { key: 'a:b' }, detail: {} })
    await expect(loaderThat(foreign)()).rejects.toMatchObject({ status: 409 })
  })
})
