import type { Message, FieldErrors } from '#app/i18n/message.ts'

/**
 * The errors a person can meet without anyone having made a mistake in code. They are told by the property
 * `expected`, not by `instanceof`: the server process and the Remix bundle each hold a copy of these classes.
 */
export abstract class Expected extends Error {
  readonly expected = true
  abstract readonly status: number
  constructor(
    readonly reason: Message,
    readonly detail: Record<string, unknown> = {},
  ) {
    super(reason.key)
  }
}

/** Nothing is there, or nothing this person may see. */
export class NotFound extends Expected {
  readonly status = 404
}

/** The machine said no: the move is not open from this state to this person. */
export class Refused extends Expected {
  readonly status = 409
}

/** Someone else was first. `detail` may hold both texts for the page that reconciles them. */
export class Conflict extends Expected {
  readonly status = 409
}

/** What a form held when it came from nobody: the session had ended. Passwords and files are not in it. */
export type GivenBack = { action: string; multipart: boolean; fields: [string, string][] }

/** The session ended before what was sent could be accepted; the page gives it back. */
export class SignedOut extends Expected {
  readonly status = 401
  constructor(readonly givenBack: GivenBack) {
    super({ key: 'common:errors.signedOut' }, { givenBack })
  }
}

/** Too often, from one place or for one account. */
export class TooMany extends Expected {
  readonly status = 429
}

export class Forbidden extends Expected {
  readonly status = 403
}

/** The input cannot be accepted; `fields` says where. */
export class Invalid extends Expected {
  readonly status = 422
  constructor(
    readonly fields: FieldErrors,
    reason: Message = { key: 'common:errors.invalid' },
  ) {
    super(reason, { fields })
  }
}

export function notFound(what: string): never {
  throw new NotFound({ key: 'common:errors.notFound' }, { what })
}

export function conflict(what: string, detail: Record<string, unknown> = {}): never {
  throw new Conflict({ key: 'common:errors.conflict' }, { what, ...detail })
}

export function forbidden(): never {
  throw new Forbidden({ key: 'common:errors.forbidden' })
}

export function isExpected(error: unknown): error is Expected {
  return error instanceof Error && 'expected' in error && error.expected === true && 'status' in error
}

/** What an error page receives as `error.data`. */
type ErrorBody = { reason: Message; detail: Record<string, unknown> }

/** The response a route throws in place of the error, so that its page can be rendered in words. */
export function toResponse(error: Expected): Response {
  const body: ErrorBody = { reason: error.reason, detail: error.detail }
  return Response.json(body, { status: error.status, statusText: error.name })
}
