import { Outlet } from '@remix-run/react'

/** One narrow column, a question at a time. */
export default function Filing() {
  return (
    <div className="max-w-2xl">
      <Outlet />
    </div>
  )
}
