import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Asked } from './addresses.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatNumber } from '#app/ui/format.ts'
import { dispositions, ladder, type Counts } from '#workflows/reports/boxes.ts'
import { shares } from '#workflows/reports/rates.ts'
import { Figure } from './figure.tsx'

type Props = { asked: Asked; total: Counts }

/** How many have come at least to each rung of the result ladder. */
export function Ladder({ asked, total }: Props) {
  const { t } = useTranslation()
  return (
    <Card title={t('reports:section.ladder')} flush>
      <BarChart
        caption={t('reports:section.ladderLead')}
        labelHeading={t('reports:heading.rung')}
        series={[{ key: 'n', label: t('reports:column.issues'), tone: 'teal' }]}
        max={total.received}
        bars={ladder.map(({ rung, box }) => ({
          key: rung,
          label: t(`reports:rung.${rung}`),
          values: { n: total[box] },
          cells: { n: <Figure asked={asked} box={box} counts={total} /> },
        }))}
      />
    </Card>
  )
}

/** The boxes that share out what was received, with shares that add up to 100 %. */
export function Dispositions({ asked, total }: Props) {
  const { t, i18n } = useTranslation()
  const share = shares(dispositions.map((box) => total[box]))
  const percent = i18n.language === 'vi' ? ' %' : '%'
  return (
    <Card title={t('reports:section.dispositions')} flush>
      <BarChart
        caption={<span className="sr-only">{t('reports:section.dispositions')}</span>}
        labelHeading={t('reports:heading.disposition')}
        series={[{ key: 'n', label: t('reports:column.issues'), tone: 'info' }]}
        max={total.received}
        bars={dispositions.map((box, at) => ({
          key: box,
          label: t(`reports:box.${box}`),
          values: { n: total[box] },
          cells: {
            n: (
              <span>
                <Figure asked={asked} box={box} counts={total} /> · {formatNumber(share[at] ?? 0, i18n.language, 1)}{percent}
              </span>
            ),
          },
        }))}
      />
    </Card>
  )
}
