import { useState } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Outcome, Waiting } from './outbox.ts'

type Props = { mine: Waiting[]; others: Waiting[]; outcome: Outcome; correct: (one: Waiting) => void; drop: (one: Waiting) => void }

/** The last ones written down; an hour without network must not push all else off the page. */
const shown = 5

/** What the register does not have yet, and why. What another person wrote here waits for that person. */
export function WaitingList({ mine, others, outcome, correct, drop }: Props) {
  const { t } = useTranslation()
  if (mine.length + others.length === 0) return null
  const near = mine.filter(({ refused }, at) => refused !== undefined || at >= mine.length - shown)
  return (
    <Card title={t('desk:waiting.title', { count: mine.length + others.length })} flush>
      {mine.length > 0 && <p role="status" className="border-b border-line bg-warn-wash px-4 py-3 font-semibold text-warn">{t(`desk:waiting.${outcome}`)}</p>}
      <ol className="divide-y divide-line">
        {near.length < mine.length && <li className="px-4 py-3 text-ink-soft">{t('desk:waiting.more', { count: mine.length - near.length })}</li>}
        {near.map((one) => (
          <li key={one.key} className="space-y-1 p-4">
            <Words of={one} />
            {one.refused && <p className="font-semibold text-bad">{/^\d{3}$/.test(one.refused) ? t('desk:waiting.notTaken', { status: one.refused }) : one.refused}</p>}
            {one.refused && <Refused one={one} correct={correct} drop={drop} />}
          </li>
        ))}
        {others.map((one) => (
          <li key={one.key} className="space-y-1 bg-wash p-4">
            <p className="font-semibold">{t('desk:waiting.ofAnother', { name: one.person.name })}</p>
            <Words of={one} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Words({ of: { kind, fields, about } }: { of: Waiting }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="wrap-anywhere">
        {kind !== 'capture' && <span className="font-semibold text-teal">{t(`desk:waiting.kind.${kind}`)} · </span>}
        <strong>{fields.enterprise ?? about?.enterprise}</strong>
      </p>
      <p className="wrap-anywhere">{fields.text}</p>
    </>
  )
}

/** Words once written down go only when it is said twice. */
function Refused({ one, correct, drop }: { one: Waiting } & Pick<Props, 'correct' | 'drop'>) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  return (
    <p className="flex flex-wrap gap-3 pt-1">
      <Button variant="secondary" onClick={() => correct(one)}>{t('desk:waiting.correct')}</Button>
      {asked
        ? <Button variant="danger" onClick={() => drop(one)}>{t('desk:waiting.dropForGood')}</Button>
        : <Button variant="quiet" onClick={() => setAsked(true)}>{t('desk:waiting.drop')}</Button>}
    </p>
  )
}
