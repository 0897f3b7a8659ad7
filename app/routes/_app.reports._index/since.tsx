import { useTranslation } from '#app/i18n/use-translation.ts'
import type { OverviewView } from '#app/reports/overview-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatDateTime, formatNumber } from '#app/ui/format.ts'
import { changeBoxes, ways } from '#workflows/reports/changes.ts'

type Props = { look: OverviewView['look']; until: string }

/** What came into a box or left it since the person looked before, in all that they may see; each number leads to these issues. */
export function Since({ look: { since, first, cut, changes }, until }: Props) {
  const { t, i18n } = useTranslation()
  const items = changeBoxes.flatMap((box) => ways.map((way) => ({ box, way, n: changes[box][way] })))
    .filter(({ n }) => n > 0)
    .map(({ box, way, n }) => ({
      term: t(`overview:since.${way}.${box}`),
      value: (
        <a className="link numbers font-semibold" href={`/reports/since?${new URLSearchParams({ box, way, since, until })}`}>
          {way === 'in' ? '+' : '−'}{formatNumber(n, i18n.language)}
        </a>
      ),
    }))
  return (
    <Card title={t('overview:since.title')}>
      <p className="mb-2 text-ink-soft">{t(`overview:since.${first ? 'first' : cut ? 'cut' : 'lead'}`, { at: formatDateTime(since) })}</p>
      {items.length > 0 ? <DefinitionList items={items} /> : <p>{t('overview:since.nothing')}</p>}
    </Card>
  )
}
