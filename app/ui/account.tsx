import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { PersonIcon } from './icons.tsx'
import { forgetPages } from './put-aside.ts'

export type Person = {
  name: string
  /** In words, as in `common:role`. */
  role: string
  /** The unit, enterprise or association acted for. */
  actsFor?: string
  /** More lines of the menu: another role to act in, own settings. */
  more?: ReactNode
}

/** Plain forms, so that the browser loads the whole page anew: texts of one language, or of no person. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  const { pathname, search } = useLocation()
  const other = i18n.language === 'vi' ? 'en' : 'vi'
  return (
    <form method="post" action="/language">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button name="language" value={other} lang={other} className="min-h-11 rounded px-3 text-sm font-semibold hover:bg-navy-deep">
        <span className="hidden sm:inline">{t(`common:language.${other}`)}</span>
        <span className="uppercase sm:hidden">
          {other} <span className="sr-only">{t(`common:language.${other}`)}</span>
        </span>
      </button>
    </form>
  )
}

export function Account({ person }: { person?: Person }) {
  const { t } = useTranslation()
  if (!person) {
    return (
      <a href="/sign-in" className="inline-flex min-h-11 items-center rounded px-3 font-semibold text-paper no-underline hover:bg-navy-deep">
        {t('common:shell.signIn')}
      </a>
    )
  }
  return (
    <details className="menu">
      <summary>
        <PersonIcon />
        <span className="sr-only lg:not-sr-only lg:max-w-48 lg:truncate">{person.name}</span>
      </summary>
      <div>
        <p className="px-4 pt-3 font-semibold">{person.name}</p>
        <p className="px-4 pb-3 text-sm text-ink-soft">
          {t('common:shell.actingAs')}: {person.role}
          {person.actsFor && ` · ${person.actsFor}`}
        </p>
        <Link to="/account" className="flex min-h-11 items-center border-t border-line px-4 font-semibold text-navy no-underline hover:bg-wash">
          {t('access:account.title')}
        </Link>
        {person.more}
        <form method="post" action="/sign-out" onSubmit={() => void forgetPages()} className="border-t border-line">
          <button className="min-h-11 w-full px-4 text-left font-semibold text-navy hover:bg-wash">{t('common:shell.signOut')}</button>
        </form>
      </div>
    </details>
  )
}
