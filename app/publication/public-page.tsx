import { useRouteLoaderData, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'

/** An address of the public pages in the language of this one: they keep no cookie to remember it by. */
export function useInLanguage() {
  const [search] = useSearchParams()
  const language = search.get('lang')
  return (path: string, to = language) => (to ? `${path}${path.includes('?') ? '&' : '?'}lang=${to}` : path)
}

/** The frame of what anybody may read: no person, no menu, nothing that differs from one reader to the next. */
export function PublicPage({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation()
  const inLanguage = useInLanguage()
  const other = i18n.language === 'vi' ? 'en' : 'vi'
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b-4 border-teal bg-navy text-paper print:hidden">
        <div className="frame flex flex-wrap items-center gap-x-6 gap-y-1 py-2">
          <a href={inLanguage('/published')} className="mr-auto flex min-h-11 items-center text-xl font-bold text-paper no-underline">{t('common:product.name')}</a>
          <a href={`?lang=${other}`} lang={other} className="flex min-h-11 items-center text-paper underline">{t('publication:public.language')}</a>
        </div>
      </header>
      <main id="main" className="frame w-full grow py-8">{children}</main>
      <footer className="border-t border-line bg-paper">
        <p className="frame py-4 text-sm text-ink-soft">{t('publication:public.about')}</p>
      </footer>
    </div>
  )
}

export function PublicError() {
  const root = useRouteLoaderData('root') as { requestId?: string } | undefined
  return <PublicPage><ErrorPage requestId={root?.requestId} /></PublicPage>
}
