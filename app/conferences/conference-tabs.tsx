import { useLocation, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import type { Role } from '#workflows/resolution/actor.ts'

/** The pages of one conference in the order in which it goes: before, in the hall, after. */
const places = ['', 'plan', 'participants', 'readiness', 'desk', 'hall', 'report', 'conclusion', 'minutes', 'carry-over', 'publication'] as const
/** For the people who make the conference; leadership and the auditor read what came of it. */
const atWork: readonly (typeof places)[number][] = ['plan', 'participants', 'readiness', 'desk']

export function ConferenceTabs({ conference }: { conference: number }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const role = useRouteLoaderData<{ role: Role }>('routes/_app')?.role
  const makes = role === 'coordinator' || role === 'secretary'
  const items = places.filter((place) => makes || !atWork.includes(place)).map((place) => {
    const to = `/conferences/${conference}${place && `/${place}`}`
    return { to, label: t(`conferences:tab.${place || 'issues'}`), current: pathname === to || (place !== '' && pathname.startsWith(`${to}/`)) }
  })
  return <Tabs oneLine label={t('conferences:tab.label')} items={items} />
}
