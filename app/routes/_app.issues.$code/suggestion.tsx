import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { Card } from '#app/ui/card.tsx'

type Suggestion = NonNullable<IssueView['suggestion']>

/** Who should lead, as the register suggests it, with the reasons: a person decides. */
export function SuggestionCard({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation()
  const { alternatives } = suggestion
  return (
    <Card title={t('issues:suggestion.title')}>
      <Candidate of={suggestion} />
      {alternatives.length > 0 && (
        <details className="mt-3">
          <summary className="font-semibold text-navy">{t('issues:suggestion.others', { count: alternatives.length })}</summary>
          <div className="mt-3 space-y-4">
            {alternatives.map((one) => <Candidate key={`${one.leadUnit} ${one.topic}`} of={one} />)}
          </div>
        </details>
      )}
    </Card>
  )
}

function Candidate({ of: { leadUnit, topic, coordinatingUnits, reasons } }: { of: Omit<Suggestion, 'alternatives'> }) {
  const { t } = useTranslation()
  return (
    <div>
      <p className="font-semibold">{leadUnit}</p>
      <p className="text-sm text-ink-soft">
        {topic}
        {coordinatingUnits.length > 0 && ` · ${t('issues:suggestion.with', { units: coordinatingUnits.join('; ') })}`}
      </p>
      <ul className="mt-1 list-disc pl-5">
        {reasons.map(({ key, params }) => <li key={key}>{t(`routing:${key}`, { ...params })}</li>)}
      </ul>
    </div>
  )
}
