import type { ReactNode } from 'react'
import { fillOf, type Tone } from './tone.ts'

export type Series = { key: string; label: string; tone: Tone }
type Bar = { key: string; label: ReactNode; values: Record<string, number>; cells?: Record<string, ReactNode> }

type Props = { caption: ReactNode; labelHeading: string; series: Series[]; bars: Bar[]; max?: number }

/**
 * Stacked bars and their table in one: each row draws itself, each number stands beside its bar. `cells` replaces a
 * bare number, with a link for example. `max` is the length of a full bar, else the largest sum.
 */
export function BarChart({ caption, labelHeading, series, bars, max }: Props) {
  const full = max ?? Math.max(1, ...bars.map(({ values }) => sum(series, values)))
  return (
    <table className="table bars">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{labelHeading}</th>
          {series.map(({ key, label, tone }) => (
            <th key={key} scope="col" className="num">
              <svg viewBox="0 0 10 10" className={`mr-1 inline size-3 ${fillOf[tone]}`} aria-hidden="true">
                <rect width="10" height="10" />
              </svg>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, values, cells }) => (
          <tr key={key}>
            <th scope="row">
              {label}
              <Stack series={series} values={values} full={full} />
            </th>
            {series.map((one) => (
              <td key={one.key} data-label={one.label} className="num">
                {cells?.[one.key] ?? values[one.key] ?? 0}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Stack({ series, values, full }: { series: Series[]; values: Record<string, number>; full: number }) {
  const percent = (of: Series[]) => (100 * sum(of, values)) / full
  return (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" className="mt-1 block h-3 w-full bg-wash" aria-hidden="true">
      {series.map((one, index) => (
        <rect key={one.key} x={percent(series.slice(0, index))} width={percent([one])} height="4" className={fillOf[one.tone]} />
      ))}
    </svg>
  )
}

function sum(series: Series[], values: Record<string, number>) {
  return series.reduce((total, { key }) => total + (values[key] ?? 0), 0)
}
