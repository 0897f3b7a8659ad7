import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { capacityForm } from '#app/absence/absence-form.ts'
import { switchCapacity } from '#app/absence/switch-capacity.server.ts'
import { sessionIdOf } from '#app/access/lucia.server.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { parseForm } from '#app/http/form.server.ts'

export const loader = () => redirect('/account/absence')

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, capacityForm)
  if (!form.ok) return redirect('/account/absence', 303)
  await switchCapacity(db(), actor, sessionIdOf(db(), args.request.headers.get('Cookie')), form.data.membershipId)
  return redirect('/account/absence?done=capacity', 303)
}
