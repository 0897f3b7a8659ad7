import { useLocation } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { SavedView } from '#db/queries/saved-views.ts'
import { addressOf, readPageAddress } from './page-address.ts'

const most = 8

/** The views at hand, above the list they lead to. */
export function SavedList({ views }: { views: Pick<SavedView, 'id' | 'name' | 'address'>[] }) {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  if (views.length === 0) return null
  const page = readPageAddress(pathname + search)
  const here = page && addressOf(page)
  return (
    <nav aria-label={t('views:title')} className="mb-4 print:hidden">
      <ul className="flex flex-wrap items-center gap-2">
        {views.slice(0, most).map(({ id, name, address }) => (
          <li key={id}>
            <a href={address} aria-current={address === here ? 'page' : undefined} className="inline-block rounded border border-navy px-3 py-1.5 text-navy no-underline hover:bg-wash aria-[current=page]:bg-wash aria-[current=page]:font-semibold">{name}</a>
          </li>
        ))}
        <li><a href="/views" className="link inline-block px-1 py-1.5">{views.length > most ? t('views:all', { count: views.length }) : t('views:manage')}</a></li>
      </ul>
    </nav>
  )
}
