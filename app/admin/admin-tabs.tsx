import { useLocation } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Tabs } from '#app/ui/tabs.tsx'

const places = ['units', 'people', 'topics', 'groups', 'zones', 'calendar', 'policies'] as const
/** Shared with the coordinating office, which has these two and no other. */
const written = ['templates', 'citations'] as const

export function AdminTabs({ only }: { only?: 'written' }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const tab = (place: string, label: string) => ({ to: `/admin/${place}`, label, current: pathname.startsWith(`/admin/${place}`) })
  const shared = written.map((place) => tab(place, t(`writing:admin.${place}.title`)))
  const own = [...places.map((place) => tab(place, t(`admin:${place}.title`))), ...shared, tab('log', t('admin:log.title'))]
  return <Tabs label={t('admin:title')} items={only ? shared : own} />
}
