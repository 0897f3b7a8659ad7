import { useTranslation } from '#app/i18n/use-translation.ts'
import { formatNumber } from '#app/ui/format.ts'

/** Days with one digit; a dash where nothing was measured. */
export function Days({ of }: { of: number | null }) {
  const { i18n } = useTranslation()
  return <>{of === null ? '–' : formatNumber(of, i18n.language, 1)}</>
}

/** A count that leads to exactly what it counts. */
export function Counted({ n, to }: { n: number; to: string }) {
  const { i18n } = useTranslation()
  return <a className="link" href={to}>{formatNumber(n, i18n.language)}</a>
}

/** How a figure is computed, on the screen behind one line, on paper in full. */
export function Definition({ version, terms }: { version: number; terms: { name: string; means: string }[] }) {
  const { t } = useTranslation()
  return (
    <details className="border-t border-line px-4 py-2 text-sm">
      <summary className="py-1 text-info">{t('reports:definition')} ({t('reports:version', { version })})</summary>
      <dl>
        {terms.map(({ name, means }) => (
          <div key={name} className="mt-2">
            <dt className="font-semibold">{name}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
