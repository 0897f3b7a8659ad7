import { useLocation, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Role } from '#workflows/resolution/actor.ts'
import { mayAsk } from '#workflows/directive/machine.ts'
import { readers } from './audience.ts'
import { readPageAddress } from './page-address.ts'

/** What one may do with the very list or figures one looks at: keep the filter, ask a unit to explain. */
export function PageTools() {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const role = useRouteLoaderData<{ role: Role }>('routes/_app')?.role
  const page = readPageAddress(pathname + search)
  if (!page || !role || !readers.some((one) => one === role)) return null
  const here = encodeURIComponent(pathname + search)
  // the register as a whole is no figure of anybody
  const askable = mayAsk({ role }) && pathname !== '/directives' && (pathname !== '/issues' || page.params.size > 0 || search.includes('asOf='))
  return (
    <p className="mb-4 flex flex-wrap gap-x-5 print:hidden">
      <a className="link inline-block py-1" href={`/views?save=${here}`}>{t('views:saveThis')}</a>
      {askable && <a className="link inline-block py-1" href={`/directives/new?about=${here}`}>{t('directives:here')}</a>}
    </p>
  )
}
