import { isExpected } from './errors.ts'
import { Busy, isUnreachable } from './unreachable.ts'
import type { Translate } from '#app/i18n/instance.ts'

export type Problem = {
  type: string
  title: string
  status: number
  detail?: string
  requestId?: string
  errors?: { field: string; message: string }[]
}

const headers = { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' }

export function problem(body: Problem): Response {
  return new Response(JSON.stringify(body), { status: body.status, headers })
}

/** RFC 9457 for any error: an expected one in words and by field, any other as 500 with the request id only. */
export function toProblem(thrown: unknown, t: Translate, requestId: string): Response {
  const error = isUnreachable(thrown) ? new Busy() : thrown
  if (!isExpected(error)) {
    return problem({ type: 'about:blank', title: t('common:errors.bug'), status: 500, requestId })
  }
  const fields = 'fields' in error ? (error.fields as Record<string, { key: string; params?: object }>) : {}
  const errors = Object.entries(fields).map(([field, { key, params }]) => ({ field, message: t(key, { ...params }) }))
  return problem({
    type: 'about:blank',
    title: t(`common:status.${error.status}`),
    status: error.status,
    detail: t(error.reason.key, { ...error.reason.params }),
    requestId,
    ...(errors.length > 0 && { errors }),
    ...(error.status >= 500 && { requestId }),
  })
}
