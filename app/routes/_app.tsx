import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'

/** Everything behind sign-in: who is asking, and the frame around what they see. */
export async function loader(args: LoaderFunctionArgs) {
  const { name, role, unit } = await requireActor(args)
  return { name, role, unit }
}

export default function App() {
  return <Outlet />
}
