import { Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { reportAddress, type Asked } from '#app/reports/addresses.ts'
import { mayIssue } from './readers.ts'
import type { Role } from '#workflows/resolution/actor.ts'

/** The report of this page as files; and, for those who may, its freezing as of the very instant that is shown. */
export function ReportActions({ asked, role }: { asked: Asked; role: Role }) {
  const { t } = useTranslation()
  return (
    <>
      <span role="group" aria-label={t('issued:export.label')} className="flex gap-4">
        {(['xlsx', 'pdf', 'docx'] as const).map((format) => (
          <a key={format} href={reportAddress(asked, {}, `/reports/resolution.${format}`)} download className="link py-2">{t(`issued:export.${format}`)}</a>
        ))}
      </span>
      {mayIssue(role) && <Link to={reportAddress({ ...asked, past: true }, {}, '/reports/issued/new')} className="link py-2">{t('issued:new.link')}</Link>}
    </>
  )
}
