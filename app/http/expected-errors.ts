import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { isExpected, toResponse } from './errors.ts'

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown

function guarded(handler: Handler): Handler {
  return async (args) => {
    try {
      return await handler(args)
    } catch (error) {
      if (isExpected(error)) throw toResponse(error)
      throw error
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
