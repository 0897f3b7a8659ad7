import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { actorOfToken } from '#app/access/api-actor.server.ts'
import type { Actor } from '#app/access/actor.ts'
import { db } from '#app/http/database.server.ts'
import { Invalid } from '#app/http/errors.ts'
import { log } from '#app/http/log.ts'
import { problem, toProblem } from '#app/http/problem.ts'
import { isExpected } from '#app/http/errors.ts'
import { translator } from '#app/i18n/instance.ts'
import type { FieldErrors } from '#app/i18n/message.ts'
import { messageOf } from '#app/ui/check-form.ts'
import { languageOf } from '#app/i18n/language.ts'
import { clean } from '#workflows/text/nfc.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs
type Handler = (actor: Actor, args: Args) => Promise<unknown>

const headers = { 'Cache-Control': 'no-store' }

/**
 * One address of the API: a bearer token says who asks, what comes back is JSON, every error is RFC 9457. Handlers call
 * the same use cases as the screens, so rights and rules are theirs.
 */
export function endpoint(methods: Partial<Record<'GET' | 'POST', Handler>>) {
  const answer = async (args: Args): Promise<Response> => {
    const t = translator(languageOf(args.request))
    try {
      const handler = methods[args.request.method as 'GET' | 'POST']
      if (!handler) return wrongMethod(t('common:status.405'), Object.keys(methods))
      const actor = await actorOfToken(db(), args.request.headers.get('Authorization'))
      if (!actor) return unauthorized(t('common:status.401'), t('common:errors.signIn'))
      const body = await handler(actor, args)
      return body instanceof Response ? body : Response.json(body, { headers })
    } catch (error) {
      if (!isExpected(error)) log.error({ err: error, requestId: args.context.requestId }, 'api')
      return toProblem(error, t, args.context.requestId)
    }
  }
  return { loader: answer, action: answer }
}

const wrongMethod = (title: string, allowed: string[]) => {
  const response = problem({ type: 'about:blank', title, status: 405 })
  response.headers.set('Allow', allowed.join(', '))
  return response
}

const unauthorized = (title: string, detail: string) => {
  const response = problem({ type: 'about:blank', title, status: 401, detail })
  response.headers.set('WWW-Authenticate', 'Bearer')
  return response
}

/** An answer that is written already. */
export const json = (text: string) => new Response(text, { headers: { ...headers, 'Content-Type': 'application/json' } })

export const created = (body: unknown, location: string) =>
  Response.json(body, { status: 201, headers: { ...headers, Location: location } })

/** The JSON of a request, each text in it cleaned (NFC); `Invalid` where it is no JSON object or holds what text may not. */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const body: unknown = await request.json().catch(() => undefined)
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    throw new Invalid({ '': { key: 'common:invalid.unreadable' } }, { key: 'common:invalid.unreadable' })
  }
  const cleaned = Object.entries(body).map(([name, value]) => [name, cleanValue(name, value)])
  return Object.fromEntries(cleaned) as Record<string, unknown>
}

function cleanValue(name: string, value: unknown, depth = 0): unknown {
  if (name === '__proto__' || depth > 5) throw new Invalid({ [name]: { key: 'common:invalid.fieldName' } })
  if (Array.isArray(value)) return value.map((one) => cleanValue(name, one, depth + 1))
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleanValue(key, one, depth + 1)]))
  }
  if (typeof value !== 'string') return value
  const cleaned = clean(value)
  if (!cleaned.ok) throw new Invalid({ [name]: { key: 'common:invalid.characters' } })
  return cleaned.text
}

/** What a schema makes of a body or a query; `Invalid` with an error for each field otherwise. */
export function check<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const errors: FieldErrors = {}
  for (const issue of parsed.error.issues) errors[issue.path.join('.')] ??= messageOf(issue)
  throw new Invalid(errors)
}

export const queryOf = (request: Request) => Object.fromEntries(new URL(request.url).searchParams)

export const idempotencyKey = (request: Request): string | undefined => {
  const key = request.headers.get('Idempotency-Key') ?? undefined
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) throw new Invalid({ 'Idempotency-Key': { key: 'common:invalid.characters' } })
  return key
}
