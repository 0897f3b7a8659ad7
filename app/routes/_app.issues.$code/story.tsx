import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Happenings } from './happenings.tsx'

/** Everything that ever happened to the issue, and whether its record still holds together. */
export function Story({ items, chain }: { items: IssueView['story']; chain: IssueView['chain'] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('issues:story.title')}>
      {chain && (
        <div className="mb-4">
          {chain.ok ? (
            <Notice tone="good" title={t('issues:story.intact', { count: chain.events })} />
          ) : (
            <Notice tone="bad" title={t('issues:story.broken', { seq: chain.seq })}>{t(`issues:story.because.${chain.because}`)}</Notice>
          )}
        </div>
      )}
      <Happenings items={items} />
    </Card>
  )
}
