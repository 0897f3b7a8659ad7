import { Expected } from './errors.ts'

/** What the client says when there is no database to talk to, and what a server says that goes down or comes up. */
const codes = [
  'CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT',
  '57P01', '57P02', '57P03', '08006', '53300',
]

type Failure = { code?: unknown; cause?: unknown; errors?: unknown[] }

/** Whether a query failed for want of a database; the query layer wraps the reason, Node collects one for each address. */
export function isUnreachable(error: unknown): boolean {
  const { code, cause, errors } = (error ?? {}) as Failure
  return codes.includes(String(code)) || (cause !== undefined && isUnreachable(cause)) || (errors ?? []).some(isUnreachable)
}

/** Nobody's mistake and soon over: worth trying again. */
export class Busy extends Expected {
  readonly status = 503
  constructor() {
    super({ key: 'common:errors.busy' })
  }
}
