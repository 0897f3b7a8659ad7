import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatDate, formatDateTime } from '#app/ui/format.ts'
import type { Tone } from '#app/ui/tone.ts'

const toneOfOpinion: Record<IssueView['opinions'][number]['state'], Tone> = {
  requested: 'warn', given: 'good', noOpinion: 'bad', cancelled: 'plain',
}

export function Opinions({ items }: { items: IssueView['opinions'] }) {
  const { t } = useTranslation()
  if (items.length === 0) return null
  return (
    <Card title={t('issues:opinions.title')}>
      <ul className="space-y-5">
        {items.map((one) => (
          <li key={`${one.unit} ${one.askedAt}`}>
            <h3 className="flex flex-wrap items-center gap-2 font-semibold">
              {one.unit} <Badge tone={toneOfOpinion[one.state]}>{t(`issues:opinions.${one.state}`)}</Badge>
            </h3>
            <p className="wrap-anywhere whitespace-pre-line">{one.question}</p>
            {one.text && <blockquote className="mt-2 border-l-4 border-line pl-4 wrap-anywhere whitespace-pre-line">{one.text}</blockquote>}
            <p className="text-sm text-ink-soft">
              {one.givenAt
                ? [formatDateTime(one.givenAt), one.givenBy].filter(Boolean).join(' · ')
                : t('issues:opinions.due', { at: formatDateTime(one.dueAt) })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function Letters({ items }: { items: IssueView['letters'] }) {
  const { t } = useTranslation()
  if (items.length === 0) return null
  return (
    <Card title={t('issues:letters.title')}>
      <ul className="space-y-4">
        {items.map((one) => (
          <li key={`${one.kind} ${one.number}`}>
            <p className="font-semibold">{t(`issues:letters.${one.kind}`, { number: one.number, date: formatDate(one.date) })}</p>
            {one.authority && <p>{one.authority}</p>}
            {one.text && <p className="wrap-anywhere whitespace-pre-line">{one.text}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
