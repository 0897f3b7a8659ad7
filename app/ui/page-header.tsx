import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'

type Crumb = { label: string; to: string }

type Props = { title: ReactNode; crumbs?: Crumb[]; lead?: ReactNode; badge?: ReactNode; actions?: ReactNode }

export function PageHeader({ title, crumbs, lead, badge, actions }: Props) {
  return (
    <div className="mb-6">
      {crumbs && <Breadcrumbs items={crumbs} />}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 grow basis-80">
          <h1 className="text-2xl font-bold wrap-break-word md:text-3xl">{title}</h1>
          {badge && <div className="mt-2 flex flex-wrap items-center gap-2">{badge}</div>}
          {lead && <p className="mt-2 max-w-3xl text-ink-soft">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
      </div>
    </div>
  )
}

/** The way up; the page itself is the heading below and not repeated. */
function Breadcrumbs({ items }: { items: Crumb[] }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('common:shell.crumbs')} className="mb-2 text-sm print:hidden">
      <ol className="flex flex-wrap gap-x-2">
        {items.map(({ label, to }) => (
          <li key={to} className="not-last:after:ml-2 not-last:after:text-ink-soft not-last:after:content-['/']">
            <a href={to} className="link inline-block py-1">
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
