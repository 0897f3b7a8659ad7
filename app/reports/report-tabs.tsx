import { useLocation, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { issuedReaders } from '#app/issued/readers.ts'
import { formatDateTime } from '#app/ui/format.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import { PageTools } from '#app/views/page-tools.tsx'
import type { Role } from '#workflows/resolution/actor.ts'
import { readers } from './readers.ts'

type Place = { name: string; to: string; roles: readonly Role[] }

const places: Place[] = [
  { name: 'overview', to: '/reports', roles: readers },
  { name: 'resolution', to: '/reports/resolution', roles: readers },
  { name: 'compare', to: '/reports/compare', roles: readers },
  { name: 'open', to: '/reports/open', roles: readers },
  { name: 'time', to: '/reports/time', roles: readers },
  { name: 'promises', to: '/reports/promises', roles: readers },
  { name: 'issued', to: '/reports/issued', roles: issuedReaders },
  { name: 'directives', to: '/directives', roles: readers },
]

/** The pages of the reports; each only for those who may open it. */
export function ReportTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const role = useRouteLoaderData<{ role: Role }>('routes/_app')?.role
  const items = places.filter(({ roles }) => role !== undefined && roles.includes(role)).map(({ name, to }) => ({
    to, label: t(`overview:tab.${name}`), current: pathname === to || (to !== '/reports' && pathname.startsWith(`${to}/`)),
  }))
  return (
    <>
      <Tabs oneLine label={t('overview:tab.label')} items={items} />
      <CopyNote />
      <PageTools />
    </>
  )
}

/** Where figures are read from a copy of the database: how far it has come. */
function CopyNote() {
  const { t } = useTranslation()
  const copy = useRouteLoaderData<{ copy?: { at: Date; behindSeconds: number } }>('routes/_app')?.copy
  return copy && <p className="mb-4 text-sm text-ink-soft">{t('replica:behind', { at: formatDateTime(copy.at), count: copy.behindSeconds })}</p>
}
