import { useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** The whole list of this address as a file, not this page of it. */
export function DownloadList() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const asked = new URLSearchParams(search)
  asked.delete('cursor')
  const query = asked.size > 0 ? `?${asked}` : ''
  return (
    <span role="group" aria-label={t('exports:issues.download')} className="flex gap-4 self-center">
      {(['csv', 'xlsx'] as const).map((format) => (
        <a key={format} href={`/issues.${format}${query}`} download className="link py-2">{t(`exports:issues.${format}`)}</a>
      ))}
    </span>
  )
}
