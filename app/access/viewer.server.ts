import { redirect, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#app/http/database.server.ts'
import { forbidden, SignedOut } from '#app/http/errors.ts'
import type { Role } from '#workflows/resolution/actor.ts'
import type { Actor } from './actor.ts'
import { giveBack } from './give-back.server.ts'
import { actorOfCookie } from './lucia.server.ts'

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'>
const asked = new WeakMap<AppLoadContext, Promise<Actor | undefined>>()
const lost = new WeakMap<AppLoadContext, SignedOut>()

/** Who is asking, or nobody. The load context is one for all loaders of a request, so the session is read once. */
export function viewer({ request, context }: Args): Promise<Actor | undefined> {
  const known = asked.get(context)
  if (known) return known
  const actor = actorOfCookie(db(), request.headers.get('Cookie'))
  asked.set(context, actor)
  return actor
}

/**
 * Who is asking; another role than those named is refused. Somebody not signed in is sent to sign in and comes back; where
 * their session ended while they wrote, they are given back what they sent.
 */
export async function requireActor(args: Args, ...roles: Role[]): Promise<Actor> {
  const actor = await viewer(args)
  if (!actor) throw await signInFirst(args)
  if (roles.length > 0 && !roles.includes(actor.role)) forbidden()
  return actor
}

/** After an action the loaders around it are asked too: a redirect by one of them would throw away what was given back. */
async function signInFirst({ request, context }: Args): Promise<Response | SignedOut> {
  const sent = await giveBack(request)
  if (sent) lost.set(context, new SignedOut(sent))
  const { pathname, search } = new URL(request.url)
  return lost.get(context) ?? redirect(`/sign-in?returnTo=${encodeURIComponent(pathname + search)}`)
}
