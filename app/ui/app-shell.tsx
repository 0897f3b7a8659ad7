import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Account, LanguageSwitch, type Person } from './account.tsx'
import { MenuIcon, SearchIcon } from './icons.tsx'
import { NavLinks, type NavItem } from './nav-links.tsx'

type Props = {
  person?: Person
  nav: NavItem[]
  /** Where a search goes; without it there is no search box. */
  searchAction?: string
  /** A line over everything, for a demonstration. */
  notice?: ReactNode
  children: ReactNode
}

/** The frame of every page. Works without scripts: menus are `details`, which close as the page changes. */
export function AppShell({ person, nav, searchAction, notice, children }: Props) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-paper focus:p-3 focus:text-navy">
        {t('common:shell.skip')}
      </a>
      <header className="border-b-4 border-teal bg-navy text-paper print:hidden">
        {notice && <p className="bg-warn-wash px-4 py-1 text-center text-sm text-warn">{notice}</p>}
        <div className="frame flex flex-wrap items-center gap-x-2 gap-y-2 py-2 md:gap-x-6">
          <a href="/" className="mr-auto py-1 text-xl font-bold text-paper no-underline">
            {t('common:product.name')}
          </a>
          {searchAction && <Search action={searchAction} here={pathname === searchAction} />}
          <div className="flex items-center gap-1" key={pathname}>
            <LanguageSwitch />
            <Account person={person} />
            {nav.length > 0 && <PhoneMenu nav={nav} />}
          </div>
        </div>
      </header>
      {nav.length > 0 && (
        <nav aria-label={t('common:shell.nav')} className="hidden border-b border-line bg-paper md:block print:hidden">
          <NavLinks items={nav} className="frame flex flex-wrap gap-x-1" />
        </nav>
      )}
      <main id="main" tabIndex={-1} className="frame w-full grow py-6">
        {children}
      </main>
      <footer className="border-t border-line bg-paper print:hidden">
        <p className="frame py-4 text-sm text-ink-soft">
          {t('common:product.name')} · {t('common:product.tagline')}
        </p>
      </footer>
    </div>
  )
}

function PhoneMenu({ nav }: { nav: NavItem[] }) {
  const { t } = useTranslation()
  return (
    <details className="menu md:hidden">
      <summary>
        <MenuIcon />
        <span className="sr-only sm:not-sr-only">{t('common:shell.menu')}</span>
      </summary>
      <nav aria-label={t('common:shell.nav')}>
        <NavLinks items={nav} className="flex flex-col" />
      </nav>
    </details>
  )
}

/** On a phone, a page that has this search of its own does without a second one. */
function Search({ action, here }: { action: string; here: boolean }) {
  const { t } = useTranslation()
  return (
    <search className={`order-last w-full md:order-none md:w-96 ${here ? 'max-md:hidden' : ''}`}>
      <form action={action} className="flex">
        <input
          type="search"
          name="q"
          aria-label={t('common:shell.search')}
          placeholder={t('common:shell.searchHint')}
          className="min-h-11 w-full rounded-l border border-paper bg-paper px-3 text-ink placeholder:text-ink-soft"
        />
        <button type="submit" className="rounded-r border border-l-0 border-paper px-3 hover:bg-navy-deep">
          <SearchIcon />
          <span className="sr-only">{t('common:shell.search')}</span>
        </button>
      </form>
    </search>
  )
}
