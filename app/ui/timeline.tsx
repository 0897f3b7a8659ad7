import type { ReactNode } from 'react'

export type Happening = { key: string | number; at: string; atIso: string; title: ReactNode; by?: ReactNode; children?: ReactNode }

/** What happened, oldest or newest first as given. `at` is shown, `atIso` is for machines. */
export function Timeline({ items }: { items: Happening[] }) {
  return (
    <ol className="timeline">
      {items.map(({ key, at, atIso, title, by, children }) => (
        <li key={key}>
          <p className="font-semibold">{title}</p>
          <p className="text-sm text-ink-soft">
            <time dateTime={atIso}>{at}</time>
            {by && <> · {by}</>}
          </p>
          {children}
        </li>
      ))}
    </ol>
  )
}
