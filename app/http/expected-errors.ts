import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { isExpected, toResponse } from './errors.ts'
import { log } from './log.ts'
import { Busy, isUnreachable } from './unreachable.ts'

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown

/** Longer than any statement may run, and for a write than a body may take to arrive: who waits longer waits for nothing. */
const patience = (method: string) => (method === 'GET' ? 20_000 : 150_000)

/** A query sent while a proxy takes connections and drops them is tried again and again by the client, without an end. */
async function inTime<T>(work: T | Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => void (timer = setTimeout(() => reject(new Busy()), ms)))
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function guarded(handler: Handler): Handler {
  return async (args) => {
    try {
      return await inTime(handler(args), patience(args.request.method))
    } catch (error) {
      if (isExpected(error)) throw toResponse(error)
      if (!isUnreachable(error)) throw error
      log.error({ err: error, requestId: args.context.requestId }, 'no database')
      throw toResponse(new Busy())
    }
  }
}

/**
 * Remix shows a person the words of a thrown Response only; any other error becomes "unexpected". Translating here,
 * around every loader and action, spares each route from remembering to.
 */
export function withExpectedErrors(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route]
    const { loader, action } = route.module as { loader?: Handler; action?: Handler }
    const handlers = { ...(loader && { loader: guarded(loader) }), ...(action && { action: guarded(action) }) }
    return [id, { ...route, module: { ...route.module, ...handlers } }]
  })
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] }
}
