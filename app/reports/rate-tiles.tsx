import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Asked } from './addresses.ts'
import type { ReportView } from './report-view.server.ts'
import { formatNumber, formatRate } from '#app/ui/format.ts'
import { StatTile, StatTiles } from '#app/ui/stat-tile.tsx'
import { fewest, isComparable, rateDefinitions, ratesOf, type Rate } from '#workflows/reports/rates.ts'
import { wilson } from '#workflows/reports/wilson.ts'
import { Denominator, Figure } from './figure.tsx'

type Props = { asked: Asked; total: ReportView['total'] }

/** The four rates, each with what it divides by what, in numbers that lead to their issues and in words. */
export function RateTiles({ asked, total }: Props) {
  const { t, i18n } = useTranslation()
  const rates = ratesOf(total)
  return (
    <section aria-label={t('reports:section.rates')}>
      <StatTiles>
        {rateDefinitions.map((definition, at) => {
          const { n, of } = rates[at] as Rate
          return (
            <StatTile
              key={definition.id}
              label={t(`reports:rate.${definition.id}`)}
              value={formatRate(n, of, i18n.language)}
              outOf={
                <>
                  <Figure asked={asked} box={definition.numerator} counts={total} /> {t('reports:outOf')}{' '}
                  <Denominator asked={asked} boxes={definition.denominator} counts={total} />
                </>
              }
              hint={<Hint definition={definition} n={n} of={of} total={total} />}
            />
          )
        })}
      </StatTiles>
    </section>
  )
}

type HintProps = { definition: (typeof rateDefinitions)[number]; n: number; of: number; total: ReportView['total'] }

function Hint({ definition: { id, formula, version }, n, of, total }: HintProps) {
  const { t, i18n } = useTranslation()
  const { received, answered, resolved } = total.perComment
  const comments = id === 'answerRate' ? answered : id === 'resolutionRate' ? resolved : undefined
  const number = (value: number) => formatNumber(value, i18n.language)
  return (
    <>
      {comments !== undefined && (
        <p>{t('reports:perComment', { n: number(comments), of: number(received), rate: formatRate(comments, received, i18n.language) })}</p>
      )}
      {isComparable({ of }) ? <Interval n={n} of={of} /> : <p>{t('reports:few', { n: fewest })}</p>}
      <details className="mt-1">
        <summary className="py-1 text-info">{t('reports:definition')}</summary>
        <p>{t(formula)} ({t('reports:version', { version })})</p>
        <p>{t('overview:intervalMeans')}</p>
      </details>
    </>
  )
}

/** How far chance may have moved the rate. */
function Interval({ n, of }: { n: number; of: number }) {
  const { t, i18n } = useTranslation()
  const within = wilson(n, of)
  const percent = (share: number) => formatRate(share, 1, i18n.language)
  return within && <p className="numbers">{t('overview:interval', { low: percent(within.low), high: percent(within.high) })}</p>
}

/** A closed `details` prints nothing: on paper the definitions stand at the end. */
export function PrintedDefinitions() {
  return <div className="hidden text-sm print:block"><Definitions /></div>
}

/** What each rate divides by what, in words. */
export function Definitions() {
  const { t } = useTranslation()
  const terms = rateDefinitions.map(({ id, formula, version }) => ({ term: `${t(`reports:rate.${id}`)} (${t('reports:version', { version })})`, means: t(formula) }))
  return (
    <dl>
      {[...terms, { term: t('overview:intervalName'), means: t('overview:intervalMeans') }].map(({ term, means }) => (
        <div key={term} className="mt-2">
          <dt className="font-semibold">{term}</dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  )
}
