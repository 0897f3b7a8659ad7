import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Coordination } from '#app/issues/coordination.ts'
import { Card } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'

/** Who said «not ours», why, and whom they named; from the second unit on the coordinating office decides. */
export function Competence({ of: { handBacks, decidedByOffice } }: { of: Coordination }) {
  const { t } = useTranslation()
  if (handBacks.length === 0) return null
  return (
    <Card title={t('opinions:competence.title', { count: handBacks.length })}>
      {decidedByOffice && <div className="mb-4"><Notice tone="warn" title={t('opinions:competence.decides')} /></div>}
      <ol className="space-y-4">
        {handBacks.map(({ seq, by, person, at, note, competentUnit }) => (
          <li key={seq}>
            <p className="font-semibold">{t('opinions:competence.names', { by, unit: competentUnit })}</p>
            <p className="wrap-anywhere whitespace-pre-line">{note}</p>
            <p className="numbers text-sm text-ink-soft">{[formatDateTime(at), person].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
