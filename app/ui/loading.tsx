import { useNavigation } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** Says that a page is on its way, where the browser's own sign does not turn; seen only when it takes a while. */
export function Loading() {
  const { t } = useTranslation()
  return useNavigation().state === 'idle' ? null : <div role="progressbar" aria-label={t('common:shell.loading')} className="loading" />
}
