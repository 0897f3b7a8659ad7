import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireActor } from '#app/access/viewer.server.ts'
import { Tabs } from '#app/ui/tabs.tsx'

const places = ['units', 'people', 'topics', 'groups', 'zones', 'calendar', 'policies', 'log'] as const

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  return null
}

export default function Admin() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const items = places.map((place) => ({ to: `/admin/${place}`, label: t(`admin:${place}.title`), current: pathname.startsWith(`/admin/${place}`) }))
  return (
    <>
      <Tabs label={t('admin:title')} items={items} />
      <Outlet />
    </>
  )
}
