import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { listAddress } from '#app/reports/addresses.ts'
import type { OverviewView } from '#app/reports/overview-view.server.ts'
import { formatNumber, formatRate } from '#app/ui/format.ts'
import type { Box } from '#workflows/reports/boxes.ts'
import { isComparable, ratesOf, type Rate } from '#workflows/reports/rates.ts'
import { wilson } from '#workflows/reports/wilson.ts'

type Month = OverviewView['months'][number]
type Props = { asOf: string; months: Month[] }

const [slot, height, left, top] = [30, 100, 36, 8]
/** As wide for two months as for a year, so that letters stay as large. */
const wide = left + 12 * slot
export const onTimeOf = (month: Month) => ratesOf(month).find(({ id }) => id === 'onTimeRate') as Rate
export const monthName = (month: string) => month.split('-').reverse().join('/')

/**
 * The frame of a chart over months. Its marks are links for the mouse; who uses keys or listens has the same links in the
 * table below, so the picture is hidden from them.
 */
function Chart({ months, steps, children }: { months: Month[]; steps: { at: number; label: string }[]; children: ReactNode }) {
  return (
    <svg viewBox={`0 0 ${wide} ${height + top + 18}`} className="w-full max-w-xl text-[11px]" aria-hidden="true">
      {steps.map(({ at, label }) => (
        <g key={at}>
          <line x1={left} x2={wide} y1={top + height * (1 - at)} y2={top + height * (1 - at)} className="stroke-line" />
          <text x={left - 4} y={top + height * (1 - at) + 4} textAnchor="end" className="fill-ink-soft">{label}</text>
        </g>
      ))}
      {months.map(({ key }, at) => (
        <text key={key} x={left + (at + 0.5) * slot} y={height + top + 14} textAnchor="middle" className="fill-ink-soft">{key.slice(5)}</text>
      ))}
      {children}
    </svg>
  )
}

function Mark({ month, box, asOf, title, children }: { month: Month; box: Box; asOf: string; title: string; children: ReactNode }) {
  return <a href={listAddress({ month: month.key }, box, asOf)} tabIndex={-1}><title>{title}</title>{children}</a>
}

/** What was received in each month, and within it what of that is answered. */
export function CountChart({ asOf, months }: Props) {
  const { t, i18n } = useTranslation()
  const full = Math.max(1, ...months.map(({ received }) => received))
  const number = (n: number) => formatNumber(n, i18n.language)
  const bars = [{ box: 'received', inset: 4, fill: 'fill-info' }, { box: 'answered', inset: 9, fill: 'fill-good stroke-paper' }] as const
  return (
    <figure>
      <figcaption className="mb-1 font-semibold">
        {bars.map(({ box, fill }) => (
          <span key={box} className="mr-4 inline-block">
            <svg viewBox="0 0 10 10" className={`mr-1 inline size-3 ${fill}`} aria-hidden="true"><rect width="10" height="10" /></svg>
            {t(`reports:box.${box}`)}
          </span>
        ))}
      </figcaption>
      <Chart months={months} steps={[0, 0.5, 1].filter((at) => Number.isInteger(at * full)).map((at) => ({ at, label: number(at * full) }))}>
        {months.map((month, at) => bars.map(({ box, inset, fill }) => {
          const tall = (height * month[box]) / full
          return (
            <Mark key={`${month.key} ${box}`} {...{ month, box, asOf }} title={`${monthName(month.key)}: ${t(`reports:box.${box}`)} ${number(month[box])}`}>
              <rect x={left + at * slot + inset} width={slot - 2 * inset} y={top + height - tall} height={tall} className={fill} />
            </Mark>
          )
        }))}
      </Chart>
    </figure>
  )
}

/** The on-time rate of each month of receipt with its interval; an empty point stands on fewer than ten. */
export function RateChart({ asOf, months }: Props) {
  const { t, i18n } = useTranslation()
  const y = (share: number) => top + height * (1 - share)
  return (
    <figure>
      <figcaption className="mb-1 font-semibold">{t('overview:trend.rate')}</figcaption>
      <Chart months={months} steps={[0, 0.5, 1].map((at) => ({ at, label: formatRate(at, 1, i18n.language, 0) }))}>
        {months.map((month, at) => {
          const { n, of } = onTimeOf(month)
          const within = wilson(n, of)
          if (!within) return null
          const x = left + (at + 0.5) * slot
          return (
            <Mark key={month.key} {...{ month, asOf }} box="onTime" title={`${monthName(month.key)}: ${formatRate(n, of, i18n.language)} (${n} / ${of})`}>
              <line x1={x} x2={x} y1={y(within.high)} y2={y(within.low)} className="stroke-teal" strokeWidth="2" />
              <circle cx={x} cy={y(n / of)} r="5" className={isComparable({ of }) ? 'fill-teal' : 'fill-paper stroke-teal'} strokeWidth="2" />
            </Mark>
          )
        })}
      </Chart>
    </figure>
  )
}
