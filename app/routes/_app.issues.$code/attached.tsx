import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { formatDate } from '#app/ui/format.ts'

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
