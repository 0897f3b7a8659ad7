import { useTranslation } from '#app/i18n/use-translation.ts'
import { partAddress, type Asked } from '#app/reports/addresses.ts'
import type { ReportView } from '#app/reports/report-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { formatNumber, formatRate } from '#app/ui/format.ts'
import { Table, type Column } from '#app/ui/table.tsx'
import { heardInTime, heardInTimeOf, type Part } from '#workflows/reports/parts.ts'
import { fewest, isComparable } from '#workflows/reports/rates.ts'

type Row = ReportView['parts'][number]
type Props = { asked: Asked; parts: Row[] }

const opinions: Part[] = ['asked', 'inTime', 'late', 'silent', 'awaiting']
const pressure: Part[] = ['urged', 'handedBack', 'pingPong', 'decided']

/** What units did with what others asked of them, and what was said «not ours»: the part of a unit beside leading. */
export function UnitParts({ asked, parts }: Props) {
  const { t } = useTranslation()
  const heard = parts.filter((row) => row.asked > 0)
  const pressed = parts.filter((row) => pressure.some((part) => row[part] > 0))
  return (
    <>
      <PartCard asked={asked} rows={heard} title="reports:section.opinions" shown={opinions} rated />
      <PartCard asked={asked} rows={pressed} title="reports:section.pressure" shown={pressure} />
      {parts.length > 0 && <p className="text-sm text-ink-soft">{t('reports:partNote')}</p>}
    </>
  )
}

type CardProps = { asked: Asked; rows: Row[]; title: 'reports:section.opinions' | 'reports:section.pressure'; shown: Part[]; rated?: boolean }

function PartCard({ asked, rows, title, shown, rated }: CardProps) {
  const { t } = useTranslation()
  const counts = shown.map((part): Column<Row> => ({
    label: t(`reports:part.${part}`), numeric: true, cell: (row) => <PartFigure asked={asked} row={row} part={part} />,
  }))
  const columns: Column<Row>[] = [
    { label: t('reports:heading.partUnit'), heading: true, cell: ({ label }) => label },
    ...counts,
    ...(rated ? [{ label: t('reports:rate.heardInTime'), numeric: true, cell: (row: Row) => <InTime asked={asked} row={row} /> }] : []),
  ]
  return (
    <Card title={t(title)} flush>
      {rows.length === 0
        ? <p className="px-4 py-3 text-ink-soft">{t('reports:noParts')}</p>
        : <Table caption={t(title)} columns={columns} rows={rows} rowKey={({ unit }) => unit} />}
      <details className="border-t border-line px-4 py-2 text-sm">
        <summary className="py-1 text-info">{t('reports:definition')}</summary>
        <dl>
          {shown.map((part) => (
            <div key={part} className="mt-2">
              <dt className="font-semibold">{t(`reports:part.${part}`)}</dt>
              <dd>{t(`reports:partMeans.${part}`)}</dd>
            </div>
          ))}
          {rated && (
            <div className="mt-2">
              <dt className="font-semibold">{t('reports:rate.heardInTime')} ({t('reports:version', { version: heardInTime.version })})</dt>
              <dd>{t(heardInTime.formula)}</dd>
            </div>
          )}
        </dl>
      </details>
    </Card>
  )
}

function PartFigure({ asked, row, part }: { asked: Asked; row: Row; part: Part }) {
  const { t, i18n } = useTranslation()
  const shown = formatNumber(row[part], i18n.language)
  const link = <a href={partAddress(asked, part, row.unit)} className="link">{shown}</a>
  return part === 'urged' && row.urged > 0 ? <span>{link} {t('reports:urgings', { count: row.urgings })}</span> : link
}

/** The rate beside its numerator and denominator, whose parts each lead to their issues. */
function InTime({ asked, row }: { asked: Asked; row: Row }) {
  const { t, i18n } = useTranslation()
  const { n, of } = heardInTimeOf(row)
  return (
    <span>
      {formatRate(n, of, i18n.language)}
      {of > 0 && (
        <span className="block text-sm font-normal text-ink-soft">
          <PartFigure asked={asked} row={row} part={heardInTime.numerator} />{' / '}
          {heardInTime.denominator.map((part, at) => (
            <span key={part}>{at > 0 && ' + '}<PartFigure asked={asked} row={row} part={part} /></span>
          ))}
          {!isComparable({ of }) && ` · ${t('reports:fewShort', { n: fewest })}`}
        </span>
      )}
    </span>
  )
}
