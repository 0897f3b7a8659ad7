import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { reportStanding } from '#app/http/database.server.ts'

/** Everything behind sign-in: who is asking, and beside reports how far the copy has come that they are read from. */
export async function loader(args: LoaderFunctionArgs) {
  const { name, role, unit } = await requireActor(args)
  return { name, role, unit, copy: new URL(args.request.url).pathname.startsWith('/reports') ? await reportStanding() : undefined }
}

export default function App() {
  return <Outlet />
}
