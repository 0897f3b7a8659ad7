import { Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from '#app/ui/notice.tsx'

/** Shown in the answer to the form and nowhere again: no page can be asked for it. */
export function OneTimePassword({ password, email, person }: { password: string; email: string; person?: number }) {
  const { t } = useTranslation()
  return (
    <Notice tone="good" title={t('admin:password.title')} alert>
      <p>{t('admin:password.for', { email })}</p>
      <p className="my-3"><code className="rounded border border-line bg-paper px-3 py-2 text-xl select-all">{password}</code></p>
      <p>{t('admin:password.once')}</p>
      {person !== undefined && <p className="mt-3"><Link to={`/admin/people/${person}`} className="link">{t('admin:password.toPerson')}</Link></p>}
    </Notice>
  )
}
