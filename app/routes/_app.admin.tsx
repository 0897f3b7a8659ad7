import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireActor } from '#app/access/viewer.server.ts'
import { NextYearAlarm } from '#app/admin/next-year-alarm.tsx'
import { db } from '#app/http/database.server.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import { isYearEmpty } from '#db/queries/calendar-years.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'

const places = ['units', 'people', 'topics', 'groups', 'zones', 'calendar', 'policies', 'log'] as const

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const nextYear = Number(localDate(new Date(), (await rulesOf(db())).calendar).slice(0, 4)) + 1
  return { missing: (await isYearEmpty(db(), nextYear)) ? nextYear : null }
}

export default function Admin() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { missing } = useLoaderData<typeof loader>()
  const items = places.map((place) => ({ to: `/admin/${place}`, label: t(`admin:${place}.title`), current: pathname.startsWith(`/admin/${place}`) }))
  return (
    <>
      <Tabs label={t('admin:title')} items={items} />
      {missing !== null && <NextYearAlarm year={missing} />}
      <Outlet />
    </>
  )
}
