import type { ReactNode } from 'react'
import { washOf, type Tone } from './tone.ts'

type Props = { tone?: Tone; title?: ReactNode; alert?: boolean; children?: ReactNode }

/** `alert` is read out at once: only for what the person must know before going on. */
export function Notice({ tone = 'info', title, alert, children }: Props) {
  return (
    <div role={alert ? 'alert' : undefined} className={`rounded border border-l-4 p-4 ${washOf[tone]}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className="text-ink">{children}</div>}
    </div>
  )
}
