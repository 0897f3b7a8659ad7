import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Side } from '#app/reports/compare-view.server.ts'
import { Figure } from '#app/reports/figure.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatRate } from '#app/ui/format.ts'
import { Table, type Column } from '#app/ui/table.tsx'
import { boxNames, type Box } from '#workflows/reports/boxes.ts'
import { rateDefinitions } from '#workflows/reports/rates.ts'
import { Difference, signed } from './difference.tsx'
import { RateOf, shareOf, type RateId } from './rate-of.tsx'

type Sides = { present: Side; before: Side }

export function RateTable({ present, before }: Sides) {
  const { t } = useTranslation()
  const columns: Column<{ id: RateId }>[] = [
    { label: t('overview:compare.rate'), heading: true, cell: ({ id }) => t(`reports:rate.${id}`) },
    { label: t('overview:compare.present'), numeric: true, cell: ({ id }) => <RateOf id={id} {...present} /> },
    { label: t('overview:compare.before'), numeric: true, cell: ({ id }) => <RateOf id={id} {...before} /> },
    {
      label: t('overview:compare.difference'), numeric: true,
      cell: ({ id }) => <Difference better now={shareOf(id, present.counts)} before={shareOf(id, before.counts)} />,
    },
  ]
  return (
    <Card title={t('reports:section.rates')} flush>
      <Table caption={t('reports:section.rates')} columns={columns} rows={[...rateDefinitions]} rowKey={({ id }) => id} />
    </Card>
  )
}

/** Every box in issues and as a share of what its period received. */
export function BoxTable({ present, before }: Sides) {
  const { t, i18n } = useTranslation()
  const share = (box: Box, { counts }: Side) => ({ n: counts[box], of: counts.received })
  const cell = (box: Box, side: Side) => (
    <span>
      <Figure box={box} {...side} />
      {box !== 'received' && <span className="block text-sm text-ink-soft">{formatRate(side.counts[box], side.counts.received, i18n.language)}</span>}
    </span>
  )
  const columns: Column<Box>[] = [
    { label: t('overview:compare.box'), heading: true, cell: (box) => t(`reports:box.${box}`) },
    { label: t('overview:compare.present'), numeric: true, cell: (box) => cell(box, present) },
    { label: t('overview:compare.before'), numeric: true, cell: (box) => cell(box, before) },
    { label: t('overview:compare.inIssues'), numeric: true, cell: (box) => signed(present.counts[box] - before.counts[box], i18n.language) },
    { label: t('overview:compare.inPoints'), numeric: true, cell: (box) => (box === 'received' ? '–' : <Difference now={share(box, present)} before={share(box, before)} />) },
  ]
  return (
    <Card title={t('overview:compare.boxes')} flush>
      <Table caption={t('overview:compare.boxes')} columns={columns} rows={boxNames} rowKey={(box) => box} />
    </Card>
  )
}
