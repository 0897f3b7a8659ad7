import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { AdminTabs } from '#app/admin/admin-tabs.tsx'
import { NextYearAlarm } from '#app/admin/next-year-alarm.tsx'
import { db } from '#app/http/database.server.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { isYearEmpty } from '#db/queries/calendar-years.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const nextYear = Number(localDate(new Date(), (await rulesOf(db())).calendar).slice(0, 4)) + 1
  return { missing: (await isYearEmpty(db(), nextYear)) ? nextYear : null }
}

export default function Admin() {
  const { missing } = useLoaderData<typeof loader>()
  return (
    <>
      <AdminTabs />
      {missing !== null && <NextYearAlarm year={missing} />}
      <Outlet />
    </>
  )
}
