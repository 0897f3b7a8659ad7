import { useTranslation } from '#app/i18n/use-translation.ts'
import { rowScope, type Asked } from '#app/reports/addresses.ts'
import { Figure } from '#app/reports/figure.tsx'
import type { OverviewView } from '#app/reports/overview-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { formatDate } from '#app/ui/format.ts'
import { fewest } from '#workflows/reports/rates.ts'

type Props = Pick<OverviewView, 'worst' | 'waiting'> & { asked: Asked }

/** The few places that need somebody who leads, each with its list. */
export function Waiting({ asked, worst, waiting: { flagged, promises, conclusions } }: Props) {
  const { t } = useTranslation()
  const byUnit: Asked = { ...asked, by: 'unit' }
  return (
    <Card title={t('overview:waiting.title')}>
      <ul className="divide-y divide-line">
        {flagged !== null && <Line to="/work?queue=flagged" n={flagged} label={t('overview:waiting.flagged')} />}
        <Line to="/commitments?state=overdue" n={promises} label={t('overview:waiting.promises')} />
        <li className="py-2">
          <p className="font-semibold">{t('overview:waiting.units')}</p>
          {worst.length === 0 && <p className="text-ink-soft">{t('overview:waiting.noUnits', { n: fewest })}</p>}
          <ul>
            {worst.map((row) => {
              const figure = { asked, counts: row, scope: rowScope(byUnit, row.key) }
              return (
                <li key={row.key} className="py-1">
                  {row.label}: <strong><Figure box="openOverdue" {...figure} /></strong> {t('overview:waiting.ofOpen')} <Figure box="open" {...figure} />
                </li>
              )
            })}
          </ul>
          {worst.length > 0 && <p className="text-sm text-ink-soft">{t('overview:waiting.unitsNote', { n: fewest })}</p>}
        </li>
        <Conclusions tasks={conclusions} />
      </ul>
    </Card>
  )
}

function Line({ to, n, label }: { to: string; n: string; label: string }) {
  return <li className="py-2"><a href={to} className="link numbers font-semibold">{n}</a> {label}</li>
}

/** The rows stand here, each leading to its notice. */
function Conclusions({ tasks }: { tasks: Props['waiting']['conclusions'] }) {
  const { t } = useTranslation()
  return (
    <li className="py-2">
      <p className="font-semibold">{t('overview:waiting.conclusions', { count: tasks.length })}</p>
      <ul>
        {tasks.map(({ id, conferenceId, number, text, leadUnit, dueOn }) => (
          <li key={id} className="py-1 wrap-anywhere">
            <a href={`/conferences/${conferenceId}/conclusion`} className="link">{t('overview:waiting.task', { number })}</a>
            {' '}<span className="numbers">{t('overview:waiting.due', { on: formatDate(dueOn) })}</span> · {leadUnit}: {text}
          </li>
        ))}
      </ul>
    </li>
  )
}
