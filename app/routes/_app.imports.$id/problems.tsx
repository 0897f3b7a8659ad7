import { useTranslation } from '#app/i18n/use-translation.ts'
import type { PreviewView } from '#app/imports/preview-view.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Tone } from '#app/ui/tone.ts'
import { Place } from './place.tsx'

const toneOf: Record<string, Tone> = { error: 'bad', warning: 'warn', info: 'info' }

/** Everything a person should know before committing, gravest first, by sheet and cell. */
export function Problems({ problems, counts }: { problems: PreviewView['problems']; counts: PreviewView['problemCounts'] }) {
  const { t } = useTranslation()
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  const serious = problems.filter(({ severity }) => severity !== 'info')
  const notes = problems.filter(({ severity }) => severity === 'info')
  return (
    <Card title={t('conferences:import.problems')}>
      <p className="mb-3 flex flex-wrap gap-2">
        {counts.filter(({ count }) => count > 0).map(({ severity, count }) => (
          <Badge key={severity} tone={toneOf[severity]}>{t(`conferences:import.severity.${severity}`, { count })}</Badge>
        ))}
      </p>
      <List problems={serious} />
      {notes.length > 0 && (
        <details className="mt-3">
          <summary className="link inline-block py-1">{t('conferences:import.notes', { count: notes.length })}</summary>
          <List problems={notes} />
        </details>
      )}
      {total > problems.length && <p className="mt-3 text-sm text-ink-soft">{t('conferences:import.moreProblems', { count: total - problems.length })}</p>}
    </Card>
  )
}

function List({ problems }: { problems: PreviewView['problems'] }) {
  const { t } = useTranslation()
  return (
    <ul className="space-y-1">
      {problems.map(({ sheet, cell, text }, index) => (
        <li key={index} className="wrap-anywhere"><Place sheet={sheet} cell={cell} />{t(text.key, { ...text.params })}</li>
      ))}
    </ul>
  )
}
