import { useTranslation } from '#app/i18n/use-translation.ts'
import { Tabs } from '#app/ui/tabs.tsx'

/** What was done and what was said among the offices: two logs of the same issues, and what left as a file; each append-only. */
export function AuditTabs({ current }: { current: 'moves' | 'notes' | 'exports' }) {
  const { t } = useTranslation()
  const items = ([['moves', '/audit'], ['notes', '/audit/notes'], ['exports', '/audit/exports']] as const).map(([name, to]) => ({ to, label: t(`audit:log.${name}`), current: name === current }))
  return <Tabs label={t('audit:log.title')} items={items} />
}
