import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Asked } from '#app/reports/addresses.ts'
import { Denominator, Figure } from '#app/reports/figure.tsx'
import type { OverviewView } from '#app/reports/overview-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { formatRate } from '#app/ui/format.ts'
import { Table, type Column } from '#app/ui/table.tsx'
import { fewest, isComparable, rateDefinitions } from '#workflows/reports/rates.ts'
import { CountChart, monthName, onTimeOf, RateChart } from './trend-charts.tsx'

type Month = OverviewView['months'][number]
type Props = { asOf: string; months: Month[] }

const definition = rateDefinitions.find(({ id }) => id === 'onTimeRate')!

/** The last twelve months of receipt: what came in each, how much of it is answered, and how timely, as pictures and as a table. */
export function Trend({ asOf, months }: Props) {
  const { t } = useTranslation()
  const asked: Asked = { by: 'month', scope: {}, asOf, past: false }
  const columns: Column<Month>[] = [
    { label: t('reports:heading.month'), heading: true, cell: ({ key }) => monthName(key) },
    ...(['received', 'answered'] as const).map((box): Column<Month> => ({
      label: t(`reports:box.${box}`), numeric: true, cell: (month) => <Figure asked={asked} box={box} counts={month} scope={{ month: month.key }} />,
    })),
    { label: t('reports:rate.onTimeRate'), numeric: true, cell: (month) => <OnTime asked={asked} month={month} /> },
  ]
  return (
    <Card title={t('overview:trend.title')} flush>
      <div className="grid gap-6 p-4 md:grid-cols-2">
        <CountChart asOf={asOf} months={months} />
        <RateChart asOf={asOf} months={months} />
      </div>
      <p className="px-4 pb-3 text-sm text-ink-soft">{t('overview:trend.note')}</p>
      <Table compact caption={t('overview:trend.title')} columns={columns} rows={months} rowKey={({ key }) => key} />
    </Card>
  )
}

function OnTime({ asked, month }: { asked: Asked; month: Month }) {
  const { t, i18n } = useTranslation()
  const { n, of } = onTimeOf(month)
  const figure = { asked, counts: month, scope: { month: month.key } }
  if (of === 0) return '–'
  return (
    <span>
      {formatRate(n, of, i18n.language)}
      <span className="block text-sm whitespace-normal text-ink-soft">
        <Figure box={definition.numerator} {...figure} /> / <Denominator boxes={definition.denominator} {...figure} />
        {!isComparable({ of }) && ` · ${t('reports:fewShort', { n: fewest })}`}
      </span>
    </span>
  )
}
