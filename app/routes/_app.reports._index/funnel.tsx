import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Asked } from '#app/reports/addresses.ts'
import { Figure } from '#app/reports/figure.tsx'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatNumber, formatRate } from '#app/ui/format.ts'
import { ladder, type Box, type Counts } from '#workflows/reports/boxes.ts'

type Props = { asked: Asked; total: Counts }

const series = [{ key: 'further', tone: 'teal' }, { key: 'stays', tone: 'warn' }, { key: 'away', tone: 'plain' }] as const
const away = ['refused', 'withdrawn', 'diverted'] as const satisfies readonly Box[]

/** Each rung of the result ladder split into what went further, what stays on it, and what left from it. */
export function Funnel({ asked, total }: Props) {
  const { t } = useTranslation()
  return (
    <Card title={t('overview:funnel.title')} flush>
      <BarChart
        caption={<span className="font-normal"><Narrowest total={total} /></span>}
        labelHeading={t('reports:heading.rung')}
        max={total.received}
        series={series.map((one) => ({ ...one, label: t(`overview:funnel.${one.key}`) }))}
        bars={ladder.map(({ rung, box, stays }, at) => {
          const next = ladder[at + 1]?.box
          const left = at === 0 ? away : []
          return {
            key: rung,
            label: <>{t(`reports:rung.${rung}`)}: <Figure asked={asked} box={box} counts={total} /></>,
            values: { further: total[next ?? box], stays: stays ? total[stays] : 0, away: left.reduce((sum, one) => sum + total[one], 0) },
            cells: {
              further: next ? <Further asked={asked} box={next} of={total[box]} total={total} /> : '–',
              stays: stays ? <Figure asked={asked} box={stays} counts={total} /> : '–',
              away: left.length ? <Left asked={asked} boxes={left} total={total} /> : '–',
            },
          }
        })}
      />
    </Card>
  )
}

function Further({ asked, box, of, total }: Props & { box: Box; of: number }) {
  const { i18n } = useTranslation()
  return <span><Figure asked={asked} box={box} counts={total} /> · {formatRate(total[box], of, i18n.language)}</span>
}

function Left({ asked, boxes, total }: Props & { boxes: readonly Box[] }) {
  const { t } = useTranslation()
  return (
    <span>
      {boxes.map((box) => (
        <span key={box} className="block"><Figure asked={asked} box={box} counts={total} /> {t(`overview:funnel.way.${box}`)}</span>
      ))}
    </span>
  )
}

/** In a sentence where most of them stay. */
function Narrowest({ total }: { total: Counts }) {
  const { t, i18n } = useTranslation()
  const most = ladder.reduce<(typeof ladder)[number] | undefined>(
    (found, one) => (one.stays && total[one.stays] > (found?.stays ? total[found.stays] : 0) ? one : found), undefined,
  )
  if (!most?.stays) return t('overview:funnel.lead')
  return t('overview:funnel.narrowest', { box: t(`reports:box.${most.stays}`), n: formatNumber(total[most.stays], i18n.language) })
}
