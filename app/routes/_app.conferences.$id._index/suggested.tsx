import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Suggested as Suggestion } from '#app/conferences/triage-rows.ts'
import { formatRate } from '#app/ui/format.ts'

type Proposal = Suggestion['alternatives'][number]
type Props = Suggestion & { confidence: number }

/** A proposal and not a decision: who, under which topic, and in a fold why, and who else could be meant. */
export function Suggested({ confidence, alternatives, ...proposal }: Props) {
  const { t, i18n } = useTranslation()
  const share = formatRate(confidence, 1, i18n.language === 'en' ? 'en' : 'vi', 0)
  return (
    <>
      <p className="text-sm text-ink-soft">{t('conferences:triage.suggested', { share })}</p>
      <Who {...proposal} />
      <details>
        <summary className="link inline-block py-1 text-sm">{t('conferences:triage.why')}</summary>
        <Why reasons={proposal.reasons} />
        {alternatives.length > 0 && <p className="mt-3 text-sm font-semibold">{t('conferences:triage.alternatives')}</p>}
        {alternatives.map((one) => (
          <div key={`${one.leadUnit} ${one.topic}`} className="mt-2 border-t border-line pt-2">
            <Who {...one} />
            <Why reasons={one.reasons} />
          </div>
        ))}
      </details>
    </>
  )
}

function Who({ leadUnit, coordinatingUnits, topic }: Proposal) {
  const { t } = useTranslation()
  return (
    <>
      <p className="font-semibold">{leadUnit}</p>
      {coordinatingUnits.length > 0 && <p className="text-sm">{t('conferences:triage.with', { units: coordinatingUnits.join(', ') })}</p>}
      <p className="text-sm">{t('conferences:triage.topic', { topic })}</p>
    </>
  )
}

function Why({ reasons }: Pick<Proposal, 'reasons'>) {
  const { t } = useTranslation()
  return (
    <ul className="mt-1 list-disc space-y-1 pl-5 text-sm">
      {reasons.map(({ key, params }, index) => <li key={index}>{t(`routing:${key}`, { ...params })}</li>)}
    </ul>
  )
}
