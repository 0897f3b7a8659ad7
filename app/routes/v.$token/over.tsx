import { useTranslation } from '#app/i18n/use-translation.ts'
import type { VerdictPage } from '#app/verdicts/verdict-page.server.ts'
import { formatDateTime } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'

/** Why nothing can be said here any more; after one's own answer, that it has arrived. */
export function Over({ page: { because, usedAt, usedFor } }: { page: Extract<VerdictPage, { open: false }> }) {
  const { t } = useTranslation()
  const said = usedFor && t(`moves:done.${usedFor}`)
  return (
    <>
      <Notice tone={because === 'used' ? 'good' : 'info'} title={t(`verdict:link.${because}`)}>
        {usedAt && said && <p>{t('verdict:link.recorded', { said, at: formatDateTime(usedAt) })}</p>}
      </Notice>
      <p>{t('verdict:link.signIn')} <a className="link" href="/sign-in">{t('access:signIn.submit')}</a></p>
    </>
  )
}
