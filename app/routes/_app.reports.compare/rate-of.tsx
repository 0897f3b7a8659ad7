import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Asked, Scope } from '#app/reports/addresses.ts'
import { Denominator, Figure } from '#app/reports/figure.tsx'
import { formatRate } from '#app/ui/format.ts'
import type { Counts } from '#workflows/reports/boxes.ts'
import { rateDefinitions, ratesOf, type Rate } from '#workflows/reports/rates.ts'

export type RateId = Rate['id']
export const shareOf = (id: RateId, counts: Counts) => ratesOf(counts).find((one) => one.id === id) as Rate

/** A rate of one period over, or beside, what it divides by what. */
export function RateOf({ id, asked, counts, scope, inline }: { id: RateId; asked: Asked; counts: Counts; scope?: Scope; inline?: boolean }) {
  const { i18n } = useTranslation()
  const { numerator, denominator } = rateDefinitions.find((one) => one.id === id)!
  const { n, of } = shareOf(id, counts)
  return (
    <span>
      {formatRate(n, of, i18n.language)}
      <span className={`${inline ? 'ml-2' : 'block'} text-sm font-normal text-ink-soft`}>
        <Figure asked={asked} box={numerator} counts={counts} scope={scope} /> / <Denominator asked={asked} boxes={denominator} counts={counts} scope={scope} />
      </span>
    </span>
  )
}
