import { redirect, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node'
import { forbidden } from '#app/http/errors.ts'
import { db } from '#app/http/database.server.ts'
import type { Role } from '#workflows/resolution/actor.ts'
import type { Actor } from './actor.ts'
import { actorOfCookie } from './lucia.server.ts'

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'>
const asked = new WeakMap<AppLoadContext, Promise<Actor | undefined>>()

/** Who is asking, or nobody. The load context is one for all loaders of a request, so the session is read once. */
export function viewer({ request, context }: Args): Promise<Actor | undefined> {
  const known = asked.get(context)
  if (known) return known
  const actor = actorOfCookie(db(), request.headers.get('Cookie'))
  asked.set(context, actor)
  return actor
}

/** Who is asking; somebody not signed in is sent to sign in and comes back; another role than those named is refused. */
export async function requireActor(args: Args, ...roles: Role[]): Promise<Actor> {
  const actor = await viewer(args)
  if (!actor) {
    const { pathname, search } = new URL(args.request.url)
    throw redirect(`/sign-in?returnTo=${encodeURIComponent(pathname + search)}`)
  }
  if (roles.length > 0 && !roles.includes(actor.role)) forbidden()
  return actor
}
