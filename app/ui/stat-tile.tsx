import type { ReactNode } from 'react'

type Props = {
  label: string
  /** As shown: «76,1 %» or «61». */
  value: string
  /** What the number counts of: «61 trên 80 kiến nghị». */
  outOf?: ReactNode
  /** Leads to exactly the rows behind the number. */
  to?: string
  hint?: ReactNode
}

export function StatTile({ label, value, outOf, to, hint }: Props) {
  return (
    <div className="rounded border border-line border-t-4 border-t-teal bg-paper p-3 sm:p-4">
      <p className="font-semibold">{label}</p>
      <p className="numbers mt-1 text-2xl sm:text-3xl font-bold">{to ? <a href={to} className="link">{value}</a> : value}</p>
      {outOf && <p className="numbers text-sm text-ink-soft">{outOf}</p>}
      {hint && <div className="mt-2 text-sm text-ink-soft">{hint}</div>}
    </div>
  )
}

export function StatTiles({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">{children}</div>
}
