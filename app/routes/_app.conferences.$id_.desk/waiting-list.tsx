import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Outcome, Waiting } from './outbox.ts'

type Props = { waiting: Waiting[]; outcome: Outcome; take: (one: Waiting) => void }

/** What the register does not have yet, and why. */
export function WaitingList({ waiting, outcome, take }: Props) {
  const { t } = useTranslation()
  if (waiting.length === 0) return null
  return (
    <Card title={t('desk:waiting.title', { count: waiting.length })} flush>
      <p role="status" className="border-b border-line bg-warn-wash px-4 py-3 font-semibold text-warn">
        {t(`desk:waiting.${outcome}`)}
      </p>
      <ol className="divide-y divide-line">
        {waiting.map((one) => (
          <li key={one.key} className="space-y-1 p-4">
            <p className="wrap-anywhere"><strong>{one.fields.enterprise}</strong></p>
            <p className="wrap-anywhere">{one.fields.text}</p>
            {one.refused && <p className="font-semibold text-bad">{one.refused}</p>}
            {one.refused && <Button variant="secondary" onClick={() => take(one)}>{t('desk:waiting.correct')}</Button>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
