import type { ReactNode } from 'react'

type Props = { title?: ReactNode; actions?: ReactNode; id?: string; flush?: boolean; children: ReactNode }

/** `flush` lets a table reach the edges. */
export function Card({ title, actions, id, flush, children }: Props) {
  return (
    <section id={id} className="rounded border border-line bg-paper">
      {(title || actions) && (
        <div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-3">
          {title && <h2 className="mr-auto text-lg font-semibold">{title}</h2>}
          {actions}
        </div>
      )}
      <div className={flush ? '' : 'p-4'}>{children}</div>
    </section>
  )
}

export function EmptyState({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="px-4 py-10 text-center">
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="mx-auto mt-2 max-w-xl text-ink-soft">{children}</div>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  )
}
